using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Initiation;

namespace JointWatch.Tracking;

/// <summary>
/// One track as the tracker works on it; <see cref="TrackEstimate"/> is what others see. It keeps the estimate as of the last update:
/// each scan predicts it afresh, so a scan that comes late is late only for the tracks that a later one has updated.
/// </summary>
internal sealed class Track(ModelBank updated, ModelBank predicted)
{
    /// <summary>Gets or sets the estimate as of <see cref="LastDetection"/>.</summary>
    public ModelBank Updated { get; set; } = updated;

    /// <summary>Gets or sets the estimate taken to the time of the present scan.</summary>
    public ModelBank Predicted { get; set; } = predicted;

    /// <summary>Gets mean and covariance at the time of the present scan.</summary>
    public StateMoments AtScan { get; } = new();

    public TrackId Id { get; set; }

    public TrackState State { get; set; }

    public UtcMicroseconds FirstDetection { get; private set; }

    /// <summary>Gets the time of its newest detection.</summary>
    public UtcMicroseconds LastDetection { get; private set; }

    public int Detections { get; private set; }

    public List<SensorId> Sensors { get; } = [];

    /// <summary>Gets, for each of <see cref="Sensors"/>, the time of its newest detection.</summary>
    private List<UtcMicroseconds> NewestOfSensor { get; } = [];

    public bool SeenByRadar { get; private set; }

    /// <summary>
    /// Gets the time since which no second sensor has seen it: the second newest among the newest detections of each sensor.
    /// Until two have seen it, that of its first detection.
    /// </summary>
    public UtcMicroseconds SeenByTwo { get; private set; }

    /// <summary>Gets the longest scan period among the sensors that have contributed.</summary>
    public double LongestPeriodSeconds { get; private set; }

    /// <summary>Gets or sets the log-likelihood ratio of "an object" against "false detections".</summary>
    public double Score { get; set; }

    /// <summary>Gets or sets the evidence against it since the last detection: the sum of -ln(1 - Pd) over looks without one.</summary>
    public double MissedEvidence { get; set; }

    /// <summary>Gets or sets the older track that this one looks the same as, or null, and for how many scans in a row.</summary>
    public TrackId? Twin { get; set; }

    public int TwinScans { get; set; }

    /// <summary>Gets or sets a value indicating whether the sensor of the present scan could have seen it.</summary>
    public bool Visible { get; set; }

    /// <summary>Gets or sets the detection of the present scan that it takes, or -1.</summary>
    public int Taken { get; set; }

    public double TakenScore { get; set; }

    /// <summary>Makes it new, for another object.</summary>
    public void Reset(TrackId id)
    {
        Id = id;
        State = TrackState.Tentative;
        Detections = 0;
        Sensors.Clear();
        NewestOfSensor.Clear();
        SeenByRadar = false;
        LongestPeriodSeconds = 0;
        Score = 0;
        MissedEvidence = 0;
        Twin = null;
        TwinScans = 0;
        Taken = -1;
    }

    /// <summary>Notes that a sensor's detection has gone into it.</summary>
    public void Count(Sensor sensor, UtcMicroseconds time)
    {
        if (Detections == 0 || time < FirstDetection)
        {
            FirstDetection = time;
        }

        if (Detections == 0 || time > LastDetection)
        {
            LastDetection = time;
        }

        Detections++;
        MissedEvidence = 0;
        SeenByRadar |= sensor.Kind == SensorKind.Radar;
        LongestPeriodSeconds = Math.Max(LongestPeriodSeconds, sensor.ScanPeriodSeconds);
        NoteSensor(sensor.Id, time);
    }

    private void NoteSensor(SensorId sensor, UtcMicroseconds time)
    {
        int index = Sensors.IndexOf(sensor);
        if (index < 0)
        {
            Sensors.Add(sensor);
            NewestOfSensor.Add(time);
        }
        else if (time > NewestOfSensor[index])
        {
            NewestOfSensor[index] = time;
        }

        SeenByTwo = FirstDetection;
        foreach (UtcMicroseconds other in NewestOfSensor)
        {
            if (other < LastDetection && other > SeenByTwo)
            {
                SeenByTwo = other;
            }
        }
    }

    /// <summary>Notes the one or two detections of a plot.</summary>
    public void CountPlot(in Plot plot)
    {
        if (plot.OtherSensor is { } other)
        {
            Count(other, plot.OldestTime);
        }

        Count(plot.Sensor, plot.Time);
    }
}
