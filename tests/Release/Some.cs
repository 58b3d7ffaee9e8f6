using JointWatch.Releases.Inputs;
using JointWatch.Releases.Output;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Releasing;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Releases.Tests;

/// <summary>Values that do not matter to a test.</summary>
internal static class Some
{
    /// <summary>2026-07-04T12:00:00Z.</summary>
    public static readonly UtcMicroseconds Noon = new(1_783_166_400_000_000);

    public static LaunchWarning Warning(int id = 7, WarningState state = WarningState.Confirmed, double latitude = 69.123456, double longitude = 16.654321) => new(
        id, 4, new TrackId(40 + id), state, ObjectClass.MediumRange, 0.973, Noon, Noon,
        new LaunchEstimate(Noon.AddSeconds(-47.318), 0.7, Geodetic.FromDegrees(latitude, longitude, 0), 1_234, double.DegreesToRadians(341.7)),
        new ImpactEstimate(Noon.AddSeconds(612.4), 3.1, Geodetic.FromDegrees(77.77777, 11.11111, 0), 8_765, 4_321, 0.456),
        false, 345_678, 41, [new SensorId("alfa/radar-1"), new SensorId("bravo/ir-2")], "climbs at 882 m/s, seen 41 times by 2 sensors");

    /// <summary>A policy of one rule on warnings for bravo; the lines are added to the rule, and may replace what is there.</summary>
    public static ReleasePolicy Policy(string rule, string rest = "")
    {
        string[] usual = ["name = \"rule\"", "kind = \"warning\"", "to = [\"bravo\"]", "delaySeconds = 0", "releaseEverySeconds = 10"];
        string[] given = rule.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> kept = usual.Where(u => !given.Any(g => g.StartsWith(u.Split(' ')[0] + " ", StringComparison.Ordinal)));
        return ReleasePolicy.Parse($"[policy]\nparty = \"alfa\"\n{rest}\n[[allow]]\n{string.Join('\n', kept.Concat(given))}\n", "policy.toml");
    }

    /// <summary>Takes warnings at their times, seconds after noon, and gives all that is released until an hour later.</summary>
    public static IReadOnlyList<Release> Play(ReleasePolicy policy, params (double Seconds, LaunchWarning Warning)[] warnings)
    {
        var releaser = new Releaser(policy, "bravo");
        foreach ((double seconds, LaunchWarning warning) in warnings)
        {
            releaser.Take(Unreleased.Of(warning), Noon.AddSeconds(seconds));
        }

        return releaser.AdvanceTo(Noon.AddSeconds(3_600));
    }

    /// <summary>Seconds after noon.</summary>
    public static double SecondsOf(Release release) => release.At.SecondsSince(Noon);
}
