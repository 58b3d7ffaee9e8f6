using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>Detections of one sensor of angles that follow one another, and the ranges at which their object may be.</summary>
internal sealed class SightLine(SingleSensorOptions options)
{
    /// <summary>How many scan periods a line that is not confirmed waits: one look may be missed.</summary>
    private const double NewPeriods = 2.2;

    private readonly RangeBank _bank = new(options);
    private Vector3 _firstOrigin;
    private UtcMicroseconds _firstTime;

    public AngleFilter Angles;

    public Sensor Sensor { get; private set; } = null!;

    /// <summary>Gets the time of the last detection.</summary>
    public UtcMicroseconds Newest { get; private set; }

    public int Hits { get; private set; }

    /// <summary>Gets the logarithm of the density with which its last detection was expected, 1/sr.</summary>
    public double LogExpected { get; private set; }

    /// <summary>Gets or sets the detection of the present scan that is its own, or -1.</summary>
    public int Detection { get; set; }

    public bool IsConfirmed => Hits >= options.ConfirmHits;

    public RangeBank Bank => _bank;

    public void Begin(Sensor sensor, in Sight sight, int detection, UtcMicroseconds time)
    {
        Sensor = sensor;
        (Newest, _firstTime) = (time, time);
        (Hits, Detection, LogExpected) = (1, detection, 0);
        _firstOrigin = sensor.Frame.Origin;
        Angles = AngleFilter.Begin(sight, time, options.AngularRateSigma);
    }

    /// <summary>Takes a detection; the angles have been predicted to its time.</summary>
    public void Take(Sensor sensor, in Sight sight, in Detection detection, int index, UtcMicroseconds time)
    {
        bool wasConfirmed = IsConfirmed;
        Sensor = sensor;
        Newest = time;
        Hits++;
        Detection = index;
        LogExpected = Angles.Fit(sight).LogDensity;
        Angles.Update(sight);
        if (wasConfirmed)
        {
            _bank.Update(sensor, detection, time);
        }
        else if (IsConfirmed)
        {
            // The line's turning is that of the object against the sensor, which may move itself.
            _bank.Begin(sensor, Angles, (sensor.Frame.Origin - _firstOrigin) / time.SecondsSince(_firstTime));
        }
    }

    /// <summary>Whether it has waited too long.</summary>
    public bool IsOver(UtcMicroseconds now)
    {
        double silent = now.SecondsSince(Newest);
        return IsConfirmed
            ? silent > Math.Max(options.MaxSilencePeriods * Sensor.ScanPeriodSeconds, options.MaxSilenceSeconds)
            : silent > NewPeriods * Sensor.ScanPeriodSeconds;
    }

    public LineHypothesis Describe()
    {
        Enu local = Sensor.Frame.DirectionToLocal(Angles.Direction);
        return new LineHypothesis(
            Sensor.Id, Newest, local.AzimuthRadians, local.ElevationRadians, Hits,
            [.. Enumerable.Range(0, _bank.Weights.Length).Select(k => new RangeShare(_bank.From(k), _bank.To(k), _bank.Weights[k]))]);
    }

    public void CopyFrom(SightLine other)
    {
        (Sensor, Newest, Hits, LogExpected, Detection, Angles) = (other.Sensor, other.Newest, other.Hits, other.LogExpected, other.Detection, other.Angles);
        (_firstOrigin, _firstTime) = (other._firstOrigin, other._firstTime);
        _bank.CopyFrom(other._bank);
    }
}
