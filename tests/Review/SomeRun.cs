using JointWatch.Exercises;
using JointWatch.Reviews.Input;
using JointWatch.Reviews.Numbers;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Reviews.Tests;

/// <summary>A run that was not flown: tracks and warnings are put exactly where a test wants them, about the truth of the built-in exercise.</summary>
internal static class SomeRun
{
    public const string Missile = "Missile Alder";

    public static readonly UtcMicroseconds Start = new(1_783_166_400_000_000);

    public static Scenario Plan { get; } = Scenario.BuiltIn();

    public static RunFile File { get; } = new("northern-watch-1", 1, ["alfa", "bravo"], Start);

    public static ExerciseObject Alder { get; } = Plan.Objects.Single(o => o.Name == Missile);

    /// <summary>A party that sees the missile from an instant on, each ten seconds, so far off; and nothing else.</summary>
    public static Observed Party(string name, double fromSeconds, double offMeters, params IReadOnlyList<SeenWarning> warnings)
    {
        var samples = new List<Sample>();
        for (double s = 0; s <= 300; s += 10)
        {
            var tracks = new List<SeenTrack>();
            if (s >= fromSeconds && Alder.ExistsAt(s))
            {
                var state = Alder.Path.StateAt(s);
                tracks.Add(new SeenTrack(new TrackId(4), state.PositionMeters + new Vector3(offMeters, 0, 0), state.VelocityMetersPerSecond, Start.AddSeconds(fromSeconds - 2), Certain(offMeters)));
            }

            samples.Add(new Sample(Start.AddSeconds(s), tracks));
        }

        return new Observed(name, samples, warnings, new Dictionary<int, AnnouncementLabel>(), [new BoardDelays($"{name}/radar", [0.1, 0.2, 0.3, 0.4, 10])], new Dictionary<string, long>());
    }

    /// <summary>A covariance that says truly how far off the track is, and 1 m/s of each part of the velocity.</summary>
    public static double[] Certain(double offMeters)
    {
        var rows = new double[36];
        for (int i = 0; i < 6; i++)
        {
            rows[(i * 6) + i] = i < 3 ? Math.Max(1, offMeters * offMeters) : 1;
        }

        return rows;
    }

    public static SeenWarning Warning(double atSeconds, WarningState state, long track = 4, double impactOffMeters = 0)
    {
        Geodetic impact = Alder.Impact!.Place;
        ImpactEstimate estimate = new(Start.AddSeconds(Alder.Impact.Seconds + 3), 1, GreatNorth(impact, impactOffMeters), 1000, 500, 0);
        return new SeenWarning(Start.AddSeconds(atSeconds), new LaunchWarning(
            1, 1, new TrackId(track), state, ObjectClass.SoundingOrShortRange, 0.97, Start.AddSeconds(atSeconds), Start.AddSeconds(atSeconds),
            new LaunchEstimate(Start.AddSeconds(Alder.Launch!.Seconds - 1.5), 1, Alder.Launch.Place, 100, 0), estimate, false, 100_000, 30, [new SensorId("alfa/radar")], "<b>climbs</b> & burns"));
    }

    public static ReviewReport Make(params IReadOnlyList<Observed> observed) => ReviewMaker.Make(File, Plan, observed, 10, [new DirectorAct(12, "link-down", "the link <is> cut")], null);

    /// <summary>So far to the north: a metre of a meridian is 1/111,320 of a degree to some parts in a thousand.</summary>
    private static Geodetic GreatNorth(Geodetic from, double meters) => Geodetic.FromDegrees(from.LatitudeDegrees + (meters / 111_320), from.LongitudeDegrees, from.HeightMeters);
}
