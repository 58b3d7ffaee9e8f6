using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;

namespace JointWatch.Benchmarks.WholeWay;

/// <summary>A node that does nothing but report: its own MQTT session, one report at a time, QoS 1.</summary>
internal sealed class LoadNode : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly ReportMessage _report = new(5);
    private readonly byte[] _buffer = new byte[StationEncoder.MaxReportBytes(5)];
    private readonly Random _random;
    private readonly TimeProvider _time;
    private readonly Stopwatches _sent;
    private readonly int _number;
    private ulong _sequence;

    public LoadNode(int number, Stopwatches sent, TimeProvider time)
    {
        _number = number;
        _sent = sent;
        _time = time;
        _random = new Random(number);
        Name = $"node-{number}";
    }

    public string Name { get; }

    /// <summary>Connects and says its birth. Nodes stand in a grid, each with a sky of its own.</summary>
    public async Task ConnectAsync(int port, TimeSpan scanPeriod)
    {
        await _client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId(Name).Build());
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        int length = MessageEncoder.Write(SomeReport.Birth(-60 + (_number / 40 * 4), -170 + (_number % 40 * 8), scanPeriod), buffer);
        await _client.PublishBinaryAsync(Topics.Of("load", Name, Topics.Birth), buffer[..length], MqttQualityOfServiceLevel.AtLeastOnce, retain: true);
    }

    /// <summary>Sends a report in each period until cancelled.</summary>
    /// <returns>Whether each was acknowledged before the client gave up waiting.</returns>
    public async Task<bool> ReportAsync(TimeSpan period, CancellationToken cancellation)
    {
        string topic = Topics.Of("load", Name, Topics.Report);
        try
        {
            // Nodes do not all report at the same instant.
            await Task.Delay(period * _random.NextDouble(), _time, cancellation);
            using var timer = new PeriodicTimer(period, _time);
            do
            {
                long timeUs = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
                int length = StationEncoder.Write(SomeReport.Fill(_report, _sequence++, timeUs, _random), _buffer);
                _sent.Start(Name, timeUs);
                await _client.PublishBinaryAsync(topic, _buffer[..length], MqttQualityOfServiceLevel.AtLeastOnce, cancellationToken: cancellation);
            }
            while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
        catch (MqttCommunicationException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (MqttCommunicationException)
        {
            // The time is up while a publication was on its way.
        }

        return true;
    }

    public void Dispose() => _client.Dispose();
}
