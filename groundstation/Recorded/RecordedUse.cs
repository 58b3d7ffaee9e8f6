namespace JointWatch.Recorded;

/// <summary>Which of a recorded set's detections are used.</summary>
public enum RecordedUse
{
    /// <summary>Whatever the folder holds.</summary>
    All = 0,

    /// <summary>Those with a range or a place: of radars, and of lidars.</summary>
    Radar = 1,

    /// <summary>Those of angles alone: of infra-red sensors and cameras.</summary>
    Infrared = 2,
}
