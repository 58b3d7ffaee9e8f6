using System.Globalization;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Watches;

/// <summary>
/// Hours in which nothing is launched: two good radars and two cameras that meet sun glint, beside them a radar that lies (twenty made-up detections a
/// scan, and a missile that is not there twice an hour), one whose clock is 30 s off and one that is turned by 10 degrees. Every radar meets bursts of clutter.
/// </summary>
internal sealed class QuietWatch
{
    private readonly int _seed;
    private readonly double _hours;
    private readonly WatchPost _post = new();
    private readonly List<SkyBody> _sky = [];
    private readonly List<SkyBody> _inventions = [];
    private readonly WatchSensor[] _sensors;
    private readonly Dictionary<int, WarningState> _highest = [];

    /// <param name="seed">The same seed gives the same hours.</param>
    /// <param name="hours">How many; their traffic is drawn anew for each.</param>
    /// <param name="isAhead">Whether the bad clock is ahead, so that its reports are refused, rather than behind, so that they come too late.</param>
    public QuietWatch(int seed, double hours, bool isAhead)
    {
        _seed = seed;
        _hours = hours;
        _sensors =
        [
            Radar("alfa/radar-good", 69.25, 15.95, 1, 0, 1),
            Radar("bravo/radar-good", 70.55, 13.6, 1, 0.35, 2),
            new WatchSensor("alfa/radar-lying", SensorKind.Radar, Place(71.9, 17), 1, 0.7, seed + 3)
            {
                Inventions = _inventions,
                MadeUpPerScan = 20,
                Bursts = Bursts(3),
            },
            new WatchSensor("bravo/radar-clock", SensorKind.Radar, Place(68.2, 13.5), 2, 0.15, seed + 4)
            {
                ClockErrorSeconds = isAhead ? 30 : -30,
                Bursts = Bursts(4),
            },
            new WatchSensor("alfa/radar-turned", SensorKind.Radar, Place(70.1, 19), 2, 0.5, seed + 5)
            {
                TurnRadians = double.DegreesToRadians(10),
                Bursts = Bursts(5),
            },
            new WatchSensor("alfa/ir-coast", SensorKind.Infrared, Place(69.3, 16.1), 1, 0.2, seed + 6) { Bursts = Glint },
            new WatchSensor("bravo/ir-west", SensorKind.Infrared, Place(70.6, 13.4), 1, 0.9, seed + 7) { Bursts = Glint },
        ];
    }

    public QuietResult Run()
    {
        var result = new QuietResult { Hours = _hours };
        for (int hour = 0; hour < _hours; hour++)
        {
            double start = hour * Traffic.HourSeconds;
            BeginHour(start);
            Watch(Math.Min(start + Traffic.HourSeconds, _hours * Traffic.HourSeconds), result);
        }

        result.Detections = _post.Detections;
        result.Refused = _post.Refused;
        result.TooLate = _post.Tracker.ScansTooLate;
        foreach (WarningState highest in _highest.Values)
        {
            result.Reached[highest] = result.Reached.GetValueOrDefault(highest) + 1;
        }

        return result;
    }

    private void Watch(double until, QuietResult result)
    {
        List<SkyBody> present = [];
        double renewed = double.NegativeInfinity;
        var seen = new List<SkyBody>();
        while (true)
        {
            WatchSensor next = _sensors.MinBy(s => s.NextSeconds)!;
            double seconds = next.NextSeconds;
            if (seconds >= until)
            {
                return;
            }

            // What comes up within the second is looked for within it.
            if (seconds - renewed >= 1)
            {
                renewed = seconds;
                present = [.. _sky.Where(b => b.Path.EndSeconds >= seconds && b.Path.StartSeconds <= seconds + 1)];
            }

            seen.Clear();
            UtcMicroseconds now = Truth.Epoch.AddSeconds(seconds);
            result.Scans++;
            Scan scan = next.Look([.. present.Where(b => b.ExistsAt(seconds))], seconds, now, seen);
            foreach (LaunchWarning warning in _post.Take(scan, seconds, now))
            {
                Note(warning, seconds, result);
            }
        }
    }

    private void BeginHour(double start)
    {
        _sky.RemoveAll(b => b.Path.EndSeconds < start);
        _inventions.RemoveAll(b => b.Path.EndSeconds < start);
        int hourSeed = (_seed * 1_000) + (int)(start / Traffic.HourSeconds);
        _sky.AddRange(new Traffic(hourSeed).Hour(start));
        var random = new Random(hourSeed);
        for (int i = 0; i < 2; i++)
        {
            Truth missile = Truth.Missile(
                200 + (random.NextDouble() * 2_000), 69 + (3 * random.NextDouble()), 8 + (10 * random.NextDouble()), 360 * random.NextDouble());
            double at = start + ((i + random.NextDouble()) * Traffic.HourSeconds / 2);
            _inventions.Add(new SkyBody(BodyKind.InventedMissile, new LaterPath(missile.Path, at), 1_500_000, 0));
        }
    }

    private void Note(LaunchWarning warning, double seconds, QuietResult result)
    {
        WarningState before = _highest.GetValueOrDefault(warning.Id, WarningState.Suspected);
        if (warning.State > WarningState.Confirmed)
        {
            return;
        }

        _highest[warning.Id] = before > warning.State ? before : warning.State;
        bool isNew = warning.Revision == 1 || warning.State > before;
        TrackEstimate? track = isNew ? _post.Tracker.Find(warning.Track) : null;
        if (track is null)
        {
            return;
        }

        (SkyBody? nearest, double distance) = (null, double.PositiveInfinity);
        foreach (SkyBody body in _sky.Concat(_inventions).Where(b => b.ExistsAt(seconds)))
        {
            double d = (body.Path.StateAt(seconds).PositionMeters - track.Position).Length;
            (nearest, distance) = d < distance ? (body, d) : (nearest, distance);
        }

        string cause = nearest is null ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"{nearest.Kind} at {distance / 1000:0.0} km");
        result.Events.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600:0.000} h W{warning.Id} {warning.State}: nearest {cause}; {warning.Reason} ({string.Join(' ', warning.Sensors)})"));
    }

    /// <summary>One burst an hour on average, of 10 to 60 s, in a sector, all round, or in a narrow direction.</summary>
    private Func<double, Clutter?> Bursts(int sensor) => seconds =>
    {
        double hour = Math.Floor(seconds / Traffic.HourSeconds);
        var random = new Random((_seed * 31) + (sensor * 7_919) + (int)hour);
        double start = (hour * Traffic.HourSeconds) + (random.NextDouble() * 3_500);
        return seconds < start || seconds > start + 10 + (50 * random.NextDouble())
            ? null
            : new Clutter(20 + (180 * random.NextDouble()), Math.Tau * random.NextDouble(), 0.3 * random.NextDouble(), random.Next(3) switch
            {
                0 => Math.Tau,
                1 => 1,
                _ => 0.05,
            });
    };

    /// <summary>The low Sun and its road on the sea, an hour after each sunrise and before each sunset: it moves by 15 degrees an hour.</summary>
    private static Clutter? Glint(double seconds)
    {
        double hours = seconds / Traffic.HourSeconds % 24;
        bool isLow = hours is (>= 1 and < 2) or (>= 13 and < 14);
        return isLow ? new Clutter(5, (hours * Math.Tau / 24) + 1, 0.03, 0.03) : null;
    }

    private WatchSensor Radar(string name, double latitude, double longitude, double period, double offset, int number) =>
        new(name, SensorKind.Radar, Place(latitude, longitude), period, offset, _seed + number) { Bursts = Bursts(number) };

    private static Geodetic Place(double latitude, double longitude) => Geodetic.FromDegrees(latitude, longitude, 100);
}

/// <summary>What came of quiet hours.</summary>
internal sealed class QuietResult
{
    public double Hours { get; init; }

    public long Scans { get; set; }

    public long Detections { get; set; }

    public long Refused { get; set; }

    public long TooLate { get; set; }

    /// <summary>Gets how many warnings came no further than suspected, probable and confirmed.</summary>
    public Dictionary<WarningState, int> Reached { get; } = [];

    public int Confirmed => Reached.GetValueOrDefault(WarningState.Confirmed);

    /// <summary>Gets each warning's way up, with what was nearest to it in truth.</summary>
    public List<string> Events { get; } = [];
}
