using System.Globalization;
using JointWatch.Benchmarks.Tracks;
using JointWatch.Warning.Tests.Watches;
using JointWatch.Warnings;

namespace JointWatch.Benchmarks.Warnings;

/// <summary>The long runs of the warnings: hours without a launch, and launches that must not be missed.</summary>
internal static class WarningRuns
{
    private const int BlockHours = 10;
    private const int UsualHours = 100;
    private const int UsualLaunches = 500;
    private const int Seed = 1995;

    /// <param name="args"><c>quiet</c> or <c>launches</c> for one of the two, then how many hours or launches, then the first seed: or nothing, for both as they are wanted.</param>
    /// <param name="output">Takes the tables.</param>
    public static int Run(string[] args, TextWriter output)
    {
        int number = 0;
        int seed = Seed;
        if (args is not ([] or ["quiet" or "launches"] or ["quiet" or "launches", _] or ["quiet" or "launches", _, _])
            || (args.Length > 1 && !(int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= 10_000))
            || (args.Length > 2 && !int.TryParse(args[2], NumberStyles.None, CultureInfo.InvariantCulture, out seed)))
        {
            Console.Error.WriteLine("warnings: expected nothing, or quiet [HOURS [SEED]] or launches [NUMBER [SEED]], numbers from 1 to 10000, a seed from 0");
            return 2;
        }

        output.WriteLine($"Measured on {Machine.Describe()}.");
        bool isGood = true;
        if (args is [] or ["quiet", ..])
        {
            isGood &= Quiet(number > 0 ? number : UsualHours, seed, output);
        }

        if (args is [] or ["launches", ..])
        {
            isGood &= Launches(number > 0 ? number : UsualLaunches, seed, output);
        }

        return isGood ? 0 : 1;
    }

    private static bool Quiet(int hours, int seed, TextWriter output)
    {
        long start = TimeProvider.System.GetTimestamp();
        int blocks = (hours + BlockHours - 1) / BlockHours;
        var results = new QuietResult[blocks];
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => results[i] = new QuietWatch(seed + i, Math.Min(BlockHours, hours - (i * BlockHours)), isAhead: i % 2 == 1).Run());
        foreach ((QuietResult result, int i) in results.Select((r, i) => (r, i)))
        {
            foreach (string line in result.Events)
            {
                output.WriteLine($"block {i}: {line}");
            }
        }

        int Count(WarningState state) => results.Sum(r => r.Reached.GetValueOrDefault(state));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""

            | hours | scans | detections | scans refused for their clock | scans too late | suspected at most | probable at most | confirmed | minutes |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            | {hours} | {results.Sum(r => r.Scans):N0} | {results.Sum(r => r.Detections):N0} | {results.Sum(r => r.Refused):N0} | {results.Sum(r => r.TooLate):N0} | {Count(WarningState.Suspected)} | {Count(WarningState.Probable)} | {Count(WarningState.Confirmed)} | {TimeProvider.System.GetElapsedTime(start).TotalMinutes:0.0} |

            """));
        return results.Sum(r => r.Confirmed) == 0;
    }

    private static bool Launches(int number, int seed, TextWriter output)
    {
        long start = TimeProvider.System.GetTimestamp();
        var results = new LaunchResult[number];
        Parallel.For(
            0,
            number,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => results[i] = new LaunchRun(seed + i).Run());
        foreach (LaunchResult missed in results.Where(r => r.DelaySeconds is null))
        {
            output.WriteLine($"not confirmed: {missed.Name}");
        }

        output.WriteLine("| class | launches | confirmed | warnings a launch | median s | 90 % s | longest s |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (IGrouping<string, LaunchResult> kind in results.GroupBy(r => r.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Row(kind.Key, [.. kind], output);
        }

        Row("all", results, output);
        double[] delays = Delays(results);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nDelays from the second sensor's first sight. {TimeProvider.System.GetElapsedTime(start).TotalMinutes:0.0} minutes."));
        return delays.Length == number && delays[number / 2] <= 20;
    }

    private static void Row(string name, LaunchResult[] results, TextWriter output)
    {
        double[] delays = Delays(results);
        output.WriteLine(delays.Length == 0
            ? $"| {name} | {results.Length} | 0 | | | | |"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {results.Length} | {delays.Length} | {results.Average(r => r.Warnings):0.00} | {delays[delays.Length / 2]:0.0} | {delays[delays.Length * 9 / 10]:0.0} | {delays[^1]:0.0} |"));
    }

    private static double[] Delays(LaunchResult[] results) => [.. results.Select(r => r.DelaySeconds).OfType<double>().Order()];
}
