using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Registration;

/// <summary>
/// A detection as up to three distances in metres along directions at right angles to each other, each with its variance and with how much it grows
/// with each bias of its sensor: along the line of sight, across it towards growing azimuth, and above it towards growing elevation. What is compared is
/// (<see cref="Point"/> less the object's place) along each direction.
/// </summary>
internal ref struct BiasRows
{
    /// <summary>Nearer than this to its sensor, an object has no direction, metres.</summary>
    private const double LeastMeters = 1;

    public Vector3 Point;
    public Row First;
    public Row Second;
    public Row Third;
    public int Count;

    /// <summary>
    /// Makes the rows of a detection of an object that is about at <paramref name="expected"/>. The directions are those of the expected place, not of the
    /// measured one: sensitivities that move with the noise of the residual they belong to would be taken for a bias.
    /// </summary>
    /// <returns>False where the object is at the sensor, or the detection is behind it.</returns>
    public static bool TryMake(Sensor sensor, in Detection detection, Vector3 expected, out BiasRows rows)
    {
        rows = default;
        LocalFrame frame = sensor.Frame;
        MeasurementNoise noise = sensor.Noise;
        Enu local = frame.ToLocal(expected);
        double level = Math.Sqrt((local.EastMeters * local.EastMeters) + (local.NorthMeters * local.NorthMeters));
        double range = local.RangeMeters;
        if (!(range > LeastMeters))
        {
            return false;
        }

        // Straight above, any azimuth will do.
        (double sinAz, double cosAz) = level > 0 ? (local.EastMeters / level, local.NorthMeters / level) : (0, 1);
        Vector3 across = frame.DirectionToCommon(new Enu(cosAz, -sinAz, 0));
        if (sensor.Kind == SensorKind.Place)
        {
            double variance = noise.PlaceSigmaMeters * noise.PlaceSigmaMeters;
            rows.Point = frame.ToCommon(new Enu(detection.EastMeters, detection.NorthMeters, 0));
            rows.Add(new Row(frame.DirectionToCommon(new Enu(sinAz, cosAz, 0)), variance, BiasKind.Range, 1));
            rows.Add(new Row(across, variance, BiasKind.Azimuth, level));
            rows.Add(new Row(frame.Up, noise.HeightSigmaMeters * noise.HeightSigmaMeters, BiasKind.Elevation, 0));
            return true;
        }

        double turn = Math.IEEERemainder(detection.AzimuthRadians - Math.Atan2(sinAz, cosAz), Math.Tau);
        rows.Point = expected + (level * turn * across);
        if (sensor.Kind == SensorKind.Radar)
        {
            Vector3 along = (expected - frame.Origin) / range;
            rows.Point += (detection.RangeMeters - range) * along;
            rows.Add(new Row(along, noise.RangeSigmaMeters * noise.RangeSigmaMeters, BiasKind.Range, 1));
        }

        // Near the zenith the distance from the axis is known no better than the elevation.
        double elevationVariance = noise.ElevationSigmaRadians * noise.ElevationSigmaRadians;
        double squaredLevel = (level * level) + (local.UpMeters * local.UpMeters * elevationVariance);
        rows.Add(new Row(across, squaredLevel * noise.AzimuthSigmaRadians * noise.AzimuthSigmaRadians, BiasKind.Azimuth, level));
        if (!double.IsNaN(detection.ElevationRadians))
        {
            (double sine, double cosine) = (local.UpMeters / range, level / range);
            Vector3 above = frame.DirectionToCommon(new Enu(-sine * sinAz, -sine * cosAz, cosine));
            rows.Point += range * (detection.ElevationRadians - Math.Atan2(local.UpMeters, level)) * above;
            rows.Add(new Row(above, range * range * elevationVariance, BiasKind.Elevation, range));
        }

        return Math.Abs(turn) < Math.PI / 2;
    }

    /// <summary>The place of a detection that is one by itself.</summary>
    public static bool TryPlace(Sensor sensor, in Detection detection, out Vector3 place)
    {
        place = sensor.Kind == SensorKind.Radar
            ? sensor.Frame.ToCommon(Enu.FromSpherical(detection.RangeMeters, detection.AzimuthRadians, detection.ElevationRadians))
            : sensor.Frame.ToCommon(new Enu(detection.EastMeters, detection.NorthMeters, 0));
        return double.IsFinite(place.X + place.Y + place.Z);
    }

    public readonly Row this[int index] => index switch { 0 => First, 1 => Second, _ => Third };

    private void Add(in Row row)
    {
        switch (Count++)
        {
            case 0: First = row; break;
            case 1: Second = row; break;
            default: Third = row; break;
        }
    }

    /// <summary>A direction, the variance along it in m², and the bias that shows along it with the metres it makes for each of its units.</summary>
    public readonly record struct Row(Vector3 Direction, double Variance, BiasKind Bias, double MetersPerUnit);
}
