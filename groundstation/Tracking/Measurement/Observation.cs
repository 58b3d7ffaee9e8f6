using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Measurement;

/// <summary>
/// A detection made ready for filtering: its line of sight in the common frame, with the two directions across it in which its angles err.
/// Angles enter as direction cosines along those two directions, taken at the measured direction. So azimuth neither wraps at north nor
/// runs wild near the zenith: an azimuth error of da moves the line of sight by cos(elevation) da, and that is what is compared.
/// Rows of its measurement, in order: range (radar), across (towards growing azimuth), above (towards growing elevation), range rate (where given).
/// </summary>
internal struct Observation
{
    /// <summary>The largest number of rows.</summary>
    public const int MaxRows = 4;

    public Vector3 Origin;
    public Vector3 LineOfSight;
    public Vector3 Across;
    public Vector3 Above;
    public double Range;
    public double RangeRate;
    public double RangeVariance;
    public double AcrossVariance;
    public double AboveVariance;
    public double RangeRateVariance;

    /// <summary>The logarithm of the false detections expected in a unit of the measurement space of the rows above, at this detection.</summary>
    public double LogFalseDensity;
    public bool HasRange;
    public bool IsPlace;
    public Vector3 PlaceAt;
    public double PlaceVariance;
    public double HeightVariance;
    public bool HasRangeRate;

    public readonly int Rows => IsPlace ? 3 : 2 + (HasRange ? 1 : 0) + (HasRangeRate ? 1 : 0);

    /// <summary>Makes a detection ready. <paramref name="falseDensity"/> is per scan and unit of range, azimuth, elevation, range rate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Observation Of(Sensor sensor, in Detection detection, double falseDensity)
    {
        if (sensor.Kind == SensorKind.Place)
        {
            return new Observation { IsPlace = true, Origin = sensor.Frame.Origin, LineOfSight = sensor.Frame.East, Across = sensor.Frame.North, Above = sensor.Frame.Up,
                PlaceAt = sensor.Frame.ToCommon(new Enu(detection.EastMeters, detection.NorthMeters, 0)),
                PlaceVariance = sensor.Noise.PlaceSigmaMeters * sensor.Noise.PlaceSigmaMeters, HeightVariance = sensor.Noise.HeightSigmaMeters * sensor.Noise.HeightSigmaMeters };
        }

        (double sinAz, double cosAz) = Math.SinCos(detection.AzimuthRadians);
        (double sinEl, double cosEl) = Math.SinCos(detection.ElevationRadians);
        MeasurementNoise noise = sensor.Noise;
        double elevationVariance = noise.ElevationSigmaRadians * noise.ElevationSigmaRadians;

        // Near the zenith cos(elevation) is known no better than the elevation: its mean square keeps the variance off zero.
        double meanSquareCosine = (cosEl * cosEl) + (sinEl * sinEl * elevationVariance);
        bool hasRange = sensor.Kind == SensorKind.Radar;
        bool hasRangeRate = hasRange && !double.IsNaN(detection.RangeRateMetersPerSecond) && noise.RangeRateSigmaMetersPerSecond > 0;
        return new Observation
        {
            Origin = sensor.Frame.Origin,
            LineOfSight = sensor.Frame.DirectionToCommon(new Enu(cosEl * sinAz, cosEl * cosAz, sinEl)),
            Across = sensor.Frame.DirectionToCommon(new Enu(cosAz, -sinAz, 0)),
            Above = sensor.Frame.DirectionToCommon(new Enu(-sinEl * sinAz, -sinEl * cosAz, cosEl)),
            Range = hasRange ? detection.RangeMeters : double.NaN,
            RangeRate = hasRangeRate ? detection.RangeRateMetersPerSecond : double.NaN,
            RangeVariance = noise.RangeSigmaMeters * noise.RangeSigmaMeters,
            AcrossVariance = noise.AzimuthSigmaRadians * noise.AzimuthSigmaRadians * meanSquareCosine,
            AboveVariance = elevationVariance,
            RangeRateVariance = noise.RangeRateSigmaMetersPerSecond * noise.RangeRateSigmaMetersPerSecond,
            LogFalseDensity = Math.Log(falseDensity / Math.Sqrt(meanSquareCosine)) - (hasRangeRate ? Math.Log(FalseDensity.RangeRateSpan) : 0),
            HasRange = hasRange,
            HasRangeRate = hasRangeRate,
        };
    }

    /// <summary>The place of a radar detection in the common frame.</summary>
    public readonly Vector3 Position => IsPlace ? PlaceAt : Origin + (Range * LineOfSight);

    /// <summary>The covariance of <see cref="Position"/>, 3 by 3, row by row, m².</summary>
    public readonly void PositionCovariance(Span<double> covariance)
    {
        if (IsPlace)
        {
            Dyad.Set(covariance, LineOfSight, PlaceVariance);
            Dyad.Add(covariance, Across, PlaceVariance);
            Dyad.Add(covariance, Above, HeightVariance);
            return;
        }

        double across = Range * Range * AcrossVariance;
        double above = Range * Range * AboveVariance;
        Dyad.Set(covariance, LineOfSight, RangeVariance);
        Dyad.Add(covariance, Across, across);
        Dyad.Add(covariance, Above, above);
    }

    /// <summary>
    /// What this measurement says of an object at <paramref name="position"/> moving with <paramref name="velocity"/>: the residual
    /// (measured less expected) and the derivatives of the expected measurement by position and velocity, rows by 6.
    /// </summary>
    /// <returns>False where the object is at the sensor or behind it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly bool TryLinearise(Vector3 position, Vector3 velocity, Span<double> residual, Span<double> jacobian)
    {
        Vector3 offset = position - Origin;
        if (IsPlace)
        {
            Vector3 d = PlaceAt - position;
            residual[0] = Vector3.Dot(d, LineOfSight);
            residual[1] = Vector3.Dot(d, Across);
            residual[2] = Vector3.Dot(d, Above);
            SetRow(jacobian, 0, LineOfSight, Vector3.Zero);
            SetRow(jacobian, 1, Across, Vector3.Zero);
            SetRow(jacobian, 2, Above, Vector3.Zero);
            return true;
        }

        double range = offset.Length;
        Vector3 u = offset / range;
        if (!(range > 1) || Vector3.Dot(u, LineOfSight) <= 0)
        {
            return false;
        }

        int row = 0;
        if (HasRange)
        {
            residual[row] = Range - range;
            SetRow(jacobian, row++, u, Vector3.Zero);
        }

        double across = Vector3.Dot(Across, u);
        residual[row] = -across;
        SetRow(jacobian, row++, (Across - (across * u)) / range, Vector3.Zero);
        double above = Vector3.Dot(Above, u);
        residual[row] = -above;
        SetRow(jacobian, row++, (Above - (above * u)) / range, Vector3.Zero);
        if (HasRangeRate)
        {
            double rate = Vector3.Dot(u, velocity);
            residual[row] = RangeRate - rate;
            SetRow(jacobian, row, (velocity - (rate * u)) / range, u);
        }

        return true;
    }

    /// <summary>The variance of a row.</summary>
    public readonly double Variance(int row) => IsPlace ? (row == 2 ? HeightVariance : PlaceVariance) : (HasRange ? row : row + 1) switch
    {
        0 => RangeVariance,
        1 => AcrossVariance,
        2 => AboveVariance,
        _ => RangeRateVariance,
    };

    private static void SetRow(Span<double> jacobian, int row, Vector3 byPosition, Vector3 byVelocity)
    {
        Span<double> r = jacobian.Slice(row * 6, 6);
        r[0] = byPosition.X;
        r[1] = byPosition.Y;
        r[2] = byPosition.Z;
        r[3] = byVelocity.X;
        r[4] = byVelocity.Y;
        r[5] = byVelocity.Z;
    }
}
