using System.Buffers;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace JointWatch.Emulation;

/// <summary>
/// One connection with a broker, from its attempt to its end. What happens to it becomes events; nothing is thrown.
/// A new attempt is a new session, so that what an old one still has to say cannot be taken for the new one's.
/// </summary>
internal sealed class MqttSession : IDisposable
{
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly CancellationTokenSource _ended = new();
    private readonly ChannelWriter<BoardEvent> _events;

    public MqttSession(ChannelWriter<BoardEvent> events)
    {
        _events = events;
        _client.ApplicationMessageReceivedAsync += e =>
            PostAsync(new BoardEvent(BoardEventKind.Received, this, Text: e.ApplicationMessage.Topic, Payload: e.ApplicationMessage.Payload.ToArray()));
        _client.DisconnectedAsync += e => PostAsync(new BoardEvent(BoardEventKind.Closed, this, Text: e.Exception?.Message ?? "connection closed by the broker"));
    }

    /// <summary>Connects and subscribes.</summary>
    public async Task OpenAsync(MqttClientOptions options, IEnumerable<string> subscriptions)
    {
        BoardEvent outcome;
        try
        {
            MqttClientConnectResult connected = await _client.ConnectAsync(options, _ended.Token);
            outcome = connected.ResultCode == MqttClientConnectResultCode.Success
                ? await SubscribeAsync(subscriptions)
                : new BoardEvent(BoardEventKind.Closed, this, Text: $"broker answered {connected.ResultCode}");
        }
        catch (Exception e)
        {
            // Whatever keeps a board from its broker, it only means to try again later.
            outcome = new BoardEvent(BoardEventKind.Closed, this, Text: e.Message);
        }

        await PostAsync(outcome);
    }

    /// <summary>Publishes a message, and reports its confirmation where there is to be one.</summary>
    public async Task PublishAsync(MqttApplicationMessage message, int ticket)
    {
        try
        {
            MqttClientPublishResult result = await _client.PublishAsync(message, _ended.Token);
            if (result.IsSuccess && message.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce)
            {
                await PostAsync(new BoardEvent(BoardEventKind.Confirmed, this, ticket));
            }
        }
        catch (Exception)
        {
            // No confirmation: the node sends it again. The end of the connection is an event of its own.
        }
    }

    /// <summary>Ends the connection in good order, so that the broker does not send the last will.</summary>
    public async Task CloseAsync()
    {
        try
        {
            using CancellationTokenSource patience = new(GoodbyeTime);
            await _client.DisconnectAsync(new MqttClientDisconnectOptions(), patience.Token);
        }
        catch (Exception)
        {
            // The connection is gone already.
        }
    }

    public void Dispose()
    {
        _ended.Cancel();
        _client.Dispose();
        _ended.Dispose();
    }

    private async Task<BoardEvent> SubscribeAsync(IEnumerable<string> topics)
    {
        MqttClientSubscribeOptions wishes = new();
        wishes.TopicFilters.AddRange(topics.Select(topic =>
            new MqttTopicFilter { Topic = topic, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce }));
        MqttClientSubscribeResult answers = await _client.SubscribeAsync(wishes, _ended.Token);
        MqttClientSubscribeResultItem? refused = answers.Items.FirstOrDefault(item => item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2);
        return refused is null
            ? new BoardEvent(BoardEventKind.Opened, this)
            : new BoardEvent(BoardEventKind.Closed, this, Text: $"broker refused the subscription to {refused.TopicFilter.Topic}: {refused.ResultCode}");
    }

    private async Task PostAsync(BoardEvent what)
    {
        try
        {
            await _events.WriteAsync(what, CancellationToken.None);
        }
        catch (ChannelClosedException)
        {
            // The board has stopped.
        }
    }
}
