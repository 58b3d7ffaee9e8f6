using JointWatch.Metrics;
using JointWatch.Metrics.AirPicture;
using JointWatch.Metrics.Delay;
using JointWatch.Metrics.Sets;
using JointWatch.Metrics.Trajectories;
using JointWatch.Station.Cli.Options;
using JointWatch.Tracking;

namespace JointWatch.Station.Sets;

/// <summary>What <c>score</c> says of the whole recording: trajectory GOSPA, the attributes of the air picture, and how long objects wait for tracks.</summary>
internal static class PictureReport
{
    public static IEnumerable<FormattableString> Lines(
        Comparison comparison, IReadOnlyDictionary<string, UtcMicroseconds> firstDetections, ScoreOptions options)
    {
        yield return $"";
        foreach (FormattableString line in Trajectories(comparison, options))
        {
            yield return line;
        }

        Siap siap = Siap.Of(comparison, new SiapOptions { NearMeters = options.CutOffMeters });
        yield return $"SIAP, a track within {options.CutOffMeters} m belonging to the object nearest to it:";
        yield return $"  completeness {siap.Completeness:F4}, ambiguity {siap.Ambiguity:F4}, spuriousness {siap.Spuriousness:F4}";
        yield return $"  position {siap.PositionMeters:F3} m, velocity {Known(siap.VelocityMetersPerSecond, "m/s")}";
        yield return $"  number changes {siap.NumberChangesPerSecond:F6} /s, longest segment {siap.LongestSegment:F4}";
        Latency latency = Latency.Of(comparison, new SetMetric(options.CutOffMeters, options.Order), firstDetections);
        yield return $"First track of an object, on average; never held {100 * latency.NeverHeld:F1} % of objects";
        yield return $"  after its first time {Known(latency.MeanFromTruthSeconds, "s")}, at longest {Known(latency.LongestFromTruthSeconds, "s")}";
        yield return $"  after its first detection {Known(latency.MeanFromDetectionSeconds, "s")}";
    }

    private static FormattableString[] Trajectories(Comparison comparison, ScoreOptions options)
    {
        try
        {
            TrajectoryDistance distance = TrajectoryGospa.Of(
                comparison, new TrajectoryGospaOptions { CutOffMeters = options.CutOffMeters, Order = options.Order, SwitchMeters = options.CutOffMeters });
            string doubt = distance.IsProven ? "" : FormattableString.Invariant($", not proven least: cost {distance.Cost:E3}, gap {distance.Gap:E1}");
            return
            [
                $"Trajectory GOSPA with gamma = {options.CutOffMeters} m: {distance.Value:F3}{doubt}",
                $"  of its power p: localisation {Share(distance.LocalisationCost, distance)}, missed {Share(distance.MissedCost, distance)},",
                $"  false {Share(distance.FalseCost, distance)}, switches {Share(distance.SwitchCost, distance)}",
            ];
        }
        catch (TooLargeException e)
        {
            return [$"Trajectory GOSPA: not computed, {e.Message}"];
        }
    }

    private static string Share(double cost, TrajectoryDistance of) => FormattableString.Invariant($"{(of.Cost > 0 ? 100 * cost / of.Cost : 0):F2} %");

    private static string Known(double value, string unit) => double.IsNaN(value) ? "unknown" : FormattableString.Invariant($"{value:F3} {unit}");
}
