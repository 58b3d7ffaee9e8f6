using System.Buffers;
using System.Threading.Channels;
using JointWatch.Contract;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Enrolment;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;

namespace JointWatch.Station.Broker;

/// <summary>
/// A session with a broker outside the station. Nodes' messages are acknowledged to it only after they are in the journal, so what a crash
/// leaves unwritten comes again.
/// </summary>
internal sealed class OutsideBroker : IBrokerLink, IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly string[] Kinds = [Topics.Birth, Topics.State, Topics.Report, Topics.Health, Topics.Ack];

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly SealGuard _guard;
    private readonly BrokerAddress _address;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly CancellationTokenSource _stop = new();
    private Task _session = Task.CompletedTask;

    public OutsideBroker(SealGuard guard, BrokerAddress address, TimeProvider time, Action<string> log)
    {
        _guard = guard;
        _address = address;
        _time = time;
        _log = log;
        _client.ApplicationMessageReceivedAsync += TakeAsync;
    }

    /// <summary>Connects, and connects again whenever the session is lost, until disposed.</summary>
    public void Start() => _session = Task.Run(KeepConnectedAsync);

    /// <inheritdoc/>
    public async Task<bool> PublishAsync(string topic, byte[] payload, bool retain, CancellationToken cancellation)
    {
        if (!_client.IsConnected)
        {
            return false;
        }

        try
        {
            await _client.PublishBinaryAsync(topic, payload, MqttQualityOfServiceLevel.AtLeastOnce, retain, cancellation);
            return true;
        }
        catch (MqttCommunicationException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _session;
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task KeepConnectedAsync()
    {
        TimeSpan wait = TimeSpan.FromSeconds(1);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await ConnectAsync();
                _log($"Connected to the broker at {_address.Host}:{_address.Port}.");
                wait = TimeSpan.FromSeconds(1);
                var lost = new TaskCompletionSource();
                Task OnLost(MqttClientDisconnectedEventArgs args)
                {
                    lost.TrySetResult();
                    return Task.CompletedTask;
                }

                _client.DisconnectedAsync += OnLost;
                if (_client.IsConnected)
                {
                    await lost.Task.WaitAsync(_stop.Token);
                }

                _client.DisconnectedAsync -= OnLost;
                _log($"Lost the broker at {_address.Host}:{_address.Port}; connecting again.");
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                await _client.TryDisconnectAsync();
                return;
            }
            catch (Exception e) when (e is MqttCommunicationException or MqttClientNotConnectedException or OperationCanceledException)
            {
                _log($"No broker at {_address.Host}:{_address.Port} ({e.Message}); trying again in {wait.TotalSeconds:F0} s. The option is --broker host:port.");
                await Task.Delay(wait, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = wait * 2 > LongestWait ? LongestWait : wait * 2;
            }
        }
    }

    private async Task ConnectAsync()
    {
        // A lasting session: what nodes publish while the station is away waits at the broker.
        MqttClientOptions options = new MqttClientOptionsBuilder()
            .WithTcpServer(_address.Host, _address.Port)
            .WithClientId(BrokerGate.StationClientId)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V311)
            .WithCleanSession(false)
            .WithKeepAlivePeriod(TimeSpan.FromSeconds(15))
            .WithTimeout(TimeSpan.FromSeconds(10))
            .Build();
        MqttClientConnectResult result = await _client.ConnectAsync(options, _stop.Token);
        if (result.ResultCode != MqttClientConnectResultCode.Success)
        {
            throw new MqttCommunicationException($"the broker answered {result.ResultCode}");
        }

        foreach (string kind in Kinds)
        {
            await _client.SubscribeAsync($"{Topics.Root}+/+/{kind}", MqttQualityOfServiceLevel.AtLeastOnce, _stop.Token);
        }
    }

    private async Task TakeAsync(MqttApplicationMessageReceivedEventArgs args)
    {
        args.AutoAcknowledge = false;
        try
        {
            await _guard.SubmitAsync(args.ApplicationMessage.Topic, args.ApplicationMessage.Payload.ToArray(), _stop.Token);
            await args.AcknowledgeAsync(_stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException or MqttCommunicationException or MqttClientNotConnectedException)
        {
            // Not journalled or not acknowledged: the broker sends it again, and the repeat filter knows it then.
        }
    }
}
