using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Paths;

/// <summary>A point of a route: where, at what height above the ellipsoid, and how fast (over ground) the aircraft flies from here on.</summary>
public readonly record struct Waypoint(Geodetic Place, double SpeedMetersPerSecond);

/// <summary>What an airliner's crew and passengers bear.</summary>
/// <param name="TurnMetersPerSecondSquared">Across: 4.5 m/s² is a bank of 25°, usual for airliners.</param>
/// <param name="RollSeconds">From level flight into such a turn.</param>
/// <param name="AlongMetersPerSecondSquared">Speeding up and slowing down.</param>
/// <param name="ClimbMetersPerSecondSquared">Into a climb or descent and out of it.</param>
/// <param name="ClimbMetersPerSecond">Fastest climb and descent.</param>
public sealed record AircraftLimits(
    double TurnMetersPerSecondSquared = 4.5,
    double RollSeconds = 4,
    double AlongMetersPerSecondSquared = 0.7,
    double ClimbMetersPerSecondSquared = 0.5,
    double ClimbMetersPerSecond = 15);

/// <summary>
/// Flies an aircraft along a route, step by step as a pilot does: direct to the next waypoint on a great circle, turning early so
/// as to meet the leg after it, and easing into each change of speed and height, so that velocity never jumps.
/// </summary>
public sealed class AircraftRoute
{
    /// <summary>A route longer than this is cut short.</summary>
    public const double LongestFlightSeconds = 24 * 3600;

    private const double StepSeconds = 0.5;

    private readonly IReadOnlyList<Waypoint> _waypoints;
    private readonly AircraftLimits _limits;
    private readonly double _intensity;
    private readonly List<PathSample> _samples = [];
    private Geodetic _place;
    private double _course;
    private double _turnRate;
    private double _speed;
    private double _climb;
    private int _next = 1;

    private AircraftRoute(IReadOnlyList<Waypoint> waypoints, AircraftLimits limits, double intensity)
    {
        _waypoints = waypoints;
        _limits = limits;
        _intensity = intensity;
        _place = waypoints[0].Place;
        _speed = waypoints[0].SpeedMetersPerSecond;
        _course = CourseTo(waypoints[1].Place);
    }

    /// <summary>Flies the route from its first waypoint at <paramref name="startSeconds"/> to its last, or until <paramref name="endSeconds"/>.</summary>
    /// <param name="waypoints">Two or more.</param>
    public static SampledPath Fly(
        IReadOnlyList<Waypoint> waypoints, double startSeconds, double endSeconds, double intensityWattsPerSteradian, AircraftLimits limits)
    {
        if (waypoints.Count < 2)
        {
            throw new ArgumentException("a route has two waypoints or more", nameof(waypoints));
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endSeconds, startSeconds);
        var route = new AircraftRoute(waypoints, limits, intensityWattsPerSteradian);
        double last = Math.Min(endSeconds, startSeconds + LongestFlightSeconds);
        route.Record(startSeconds);
        for (int i = 1; route._next < waypoints.Count && startSeconds + (i * StepSeconds) <= last; i++)
        {
            route.Step();
            route.Record(startSeconds + (i * StepSeconds));
        }

        if (route._samples.Count == 1)
        {
            route.Step();
            route.Record(startSeconds + StepSeconds);
        }

        return new SampledPath(route._samples);
    }

    private void Step()
    {
        Waypoint target = _waypoints[_next];
        (double distance, double bearing) = Geodesic.Inverse(_place, target.Place);
        double off = Math.IEEERemainder(bearing - _course, Math.Tau);
        double roll = Toward(_turnRate, WantedTurnRate(off), _limits.TurnMetersPerSecondSquared / _speed / _limits.RollSeconds);
        double thrust = Toward(_speed, _waypoints[_next - 1].SpeedMetersPerSecond, _limits.AlongMetersPerSecondSquared);
        double lift = Toward(_climb, WantedClimb(target.Place.HeightMeters - _place.HeightMeters), _limits.ClimbMetersPerSecondSquared);

        // Midpoint rule on the ellipsoid: radii of curvature after J. P. Snyder, "Map Projections: A Working Manual" (1987), p. 25.
        double turnRate = _turnRate + (roll * StepSeconds / 2);
        double course = _course + (turnRate * StepSeconds / 2);
        double speed = _speed + (thrust * StepSeconds / 2);
        double climb = _climb + (lift * StepSeconds / 2);
        Geodetic middle = Moved(_place, _place, StepSeconds / 2, course, speed, climb);
        _place = Moved(_place, middle, StepSeconds, course, speed, climb);
        _course += turnRate * StepSeconds;
        _turnRate += roll * StepSeconds;
        _speed += thrust * StepSeconds;
        _climb += lift * StepSeconds;

        if (IsReached(target, distance, off))
        {
            _next++;
        }
    }

    private bool IsReached(Waypoint target, double distance, double off)
    {
        bool isBehind = Math.Abs(off) > Math.PI / 2 && distance < 2 * TurnRadius;
        if (_next == _waypoints.Count - 1)
        {
            return isBehind || distance < _speed * StepSeconds;
        }

        double turn = Math.Abs(Math.IEEERemainder(Geodesic.Inverse(target.Place, _waypoints[_next + 1].Place).AzimuthRadians - _course, Math.Tau));
        double lead = (TurnRadius * Math.Tan(Math.Min(turn, 2.5) / 2)) + (_speed * _limits.RollSeconds / 2);
        return isBehind || distance < Math.Max(lead, _speed * StepSeconds);
    }

    private double TurnRadius => _speed * _speed / _limits.TurnMetersPerSecondSquared;

    /// <summary>The turn from which it can still roll level in time, gentler near the end.</summary>
    private double WantedTurnRate(double off)
    {
        double fastest = _limits.TurnMetersPerSecondSquared / _speed;
        double rate = Math.Min(fastest, Math.Min(Math.Sqrt(fastest / _limits.RollSeconds * Math.Abs(off)), Math.Abs(off) / 3));
        return Math.CopySign(rate, off);
    }

    /// <summary>The climb from which it can still level off in time: v = sqrt(2 a h), gentler near the end.</summary>
    private double WantedClimb(double heightLeft)
    {
        double climb = Math.Min(_limits.ClimbMetersPerSecond, Math.Min(Math.Sqrt(_limits.ClimbMetersPerSecondSquared * Math.Abs(heightLeft)), Math.Abs(heightLeft) / 4));
        return Math.CopySign(climb, heightLeft);
    }

    private static double Toward(double from, double to, double limit) => Math.Clamp((to - from) / StepSeconds, -limit, limit);

    private double CourseTo(Geodetic place) => Geodesic.Inverse(_place, place).AzimuthRadians;

    private static Geodetic Moved(Geodetic from, Geodetic curvatureAt, double seconds, double course, double speed, double climb)
    {
        (double sin, double cos) = Math.SinCos(curvatureAt.LatitudeRadians);
        double w2 = 1 - (Wgs84.EccentricitySquared * sin * sin);
        double primeVertical = Wgs84.SemiMajorAxisMeters / Math.Sqrt(w2);
        double meridian = primeVertical * (1 - Wgs84.EccentricitySquared) / w2;
        return new Geodetic(
            from.LatitudeRadians + (speed * Math.Cos(course) * seconds / (meridian + curvatureAt.HeightMeters)),
            from.LongitudeRadians + (speed * Math.Sin(course) * seconds / ((primeVertical + curvatureAt.HeightMeters) * cos)),
            from.HeightMeters + (climb * seconds));
    }

    private void Record(double seconds)
    {
        Vector3 velocity = LocalFrame.At(_place)
            .DirectionToCommon(new Enu(_speed * Math.Sin(_course), _speed * Math.Cos(_course), _climb));
        _samples.Add(new PathSample(seconds, _place.ToEcef().Vector, velocity, _intensity, false));
    }
}
