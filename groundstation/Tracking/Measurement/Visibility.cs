using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Measurement;

/// <summary>Whether a sensor could have seen an object: only then does a look without a detection say anything.</summary>
internal readonly struct Visibility
{
    /// <summary>How far inside its limits, and above its horizon, an object must be: an edge is not sharp and the place not certain.</summary>
    private const double MarginRadians = 0.0044;

    /// <summary>A common frame whose origins are farther out than this is Earth-centred, and has a horizon.</summary>
    private const double EarthCentredFromMeters = 6.0e6;

    private readonly Sensor _sensor;
    private readonly double _elevationMin;
    private readonly double _rangeMax;

    public Visibility(Sensor sensor)
    {
        _sensor = sensor;
        _rangeMax = Math.Min(sensor.FieldOfView.RangeMaxMeters, sensor.SureRangeMeters);
        _elevationMin = Math.Max(sensor.FieldOfView.ElevationMinRadians, HorizonElevation(sensor.Frame)) + MarginRadians;
    }

    public bool CouldSee(Vector3 position)
    {
        FieldOfView field = _sensor.FieldOfView;
        Enu local = _sensor.Frame.ToLocal(position);
        double range = local.RangeMeters;
        double elevation = local.ElevationRadians;
        if (!(range >= field.RangeMinMeters && range <= _rangeMax)
            || elevation < _elevationMin
            || elevation > field.ElevationMaxRadians - MarginRadians)
        {
            return false;
        }

        if (field.AzimuthWidthRadians >= Math.Tau - 1e-5)
        {
            return true;
        }

        double halfWidth = field.AzimuthWidthRadians / 2;
        double fromMiddle = Math.IEEERemainder(local.AzimuthRadians - field.AzimuthStartRadians - halfWidth, Math.Tau);
        return Math.Abs(fromMiddle) <= halfWidth - MarginRadians;
    }

    /// <summary>The elevation of the horizon of a sphere, seen from a height above it: -acos(R / (R + h)). A flat world has none.</summary>
    private static double HorizonElevation(LocalFrame frame)
    {
        if (frame.Origin.Length < EarthCentredFromMeters)
        {
            return -Math.PI / 2;
        }

        double height = Math.Max(Wgs84.ToGeodetic(Ecef.FromVector(frame.Origin)).HeightMeters, 0);
        return -Math.Acos(Wgs84.MeanRadiusMeters / (Wgs84.MeanRadiusMeters + height));
    }
}
