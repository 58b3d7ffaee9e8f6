using JointWatch.Tracking.Clutter;
using JointWatch.Tracking.Initiation;

namespace JointWatch.Tracking;

/// <summary>What the tracker keeps about one sensor between its scans.</summary>
internal sealed class SensorMemory(SensorId id, ClutterOptions clutter)
{
    public SensorId Id { get; } = id;

    /// <summary>Gets how thick its false detections are found to be.</summary>
    public ClutterMap Clutter { get; } = new(clutter);

    /// <summary>Gets or sets a value indicating whether it measures angles and no range.</summary>
    public bool MeasuresAngles { get; set; }

    /// <summary>Gets how many objects without a track are expected in its view.</summary>
    public double Undetected { get; private set; }

    private UtcMicroseconds LastScan { get; set; }

    private bool Started { get; set; }

    /// <summary>Lets new objects appear until the time of its next scan.</summary>
    public void ComeTo(UtcMicroseconds time, InitiationOptions options)
    {
        double seconds = Started ? Math.Max(time.SecondsSince(LastScan), 0) : 0;
        Undetected = Started ? Undetected + (seconds * options.NewObjectsPerSecond) : options.ObjectsAtStart;
        LastScan = Started && LastScan > time ? LastScan : time;
        Started = true;
    }

    /// <summary>After a scan: those that it detected are known now.</summary>
    public void Looked(double detectionProbability) => Undetected *= 1 - detectionProbability;

    public void CopyFrom(SensorMemory other)
    {
        Clutter.CopyFrom(other.Clutter);
        MeasuresAngles = other.MeasuresAngles;
        Undetected = other.Undetected;
        LastScan = other.LastScan;
        Started = other.Started;
    }
}
