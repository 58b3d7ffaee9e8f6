using System.Collections.Concurrent;
using JointWatch.Tracking;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;

namespace JointWatch.EndToEnd.Tests.Foreign;

/// <summary>A node that publishes report upon report at QoS 1, and notes each one that the station has acknowledged.</summary>
internal sealed class AckedReports : IAsyncDisposable
{
    public const uint Boot = 7;

    public const string Topic = "jointwatch/v1/foreign/steady-radar/report";

    private const string BirthTopic = "jointwatch/v1/foreign/steady-radar/birth";

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly ConcurrentQueue<ulong> _acknowledged = new();
    private Task _publishing = Task.CompletedTask;

    /// <summary>The sequence numbers of the reports that were acknowledged.</summary>
    public IReadOnlyCollection<ulong> Acknowledged => _acknowledged;

    public static async Task<AckedReports> StartAsync(int port)
    {
        AckedReports reports = new();
        MqttClientOptions options = new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId("steady-radar").Build();
        await reports._client.ConnectAsync(options, TestContext.Current.CancellationToken);
        await reports.PublishAsync(BirthTopic, ForeignMessages.Birth(Boot, scanPeriodMicroseconds: 10_000));
        reports._publishing = reports.PublishAllAsync();
        return reports;
    }

    /// <summary>Waits until publishing has ended because the station has gone.</summary>
    public Task StationGoneAsync() => _publishing;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _publishing;
    }

    private async Task PublishAllAsync()
    {
        try
        {
            for (ulong sequence = 0; ; sequence++)
            {
                ulong now = (ulong)UtcMicroseconds.From(TimeProvider.System.GetUtcNow()).Value;
                await PublishAsync(Topic, ForeignMessages.Report(Boot, sequence, now, seconds: null));
                _acknowledged.Enqueue(sequence);
            }
        }
        catch (Exception e) when (e is MqttCommunicationException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The station was killed. What was under way is not acknowledged, and nothing is promised of it.
        }
    }

    private async Task PublishAsync(string topic, byte[] payload)
    {
        MqttApplicationMessage message = new MqttApplicationMessageBuilder()
            .WithTopic(topic).WithPayload(payload).WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build();
        MqttClientPublishResult result = await _client.PublishAsync(message, TestContext.Current.CancellationToken);
        Assert.True(result.IsSuccess, $"{topic} was answered with {result.ReasonCode} {result.ReasonString}");
    }
}
