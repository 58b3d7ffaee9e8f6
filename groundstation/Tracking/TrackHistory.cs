namespace JointWatch.Tracking;

/// <summary>What has gone into a track: when, how often, from whom; and how strong the evidence is.</summary>
internal sealed class TrackHistory
{
    private readonly List<SensorId> _sensors = [];
    private readonly List<UtcMicroseconds> _newestOfSensor = [];
    private readonly List<int> _detectionsOfSensor = [];
    private SensorId[]? _published;

    public UtcMicroseconds FirstDetection { get; private set; }

    /// <summary>Gets the time of its newest detection.</summary>
    public UtcMicroseconds LastDetection { get; private set; }

    /// <summary>Gets the time of its newest detection by a sensor that measures more than a bearing: a bearing alone does not hold a track.</summary>
    public UtcMicroseconds LastHold { get; private set; }

    public int Detections { get; private set; }

    /// <summary>Gets or sets how often a sensor that measures more than a bearing has seen it with nothing before it.</summary>
    public int ClearLooks { get; set; }

    /// <summary>Gets or sets how often it has been seen behind a nearer object, where that one's multiple echoes lie.</summary>
    public int LooksBehind { get; set; }

    /// <summary>Gets the sensors that have seen it, in order of first contribution, as a list of its own.</summary>
    public IReadOnlyList<SensorId> Sensors => _published ??= [.. _sensors];

    /// <summary>Gets a value indicating whether a sensor has seen it that measures more than directions.</summary>
    public bool SeenInRange { get; private set; }

    /// <summary>
    /// Gets the time since which no second sensor has seen it: the second newest among the newest detections of each sensor.
    /// Until two have seen it, that of its first detection.
    /// </summary>
    public UtcMicroseconds SeenByTwo { get; private set; }

    /// <summary>Gets how many detections the sensor contributed that contributed second most.</summary>
    public int DetectionsOfSecond { get; private set; }

    /// <summary>Gets the longest scan period among the sensors that have contributed.</summary>
    public double LongestPeriodSeconds { get; private set; }

    /// <summary>Gets or sets the log-likelihood ratio of "an object" against "false detections".</summary>
    public double Score { get; set; }

    /// <summary>Gets or sets the evidence against it since the last detection: the sum of -ln(1 - Pd) over looks without one.</summary>
    public double MissedEvidence { get; set; }

    public void Clear()
    {
        Detections = 0;
        ClearLooks = 0;
        LooksBehind = 0;
        _sensors.Clear();
        _newestOfSensor.Clear();
        _detectionsOfSensor.Clear();
        DetectionsOfSecond = 0;
        _published = null;
        SeenInRange = false;
        LongestPeriodSeconds = 0;
        Score = 0;
        MissedEvidence = 0;
    }

    /// <summary>Notes that a sensor's detection has gone into it.</summary>
    /// <param name="sensor">The sensor.</param>
    /// <param name="time">When it looked.</param>
    /// <param name="holds">Whether it measures more than a bearing.</param>
    public void Count(Sensor sensor, UtcMicroseconds time, bool holds = true)
    {
        if (holds && (Detections == 0 || time > LastHold))
        {
            LastHold = time;
        }

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
        SeenInRange |= sensor.Kind != SensorKind.Infrared;
        LongestPeriodSeconds = Math.Max(LongestPeriodSeconds, sensor.ScanPeriodSeconds);
        NoteSensor(sensor.Id, time);
    }

    public void CopyFrom(TrackHistory other)
    {
        FirstDetection = other.FirstDetection;
        LastDetection = other.LastDetection;
        LastHold = other.LastHold;
        Detections = other.Detections;
        ClearLooks = other.ClearLooks;
        LooksBehind = other.LooksBehind;
        SeenInRange = other.SeenInRange;
        SeenByTwo = other.SeenByTwo;
        LongestPeriodSeconds = other.LongestPeriodSeconds;
        Score = other.Score;
        MissedEvidence = other.MissedEvidence;
        _published = other._published;
        _sensors.Clear();
        _newestOfSensor.Clear();
        _detectionsOfSensor.Clear();
        DetectionsOfSecond = other.DetectionsOfSecond;
        for (int i = 0; i < other._sensors.Count; i++)
        {
            _sensors.Add(other._sensors[i]);
            _newestOfSensor.Add(other._newestOfSensor[i]);
            _detectionsOfSensor.Add(other._detectionsOfSensor[i]);
        }
    }

    private void NoteSensor(SensorId sensor, UtcMicroseconds time)
    {
        int index = IndexOf(sensor);
        if (index < 0)
        {
            _sensors.Add(sensor);
            _newestOfSensor.Add(time);
            _detectionsOfSensor.Add(1);
            _published = null;
        }
        else
        {
            _newestOfSensor[index] = time > _newestOfSensor[index] ? time : _newestOfSensor[index];
            _detectionsOfSensor[index]++;
        }

        NoteSecond();

        SeenByTwo = FirstDetection;
        foreach (UtcMicroseconds other in _newestOfSensor)
        {
            if (other < LastDetection && other > SeenByTwo)
            {
                SeenByTwo = other;
            }
        }
    }

    private void NoteSecond()
    {
        (int most, int second) = (0, 0);
        foreach (int count in _detectionsOfSensor)
        {
            (most, second) = count > most ? (count, most) : (most, Math.Max(second, count));
        }

        DetectionsOfSecond = second;
    }

    private int IndexOf(SensorId sensor)
    {
        for (int i = 0; i < _sensors.Count; i++)
        {
            if (ReferenceEquals(_sensors[i].Value, sensor.Value) || string.Equals(_sensors[i].Value, sensor.Value, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
