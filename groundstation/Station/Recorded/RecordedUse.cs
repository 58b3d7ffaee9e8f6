namespace JointWatch.Station.Recorded;

/// <summary>Which of a recorded set's detections are used.</summary>
public enum RecordedUse
{
    /// <summary>Whatever the folder holds.</summary>
    All = 0,

    /// <summary><c>radar_detections.csv</c> only.</summary>
    Radar = 1,

    /// <summary><c>ir_detections.csv</c> only.</summary>
    Infrared = 2,
}
