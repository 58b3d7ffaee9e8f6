using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Emulation;
using JointWatch.Firmware;
using MQTTnet;

namespace JointWatch.Benchmarks.Boards;

/// <summary>
/// Emulated boards in real time: so many, each with the firmware on virtual hardware and three threads, all in this process, scan once a second
/// and report over TCP on loopback. A report's delay is from its scan to its arrival, by way of the broker, at one subscriber.
/// </summary>
internal sealed class BoardsLoad(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);
    private readonly ConcurrentBag<double> _delays = [];
    private int _measuring;

    /// <param name="args">The numbers of boards; by default 100 and 1,000.</param>
    /// <param name="output">Takes the table.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        int[] counts = args.Length == 0 ? [100, 1_000] : [.. args.Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        output.WriteLine("| boards | broker | online after s | reports/s | p50 ms | p99 ms | longest ms | cores busy | MB | not well |");
        output.WriteLine("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (int count in counts)
        {
            await new BoardsLoad(TimeProvider.System).MeasureAsync(count, output);
        }

        return 0;
    }

    private async Task MeasureAsync(int count, TextWriter output)
    {
        await using LoadBroker broker = await LoadBroker.StartAsync();
        using IMqttClient subscriber = await SubscribeAsync();
        using var stop = new CancellationTokenSource();
        EmulatedBoard[] boards = [.. Enumerable.Range(0, count).Select(i => new EmulatedBoard(Setup(i), "127.0.0.1", LoadBroker.Port, 1, time))];
        long start = time.GetTimestamp();
        Task[] running = [.. boards.Select(b => b.RunAsync(stop.Token))];
        while (!boards.All(b => b.Online) && time.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), time);
        }

        double up = time.GetElapsedTime(start).TotalSeconds;
        await Task.Delay(Warmup, time);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long begin = time.GetTimestamp();
        Volatile.Write(ref _measuring, 1);
        await Task.Delay(Measured, time);
        Volatile.Write(ref _measuring, 0);
        double seconds = time.GetElapsedTime(begin).TotalSeconds;
        double busy = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / seconds;
        double[] delays = [.. _delays.Order()];
        int unwell = boards.Count(b => b.Failure is not null || !b.Online);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {count:N0} | {broker.Name} | {up:F1} | {delays.Length / seconds:N0} | {At(delays, 0.5):F1} | {At(delays, 0.99):F1} | {At(delays, 1):F0} | {busy:F2} | {Environment.WorkingSet >> 20:N0} | {unwell} |"));
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    private static NodeSetup Setup(int number)
    {
        NodeSetup setup = NodeSetup.ForRadar("alfa", "radar-" + number.ToString(CultureInfo.InvariantCulture), 60 + (number % 100 * 0.1), 10 + (number / 100), 50);
        setup.ScanOffsetUs = (uint)(number * 7_919L % 1_000 * 1_000);
        setup.Seed = (uint)number + 1;
        return setup;
    }

    private static double At(double[] sorted, double p) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(p * sorted.Length))];

    private async Task<IMqttClient> SubscribeAsync()
    {
        IMqttClient client = new MqttClientFactory().CreateMqttClient();
        client.ApplicationMessageReceivedAsync += e =>
        {
            Took(e.ApplicationMessage.Payload);
            return Task.CompletedTask;
        };
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", LoadBroker.Port).WithClientId("bench").Build());
        await client.SubscribeAsync(Topics.Root + "+/+/" + Topics.Report);
        return client;
    }

    private void Took(ReadOnlySequence<byte> payload)
    {
        if (Volatile.Read(ref _measuring) != 0)
        {
            byte[] bytes = payload.ToArray();
            ReportMessage report = StationDecoder.ReadReport(bytes, 0, bytes.Length, SensorKind.Radar);
            _delays.Add((time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds - (report.TimeUs * 1e-3));
        }
    }
}
