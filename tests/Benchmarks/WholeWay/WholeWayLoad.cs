using System.Globalization;
using System.Net;
using JointWatch.Station;
using JointWatch.Station.Hosting;

namespace JointWatch.Benchmarks.WholeWay;

/// <summary>
/// The whole way from publish to track update, over TCP on loopback: a station with its broker and journal, and nodes in the same process,
/// so both share the machine. Each number of nodes is tried twice, with one and with ten scans a second each.
/// </summary>
internal static class WholeWayLoad
{
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    /// <param name="args">The numbers of nodes; by default 1, 10, 100 and 1,000.</param>
    /// <param name="output">Takes the table.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        int[] counts = args.Length == 0 ? [1, 10, 100, 1_000] : [.. args.Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        output.WriteLine("| nodes | scans/s each | reports/s offered | reports/s tracked | p50 ms | p99 ms | CPU µs a report |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (int count in counts)
        {
            await MeasureAsync(count, 1, output);
            await MeasureAsync(count, 10, output);
        }

        return 0;
    }

    private static async Task MeasureAsync(int count, int rate, TextWriter output)
    {
        TimeSpan period = TimeSpan.FromSeconds(1.0 / rate);
        TimeProvider time = TimeProvider.System;
        string data = Directory.CreateTempSubdirectory("jointwatch-load-").FullName;
        var stopwatches = new Stopwatches(time);
        var settings = new HostSettings(data, IPAddress.Loopback, 0, null, ["http://127.0.0.1:0"]);
        await using (StationHost host = await StationHost.StartAsync(settings, Stages.Default, time, Console.Error.WriteLine, stopwatches))
        {
            LoadNode[] nodes = [.. Enumerable.Range(0, count).Select(i => new LoadNode(i, stopwatches, time))];
            await Task.WhenAll(nodes.Select(n => n.ConnectAsync(host.MqttPort, period)));
            using var stop = new CancellationTokenSource();
            Task<bool>[] running = [.. nodes.Select(n => Task.Run(() => n.ReportAsync(period, stop.Token)))];
            await Task.Delay(Warmup, time);
            stopwatches.Take();
            TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
            long start = time.GetTimestamp();
            await Task.Delay(Measured, time);
            double[] milliseconds = stopwatches.Take();
            double seconds = time.GetElapsedTime(start).TotalSeconds;
            double cpu = (Environment.CpuUsage.TotalTime - cpuBefore).TotalMicroseconds;
            await stop.CancelAsync();
            bool[] acknowledged = await Task.WhenAll(running);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {count:N0} | {rate} | {count * rate:N0} | {milliseconds.Length / seconds:N0} | {Percentile(milliseconds, 0.5):F2} | {Percentile(milliseconds, 0.99):F2} | {cpu / Math.Max(1, milliseconds.Length):F0} |{(acknowledged.All(a => a) ? "" : " senders gave up waiting")}"));
            foreach (LoadNode node in nodes)
            {
                node.Dispose();
            }
        }

        Directory.Delete(data, recursive: true);
    }

    private static double Percentile(double[] sorted, double p) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(p * sorted.Length))];
}
