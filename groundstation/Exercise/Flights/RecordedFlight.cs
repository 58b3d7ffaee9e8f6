using JointWatch.Exercises.Flights;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises;

/// <summary>
/// A real flight as it was recorded, smoothed into a path. The way over ground is the geodesic from the site along the azimuth; the place
/// on it is raised by the altitude above the site. Seconds count from lift-off.
/// </summary>
public sealed class RecordedFlight
{
    /// <summary>Radar cross section that stands for a large first stage: 10 m².</summary>
    public const double CrossSectionDbsm = 10;

    /// <summary>All engines of a first stage; later burns use fewer, or the single one of an upper stage.</summary>
    private const double LiftOffIntensity = 500_000;
    private const double LaterIntensity = 100_000;
    private const double BodyIntensity = 20;

    /// <summary>A landing is where, on the way down, the reading of the altitude is no more than this.</summary>
    private const double LandedMeters = 5;

    /// <summary>So is a last reading from which the ground is no farther than this at the speed of the fall: the next came too late.</summary>
    private const double ImpactSeconds = 1.5;

    private readonly IReadOnlyList<PathSample> _samples;
    private readonly bool _landed;

    /// <param name="rows">Two or more, rising in time.</param>
    public RecordedFlight(FlightSite site, IReadOnlyList<FlightRow> rows, SmoothingOptions? options = null)
    {
        Site = site;
        int landing = Landing(rows);
        _landed = landing < rows.Count;
        Points = FlightSmoother.Smooth(_landed ? [.. rows.Take(landing + 1)] : rows, site, options ?? new SmoothingOptions());
        _samples = Samples();
    }

    /// <summary>Gets where it was launched from, and whither.</summary>
    public FlightSite Site { get; }

    /// <summary>Gets the smoothed flight in its plane.</summary>
    public IReadOnlyList<FlightPoint> Points { get; }

    /// <summary>Gets the last instant, seconds from lift-off.</summary>
    public double DurationSeconds => Points[^1].Seconds;

    /// <summary>The flight as an object of an exercise that is launched at <paramref name="launchSeconds"/>.</summary>
    public ExerciseObject ToObject(string name, double launchSeconds, double crossSectionDbsm)
    {
        // Recordings need not begin at zero, nor on a millisecond.
        double shift = Math.Round(launchSeconds, 3);
        var path = new SampledPath([.. _samples.Select(s => s with { Seconds = s.Seconds + shift })]);
        GroundEvent? impact = _landed
            ? new GroundEvent(path.EndSeconds, Wgs84.ToGeodetic(Ecef.FromVector(_samples[^1].PositionMeters)))
            : null;
        return new ExerciseObject(name, ObjectKind.SpaceLaunch, crossSectionDbsm, path, new GroundEvent(shift, Site.Place), impact);
    }

    /// <summary>The place over ground at a distance along the flight's line, height zero.</summary>
    public Geodetic PlaceAlong(double downrangeMeters) => Geodesic.Direct(Site.Place, Site.AzimuthRadians, downrangeMeters).Place;

    /// <summary>The first reading on the ground, or the number of readings if there is none.</summary>
    private static int Landing(IReadOnlyList<FlightRow> rows)
    {
        int top = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            top = rows[i].AltitudeMeters > rows[top].AltitudeMeters ? i : top;
        }

        int landing = top + 1;
        while (landing < rows.Count && rows[landing].AltitudeMeters > LandedMeters)
        {
            landing++;
        }

        FlightRow last = rows[^1];
        bool isImpact = landing == rows.Count && top < rows.Count - 1 && last.AltitudeMeters <= -last.VerticalMetersPerSecond * ImpactSeconds;
        return isImpact ? rows.Count - 1 : landing;
    }

    private List<PathSample> Samples()
    {
        bool[] burns = BurnFinder.Find(Points, Site.Place.HeightMeters);
        var samples = new List<PathSample>(Points.Count);
        bool isFirstBurn = true;
        for (int i = 0; i < Points.Count; i++)
        {
            bool isChange = i > 0 && burns[i] != burns[i - 1];
            isFirstBurn &= !(isChange && !burns[i]);
            double intensity = !burns[i] ? BodyIntensity : isFirstBurn ? LiftOffIntensity : LaterIntensity;
            (Vector3 position, Vector3 velocity) = State(Points[i]);
            samples.Add(new PathSample(Math.Round(Points[i].Seconds, 3), position, velocity, intensity, isChange));
        }

        return samples;
    }

    /// <summary>
    /// The derivative of a point at height h over a geodesic of azimuth α: north ṡ cos α (M + h) / M, east ṡ sin α (N + h) / N, up ḣ, with
    /// the radii of curvature M and N of the ellipsoid.
    /// </summary>
    private (Vector3 Position, Vector3 Velocity) State(FlightPoint point)
    {
        (Geodetic ground, double azimuth) = Geodesic.Direct(Site.Place, Site.AzimuthRadians, point.Downrange.Position);
        Geodetic place = ground with { HeightMeters = Site.Place.HeightMeters + point.Altitude.Position };
        (double sinAz, double cosAz) = Math.SinCos(azimuth);
        double sinLat = Math.Sin(place.LatitudeRadians);
        double w2 = 1 - (Wgs84.EccentricitySquared * sinLat * sinLat);
        double primeVertical = Wgs84.SemiMajorAxisMeters / Math.Sqrt(w2);
        double meridian = primeVertical * (1 - Wgs84.EccentricitySquared) / w2;
        var velocity = new Enu(
            point.Downrange.Velocity * sinAz * (1 + (place.HeightMeters / primeVertical)),
            point.Downrange.Velocity * cosAz * (1 + (place.HeightMeters / meridian)),
            point.Altitude.Velocity);
        return (place.ToEcef().Vector, LocalFrame.At(place).DirectionToCommon(velocity));
    }
}
