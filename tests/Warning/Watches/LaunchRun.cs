using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Watches;

/// <summary>
/// One launch, of a class, from a place and to an azimuth drawn by a seed, in view of two radars of two parties and of one camera; an aircraft's traffic
/// hour goes on around it. It is followed until it is confirmed or down.
/// </summary>
internal sealed class LaunchRun
{
    private const double LongestSeconds = 1_200;

    private readonly Truth _truth;
    private readonly SkyBody _rocket;
    private readonly string _kind;
    private readonly int _seed;
    private readonly WatchSensor[] _sensors;

    public LaunchRun(int seed)
    {
        _seed = seed;
        var random = new Random(seed);
        Geodetic pad = Geodesic.Direct(Traffic.Middle, Math.Tau * random.NextDouble(), 250_000 * Math.Sqrt(random.NextDouble())).Place;
        double azimuth = 360 * random.NextDouble();
        double share = random.NextDouble();
        (_kind, _truth) = (seed % 5) switch
        {
            0 => ("sounding", Truth.SoundingRocket(100 + (300 * share))),
            1 => ("short", Missile(200 + (750 * share))),
            2 => ("medium", Missile(1_050 + (1_900 * share))),
            3 => ("intermediate", Missile(3_100 + (2_300 * share))),
            _ => ("intercontinental", Missile(5_600 + (4_000 * share))),
        };
        _rocket = new SkyBody(BodyKind.Rocket, _truth.Path, 1_500_000, 800_000);
        _sensors =
        [
            Sensor("alfa/radar", SensorKind.Radar, 69.25, 15.95, 0, 1),
            Sensor("bravo/radar", SensorKind.Radar, 70.55, 13.6, 0.35, 2),
            Sensor("alfa/ir", SensorKind.Infrared, 69.3, 16.1, 0.2, 3),
        ];

        Truth Missile(double kilometers) => Truth.Missile(kilometers, pad.LatitudeDegrees, pad.LongitudeDegrees, azimuth);
    }

    public LaunchResult Run()
    {
        // The sky is up before the launch, so that a track is not new because everything is.
        const double Lead = 30;
        var rocket = _rocket with { Path = new LaterPath(_rocket.Path, Lead) };
        List<SkyBody> sky = [rocket, .. new Traffic(_seed).Hour(-Traffic.HourSeconds / 2).Where(b => b.Kind is BodyKind.Airliner or BodyKind.Fighter)];
        var post = new WatchPost();
        var firstSights = new Dictionary<WatchSensor, double>();
        double? confirmed = null;
        var seen = new List<SkyBody>();
        for (double seconds = 0; confirmed is null && seconds < Math.Min(LongestSeconds, rocket.Path.EndSeconds);)
        {
            WatchSensor next = _sensors.MinBy(s => s.NextSeconds)!;
            seconds = next.NextSeconds;
            UtcMicroseconds now = Truth.Epoch.AddSeconds(seconds);
            seen.Clear();
            Scan scan = next.Look([.. sky.Where(b => b.ExistsAt(seconds))], seconds, now, seen);
            if (seen.Contains(rocket))
            {
                _ = firstSights.TryAdd(next, seconds);
            }

            if (post.Take(scan, seconds, now).Any(w => w.State == WarningState.Confirmed))
            {
                confirmed = seconds;
            }
        }

        double[] sights = [.. firstSights.Values.Order()];
        double? second = sights.Length > 1 ? sights[1] : null;
        return new LaunchResult(
            $"{_kind}, seed {_seed}", _kind, second is not null, confirmed - (second ?? confirmed), post.Stage.Warnings.Count);
    }

    private WatchSensor Sensor(string name, SensorKind kind, double latitude, double longitude, double offset, int number) =>
        new(name, kind, Geodetic.FromDegrees(latitude, longitude, 100), 1, offset, (_seed * 10) + number);
}

/// <summary>What came of a launch.</summary>
/// <param name="IsInTwoViews">Whether a second sensor saw it before it was confirmed, or at all.</param>
/// <param name="DelaySeconds">From the second sensor's first sight to the confirmation; 0 where it was confirmed before; null if it never was.</param>
internal sealed record LaunchResult(string Name, string Kind, bool IsInTwoViews, double? DelaySeconds, int Warnings);
