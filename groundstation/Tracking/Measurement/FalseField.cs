using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Measurement;

/// <summary>
/// How a sensor's false detections lie in what it measures: the density of one a scan. Uniform over the field of view in range, azimuth and
/// elevation, or uniform in a box in space. Units of the measured space: a metre of range; a radian across and above the line of sight
/// (an azimuth step of da is cos(elevation) da); a metre each way for places; and a metre a second where the range rate is measured.
/// </summary>
internal static class FalseField
{
    /// <summary>The width over which the range rates of false detections spread, m/s: twice the speed of a missile's fall.</summary>
    private const double RangeRateSpan = 16_000;

    private const double SmallestSpan = 1e-3;

    /// <summary>The logarithm of the density at a detection, where the sensor has one false detection a scan.</summary>
    /// <param name="sensor">The sensor.</param>
    /// <param name="detection">The detection.</param>
    /// <param name="lineOfSight">The unit vector to it, in the common frame.</param>
    public static double LogDensityOfOne(Sensor sensor, in Detection detection, Vector3 lineOfSight)
    {
        bool level = double.IsNaN(detection.ElevationRadians);
        double log = (sensor.Kind, sensor.FalseBox) switch
        {
            (SensorKind.Place, { } box) => -Math.Log(Span(box.Least.X, box.Greatest.X) * Span(box.Least.Y, box.Greatest.Y)),
            (SensorKind.Place, null) => -Math.Log(Math.PI * sensor.FieldOfView.RangeMaxMeters * sensor.FieldOfView.RangeMaxMeters),
            (SensorKind.Radar, { } box) => -Math.Log(Volume(box)) + ((level ? 1 : 2) * Math.Log(Math.Max(detection.RangeMeters, 1)))
                + (level ? Math.Log(Span(box.Least.Z, box.Greatest.Z)) : 0),
            (_, { } box) when !level => InDirection(box, sensor.Frame.Origin, lineOfSight),
            _ => OverField(sensor, detection, level),
        };
        bool hasRate = !double.IsNaN(detection.RangeRateMetersPerSecond) && sensor.Noise.RangeRateSigmaMetersPerSecond > 0;
        return log - (hasRate ? Math.Log(RangeRateSpan) : 0);
    }

    private static double OverField(Sensor sensor, in Detection detection, bool level)
    {
        FieldOfView field = sensor.FieldOfView;
        double volume = Math.Max(field.AzimuthWidthRadians, SmallestSpan);
        if (sensor.Kind == SensorKind.Radar)
        {
            volume *= Math.Max(field.RangeMaxMeters - field.RangeMinMeters, 1);
        }

        if (level)
        {
            return -Math.Log(volume);
        }

        // Near the zenith an azimuth says nothing; the elevation's own error keeps the density there finite.
        double elevationVariance = sensor.Noise.ElevationSigmaRadians * sensor.Noise.ElevationSigmaRadians;
        (double sine, double cosine) = Math.SinCos(detection.ElevationRadians);
        double metric = Math.Sqrt((cosine * cosine) + (sine * sine * elevationVariance));
        return -Math.Log(volume * Math.Max(field.ElevationMaxRadians - field.ElevationMinRadians, SmallestSpan) * metric);
    }

    /// <summary>Of a box full of false objects, the share within a unit of solid angle around a direction: ∫ r² dr along the ray through it, over its volume.</summary>
    private static double InDirection(FalseDetectionBox box, Vector3 origin, Vector3 direction)
    {
        double enter = 0;
        double leave = double.PositiveInfinity;
        Narrow(box.Least.X - origin.X, box.Greatest.X - origin.X, direction.X, ref enter, ref leave);
        Narrow(box.Least.Y - origin.Y, box.Greatest.Y - origin.Y, direction.Y, ref enter, ref leave);
        Narrow(box.Least.Z - origin.Z, box.Greatest.Z - origin.Z, direction.Z, ref enter, ref leave);
        double cubes = leave > enter && double.IsFinite(leave) ? ((leave * leave * leave) - (enter * enter * enter)) / 3 : 0;

        // A ray past the box can still meet a false detection of its edge, moved by noise: a millionth of the mean over the sphere.
        return Math.Log(Math.Max(cubes / Volume(box), 1e-6));
    }

    private static void Narrow(double least, double greatest, double direction, ref double enter, ref double leave)
    {
        if (Math.Abs(direction) < 1e-12)
        {
            leave = least <= 0 && greatest >= 0 ? leave : -1;
            return;
        }

        double a = least / direction;
        double b = greatest / direction;
        enter = Math.Max(enter, Math.Min(a, b));
        leave = Math.Min(leave, Math.Max(a, b));
    }

    private static double Volume(FalseDetectionBox box) =>
        Span(box.Least.X, box.Greatest.X) * Span(box.Least.Y, box.Greatest.Y) * Span(box.Least.Z, box.Greatest.Z);

    private static double Span(double least, double greatest) => Math.Max(greatest - least, 1);
}
