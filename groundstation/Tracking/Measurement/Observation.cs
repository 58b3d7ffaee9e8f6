using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Measurement;

/// <summary>
/// A detection made ready for filtering: what was measured, as rows with uncorrelated errors. Angles enter as direction cosines along the two
/// directions across the line of sight in which they err, taken at the measured direction. So azimuth neither wraps at north nor runs wild near the
/// zenith: an azimuth error of da moves the line of sight by cos(elevation) da, and that is what is compared.
/// </summary>
/// <remarks>
/// Rows, in order. Radar: range, across (towards growing azimuth), above (towards growing elevation), range rate where given. Infra-red:
/// across, above. Without an elevation the angles lie in the level: across is then that of the bearing alone, above is left out, and the field of
/// view bounds the elevation softly. Places: east, north, with the height bounded softly. See <see cref="SoftRow"/>.
/// </remarks>
internal struct Observation
{
    /// <summary>The largest number of rows.</summary>
    public const int MaxRows = 4;

    public Vector3 Origin;

    /// <summary>The unit vector towards the detection; in the level where no elevation is measured, and north for a place.</summary>
    public Vector3 LineOfSight;

    /// <summary>The unit vector across it, to the right; east for a place.</summary>
    public Vector3 Across;

    /// <summary>The unit vector across both, upwards.</summary>
    public Vector3 Above;
    public double Range;
    public double RangeRate;
    public double East;
    public double North;
    public double RangeVariance;

    /// <summary>The variance of the row across: of a direction cosine, or of the east of a place, m².</summary>
    public double AcrossVariance;

    /// <summary>The variance of the row above, or of the north of a place, m².</summary>
    public double AboveVariance;
    public double RangeRateVariance;
    public bool HasRange;
    public bool HasRangeRate;

    /// <summary>Whether azimuth is measured and elevation is not.</summary>
    public bool IsLevel;
    public bool IsPlace;

    /// <summary>The middle of what is bounded but not measured, and its variance: the sine of the elevation, or the height over the plane, m; else 0.</summary>
    private double _softMean;
    private double _softVariance;

    public readonly int Rows => IsPlace ? 2 : (HasRange ? 1 : 0) + (IsLevel ? 1 : 2) + (HasRangeRate ? 1 : 0);

    /// <summary>Gets the place of a detection in the common frame, if it has a range: what is not measured is in the middle of its bounds.</summary>
    public readonly Vector3 Position => IsPlace ? Origin + (East * Across) + (North * LineOfSight) + (_softMean * Above)
        : IsLevel ? Origin + (Range * ((SoftCosine * LineOfSight) + (_softMean * Above)))
        : Origin + (Range * LineOfSight);

    private readonly double SoftCosine => Math.Sqrt(1 - (_softMean * _softMean));

    /// <summary>Makes a detection ready.</summary>
    public static Observation Of(Sensor sensor, in Detection detection)
    {
        if (sensor.Kind == SensorKind.Place)
        {
            return OfPlace(sensor, detection);
        }

        MeasurementNoise noise = sensor.Noise;
        double angleFactor = noise.AngleVarianceFactor(sensor.ScanPeriodSeconds);
        bool isLevel = double.IsNaN(detection.ElevationRadians);
        (double sinAz, double cosAz) = Math.SinCos(detection.AzimuthRadians);
        (double sinEl, double cosEl) = isLevel ? (0, 1) : Math.SinCos(detection.ElevationRadians);
        double elevationVariance = noise.ElevationSigmaRadians * noise.ElevationSigmaRadians;

        // Near the zenith cos(elevation) is known no better than the elevation: its mean square keeps the variance off zero.
        double meanSquareCosine = (cosEl * cosEl) + (sinEl * sinEl * elevationVariance);
        bool hasRange = sensor.Kind == SensorKind.Radar;
        bool hasRangeRate = hasRange && !double.IsNaN(detection.RangeRateMetersPerSecond) && noise.RangeRateSigmaMetersPerSecond > 0;
        Observation observation = new()
        {
            Origin = sensor.Frame.Origin,
            LineOfSight = sensor.Frame.DirectionToCommon(new Enu(cosEl * sinAz, cosEl * cosAz, sinEl)),
            Across = sensor.Frame.DirectionToCommon(new Enu(cosAz, -sinAz, 0)),
            Above = sensor.Frame.DirectionToCommon(new Enu(-sinEl * sinAz, -sinEl * cosAz, cosEl)),
            Range = hasRange ? detection.RangeMeters : double.NaN,
            RangeRate = hasRangeRate ? detection.RangeRateMetersPerSecond : double.NaN,
            RangeVariance = noise.RangeSigmaMeters * noise.RangeSigmaMeters,
            AcrossVariance = angleFactor * noise.AzimuthSigmaRadians * noise.AzimuthSigmaRadians * meanSquareCosine,
            AboveVariance = angleFactor * elevationVariance,
            RangeRateVariance = noise.RangeRateSigmaMetersPerSecond * noise.RangeRateSigmaMetersPerSecond,
            HasRange = hasRange,
            HasRangeRate = hasRangeRate,
            IsLevel = isLevel,
        };
        if (isLevel)
        {
            observation.BoundElevation(sensor.FieldOfView);
        }

        return observation;
    }

    /// <summary>The covariance of <see cref="Position"/>, 3 by 3, row by row, m².</summary>
    public readonly void PositionCovariance(Span<double> covariance)
    {
        if (IsPlace)
        {
            Dyad.Set(covariance, Across, AcrossVariance);
            Dyad.Add(covariance, LineOfSight, AboveVariance);
            Dyad.Add(covariance, Above, _softVariance);
            return;
        }

        double cosine = IsLevel ? SoftCosine : 1;
        double sine = IsLevel ? _softMean : 0;
        Dyad.Set(covariance, (cosine * LineOfSight) + (sine * Above), RangeVariance);
        Dyad.Add(covariance, Across, Range * Range * cosine * cosine * AcrossVariance);

        // A sine that is off by ds turns the line of sight by ds over the cosine.
        double aboveVariance = IsLevel ? _softVariance / Math.Max(cosine * cosine, _softVariance) : AboveVariance;
        Dyad.Add(covariance, (cosine * Above) - (sine * LineOfSight), Range * Range * aboveVariance);
    }

    /// <summary>
    /// What this measurement says of an object at <paramref name="position"/> moving with <paramref name="velocity"/>: the residual
    /// (measured less expected) and the derivatives of the expected measurement by position and velocity, rows by 6.
    /// </summary>
    /// <returns>False where the object is at the sensor or behind it.</returns>
    public readonly bool TryLinearise(Vector3 position, Vector3 velocity, Span<double> residual, Span<double> jacobian)
    {
        Vector3 offset = position - Origin;
        if (IsPlace)
        {
            residual[0] = East - Vector3.Dot(offset, Across);
            residual[1] = North - Vector3.Dot(offset, LineOfSight);
            SetRow(jacobian, 0, Across, Vector3.Zero);
            SetRow(jacobian, 1, LineOfSight, Vector3.Zero);
            return true;
        }

        double range = offset.Length;
        Vector3 u = offset / range;

        // In the level, the line of sight is laid down; straight above the sensor it has no direction.
        double length = IsLevel ? Math.Sqrt((range * range) - Square(Vector3.Dot(Above, offset))) : range;
        if (!(length > 1e-3) || Vector3.Dot(u, LineOfSight) <= 0)
        {
            return false;
        }

        int row = 0;
        if (HasRange)
        {
            residual[row] = Range - range;
            SetRow(jacobian, row++, u, Vector3.Zero);
        }

        Vector3 along = IsLevel ? (offset - (Vector3.Dot(Above, offset) * Above)) / length : u;
        double across = Vector3.Dot(Across, along);
        residual[row] = -across;
        SetRow(jacobian, row++, (Across - (across * along)) / length, Vector3.Zero);
        if (!IsLevel)
        {
            double above = Vector3.Dot(Above, u);
            residual[row] = -above;
            SetRow(jacobian, row++, (Above - (above * u)) / range, Vector3.Zero);
        }

        if (HasRangeRate)
        {
            double rate = Vector3.Dot(u, velocity);
            residual[row] = RangeRate - rate;
            SetRow(jacobian, row, (velocity - (rate * u)) / range, u);
        }

        return true;
    }

    /// <summary>The residual alone, for points that may lie anywhere around an object: an angle beyond a right one goes on growing.</summary>
    /// <returns>False where the point is at the sensor.</returns>
    public readonly bool TryCompare(Vector3 position, Vector3 velocity, Span<double> residual)
    {
        Vector3 offset = position - Origin;
        if (IsPlace)
        {
            residual[0] = East - Vector3.Dot(offset, Across);
            residual[1] = North - Vector3.Dot(offset, LineOfSight);
            return true;
        }

        double range = offset.Length;
        Vector3 u = offset / range;
        double length = IsLevel ? Math.Sqrt((range * range) - Square(Vector3.Dot(Above, offset))) : range;
        if (!(length > 1e-3))
        {
            return false;
        }

        int row = 0;
        if (HasRange)
        {
            residual[row++] = Range - range;
        }

        double across = Vector3.Dot(Across, offset) / length;
        double above = IsLevel ? 0 : Vector3.Dot(Above, u);
        if (Vector3.Dot(u, LineOfSight) < 0)
        {
            double sine = Math.Sqrt((across * across) + (above * above));
            double unfold = sine > 0 ? (2 - sine) / sine : 1;
            across *= unfold;
            above *= unfold;
        }

        residual[row++] = -across;
        if (!IsLevel)
        {
            residual[row++] = -above;
        }

        if (HasRangeRate)
        {
            residual[row] = RangeRate - Vector3.Dot(u, velocity);
        }

        return true;
    }

    /// <summary>The variances of the rows.</summary>
    public readonly void Variances(Span<double> variances)
    {
        int row = 0;
        if (HasRange)
        {
            variances[row++] = RangeVariance;
        }

        variances[row++] = AcrossVariance;
        if (!IsLevel)
        {
            variances[row++] = AboveVariance;
        }

        if (HasRangeRate)
        {
            variances[row] = RangeRateVariance;
        }
    }

    /// <summary>What bounds the place of an object beside what was measured.</summary>
    public readonly SoftRow Soft(Vector3 position)
    {
        if (!(_softVariance > 0))
        {
            return default;
        }

        Vector3 offset = position - Origin;
        if (IsPlace)
        {
            return new SoftRow(_softMean - Vector3.Dot(offset, Above), Above, _softVariance);
        }

        double range = offset.Length;
        Vector3 u = offset / range;
        double sine = Vector3.Dot(Above, u);
        return new SoftRow(_softMean - sine, (Above - (sine * u)) / range, _softVariance);
    }

    private static Observation OfPlace(Sensor sensor, in Detection detection)
    {
        MeasurementNoise noise = sensor.Noise;
        return new Observation
        {
            Origin = sensor.Frame.Origin,
            LineOfSight = sensor.Frame.North,
            Across = sensor.Frame.East,
            Above = sensor.Frame.Up,
            Range = double.NaN,
            RangeRate = double.NaN,
            East = detection.EastMeters,
            North = detection.NorthMeters,
            AcrossVariance = noise.PlaceSigmaMeters * noise.PlaceSigmaMeters,
            AboveVariance = noise.PlaceSigmaMeters * noise.PlaceSigmaMeters,
            IsPlace = true,
            _softVariance = noise.HeightSigmaMeters * noise.HeightSigmaMeters,
        };
    }

    /// <summary>The sine of the elevation, uniform between its bounds.</summary>
    private void BoundElevation(FieldOfView field)
    {
        double least = Math.Sin(field.ElevationMinRadians);
        double greatest = Math.Sin(field.ElevationMaxRadians);
        _softMean = (least + greatest) / 2;
        _softVariance = Square(greatest - least) / 12;
    }

    private static double Square(double x) => x * x;

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
