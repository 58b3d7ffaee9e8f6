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

    /// <summary>Gets whether it is a place in space.</summary>
    public readonly bool IsPlace => Count == 3;

    /// <summary>Makes the rows of a detection of an object that is about at <paramref name="expected"/>: what the sensor does not measure is taken from there.</summary>
    /// <returns>False where the object is at the sensor.</returns>
    public static bool TryMake(Sensor sensor, in Detection detection, Vector3 expected, out BiasRows rows)
    {
        rows = default;
        LocalFrame frame = sensor.Frame;
        MeasurementNoise noise = sensor.Noise;
        if (sensor.Kind == SensorKind.Place)
        {
            rows.Point = frame.ToCommon(new Enu(detection.EastMeters, detection.NorthMeters, 0));
            double distance = Math.Sqrt((detection.EastMeters * detection.EastMeters) + (detection.NorthMeters * detection.NorthMeters));
            double east = detection.EastMeters / distance;
            double north = detection.NorthMeters / distance;
            double variance = noise.PlaceSigmaMeters * noise.PlaceSigmaMeters;
            rows.Add(new Row(frame.DirectionToCommon(new Enu(east, north, 0)), variance, BiasKind.Range, 1));
            rows.Add(new Row(frame.DirectionToCommon(new Enu(north, -east, 0)), variance, BiasKind.Azimuth, distance));
            rows.Add(new Row(frame.Up, noise.HeightSigmaMeters * noise.HeightSigmaMeters, BiasKind.Elevation, 0));
            return distance > LeastMeters;
        }

        Enu local = frame.ToLocal(expected);
        double elevation = double.IsNaN(detection.ElevationRadians) ? local.ElevationRadians : detection.ElevationRadians;
        bool hasRange = sensor.Kind == SensorKind.Radar;
        double range = hasRange ? detection.RangeMeters : local.RangeMeters;
        (double sinAz, double cosAz) = Math.SinCos(detection.AzimuthRadians);
        (double sinEl, double cosEl) = Math.SinCos(elevation);
        Vector3 along = frame.DirectionToCommon(new Enu(cosEl * sinAz, cosEl * cosAz, sinEl));
        rows.Point = frame.Origin + (range * along);
        if (hasRange)
        {
            rows.Add(new Row(along, noise.RangeSigmaMeters * noise.RangeSigmaMeters, BiasKind.Range, 1));
        }

        // Near the zenith the cosine is known no better than the elevation.
        double elevationVariance = noise.ElevationSigmaRadians * noise.ElevationSigmaRadians;
        double squaredCosine = (cosEl * cosEl) + (sinEl * sinEl * elevationVariance);
        double across = range * range * squaredCosine * noise.AzimuthSigmaRadians * noise.AzimuthSigmaRadians;
        rows.Add(new Row(frame.DirectionToCommon(new Enu(cosAz, -sinAz, 0)), across, BiasKind.Azimuth, range * cosEl));
        if (!double.IsNaN(detection.ElevationRadians))
        {
            Vector3 above = frame.DirectionToCommon(new Enu(-sinEl * sinAz, -sinEl * cosAz, cosEl));
            rows.Add(new Row(above, range * range * elevationVariance, BiasKind.Elevation, range));
        }

        return range > LeastMeters && Vector3.Dot(along, expected - frame.Origin) > 0;
    }

    /// <summary>Makes the rows of a detection that is a place in space by itself.</summary>
    public static bool TryMakePlace(Sensor sensor, in Detection detection, out BiasRows rows)
    {
        Vector3 expected = sensor.Kind == SensorKind.Radar
            ? sensor.Frame.ToCommon(Enu.FromSpherical(detection.RangeMeters, detection.AzimuthRadians, detection.ElevationRadians))
            : sensor.Frame.Origin;
        return TryMake(sensor, detection, expected, out rows) && rows.IsPlace;
    }

    /// <summary>Whether a detection is a place in space by itself.</summary>
    public static bool IsOfPlace(Sensor sensor, in Detection detection) =>
        sensor.Kind == SensorKind.Place || (sensor.Kind == SensorKind.Radar && !double.IsNaN(detection.ElevationRadians));

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
