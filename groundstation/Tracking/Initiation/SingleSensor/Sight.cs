using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>A measured direction: a unit vector in the common frame, and its variances across it, in rad².</summary>
internal readonly record struct Sight(Vector3 Direction, Vector3 Across, Vector3 Above, double AcrossVariance, double AboveVariance)
{
    /// <summary>The direction of a detection; of a bearing, that to the horizon.</summary>
    public static Sight Of(Sensor sensor, in Detection detection, double levelSigma)
    {
        bool isLevel = double.IsNaN(detection.ElevationRadians);
        (double sinAz, double cosAz) = Math.SinCos(detection.AzimuthRadians);
        (double sinEl, double cosEl) = isLevel ? (0, 1) : Math.SinCos(detection.ElevationRadians);
        double above = isLevel ? levelSigma : sensor.Noise.ElevationSigmaRadians;
        double across = sensor.Noise.AzimuthSigmaRadians;

        // Near the zenith the cosine is known no better than the elevation.
        double squaredCosine = (cosEl * cosEl) + (sinEl * sinEl * above * above);
        return new Sight(
            sensor.Frame.DirectionToCommon(new Enu(cosEl * sinAz, cosEl * cosAz, sinEl)),
            sensor.Frame.DirectionToCommon(new Enu(cosAz, -sinAz, 0)),
            sensor.Frame.DirectionToCommon(new Enu(-sinEl * sinAz, -sinEl * cosAz, cosEl)),
            across * across * squaredCosine,
            above * above);
    }

    /// <summary>The variance along a direction across the line of sight.</summary>
    public double Along(Vector3 axis)
    {
        double a = Vector3.Dot(axis, Across);
        double b = Vector3.Dot(axis, Above);
        return (a * a * AcrossVariance) + (b * b * AboveVariance);
    }
}
