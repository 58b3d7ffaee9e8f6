using JointWatch.Releases.Inputs;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>A place and how far about it a thing may be.</summary>
internal readonly record struct Point(double Latitude, double Longitude, double RadiusMeters);

/// <summary>A thing as the world has it at an instant, in the units of the tests. What a kind does not have is not read.</summary>
internal sealed record Snap(string Kind, int Number, long AtMicroseconds, string State, string Class)
{
    public Point? Launch { get; init; }

    public Point? Impact { get; init; }

    public Point? Place { get; init; }

    public long LaunchMicroseconds { get; init; }

    public long ImpactMicroseconds { get; init; }

    public long? BurnoutMicroseconds { get; init; }

    public double AzimuthDegrees { get; init; }

    public double WidthDegrees { get; init; }

    public double Percent { get; init; }

    public double ApogeeKilometers { get; init; }

    public double HeightKilometers { get; init; }

    public double Speed { get; init; }

    public double RangeMeters { get; init; }

    public int Count { get; init; }

    public int SecondCount { get; init; }

    public int ThirdCount { get; init; }

    public string[] Sensors { get; init; } = [];

    public bool IsInfrared { get; init; }

    public long FromMicroseconds { get; init; }

    public long UntilMicroseconds { get; init; }

    /// <summary>The number of the track, for a warning.</summary>
    public int Track { get; init; }

    public string Words { get; init; } = "";

    public string Id => Kind switch
    {
        "track" => $"T{Number:D4}",
        "announcement" => $"alfa/plan-{Number}",
        _ => $"{Number}",
    };

    public string Sensor => $"alfa/node-{Number}";

    public Unreleased ToUnreleased() => Kind switch
    {
        "warning" => Unreleased.Of(ToWarning()),
        "track" => Unreleased.Of(ToTrack()),
        "announcement" => Unreleased.Of(ToAnnouncement()),
        "coverage" => Unreleased.Of(new SensorCoverage(
            new SensorId(Sensor),
            IsInfrared ? SensorKind.Infrared : SensorKind.Radar,
            ToGeodetic(Place!.Value),
            new FieldOfView(double.DegreesToRadians(AzimuthDegrees), double.DegreesToRadians(WidthDegrees), 0, 1, 0, RangeMeters))),
        "node" => Unreleased.Of(new NodeStanding(new SensorId(Sensor), Place is { } at ? ToGeodetic(at) : null, State == "out", new UtcMicroseconds(FromMicroseconds))),
        _ => Unreleased.Of(new AfterAction($"{Number}", new UtcMicroseconds(FromMicroseconds), new UtcMicroseconds(UntilMicroseconds), Count, SecondCount, ThirdCount)),
    };

    private static Geodetic ToGeodetic(Point point) => Geodetic.FromDegrees(point.Latitude, point.Longitude, 0);

    private LaunchWarning ToWarning()
    {
        // A radius of one sigma from that of 90 %: the tail of chi-square with two degrees of freedom is exp(-x / 2).
        double sigmas = Math.Sqrt(-2 * Math.Log(0.1));
        LaunchEstimate? launch = Launch is { } l
            ? new LaunchEstimate(new UtcMicroseconds(LaunchMicroseconds), 1.234, ToGeodetic(l), l.RadiusMeters / sigmas, double.DegreesToRadians(AzimuthDegrees))
            : null;
        ImpactEstimate? impact = Impact is { } i
            ? new ImpactEstimate(new UtcMicroseconds(ImpactMicroseconds), 2.345, ToGeodetic(i), i.RadiusMeters / sigmas, i.RadiusMeters / 3 / sigmas, 0.7)
            : null;
        return new LaunchWarning(
            Number, SecondCount, new TrackId(Track), Enum.Parse<WarningState>(State, ignoreCase: true), Enum.Parse<ObjectClass>(Class, ignoreCase: true), Percent / 100,
            new UtcMicroseconds(AtMicroseconds - 5_000_000), new UtcMicroseconds(AtMicroseconds), launch, impact, false, ApogeeKilometers * 1000, Count, [.. Sensors.Select(s => new SensorId(s))], Words)
        {
            Burnout = BurnoutMicroseconds is { } burnout ? new BurnoutEstimate(new UtcMicroseconds(burnout), 1, 50_000, Speed) : null,
        };
    }

    private TrackEstimate ToTrack()
    {
        var place = Geodetic.FromDegrees(Place!.Value.Latitude, Place.Value.Longitude, HeightKilometers * 1000);
        Enu velocity = Enu.FromSpherical(Speed, double.DegreesToRadians(AzimuthDegrees), 0.1);
        return new TrackEstimate(
            new TrackId(Number), Enum.Parse<TrackState>(State, ignoreCase: true), new UtcMicroseconds(FromMicroseconds), place.ToEcef().Vector, LocalFrame.At(place).DirectionToCommon(velocity),
            new Vector3(Percent, 2, 3), new double[36], new UtcMicroseconds(FromMicroseconds), new UtcMicroseconds(FromMicroseconds), Count, [.. Sensors.Select(s => new SensorId(s))])
        {
            Existence = Percent / 100,
        };
    }

    private AnnouncementEntry ToAnnouncement()
    {
        var plan = new Announcement(
            "alfa", $"plan-{Number}", SecondCount, Enum.Parse<ObjectClass>(Class, ignoreCase: true), new UtcMicroseconds(FromMicroseconds), new UtcMicroseconds(UntilMicroseconds),
            GroundArea.Circle(ToGeodetic(Launch!.Value), Launch.Value.RadiusMeters),
            WidthDegrees > 0 ? new AzimuthSector(double.DegreesToRadians(AzimuthDegrees), double.DegreesToRadians(WidthDegrees)) : null,
            Impact is { } i ? GroundArea.Circle(ToGeodetic(i), i.RadiusMeters) : null,
            new UtcMicroseconds(UntilMicroseconds), Words);
        return new AnnouncementEntry(plan, SecondCount, new UtcMicroseconds(AtMicroseconds), Enum.Parse<AnnouncementState>(State, ignoreCase: true), null, null, Words);
    }
}
