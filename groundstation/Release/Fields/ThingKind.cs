namespace JointWatch.Releases.Fields;

/// <summary>A kind of thing that a party may tell others. The numbers are in signed records: never give one a new meaning.</summary>
public enum ThingKind
{
    /// <summary>A launch warning.</summary>
    Warning = 1,

    /// <summary>A track.</summary>
    Track = 2,

    /// <summary>An announced launch.</summary>
    Announcement = 3,

    /// <summary>What a sensor can see.</summary>
    Coverage = 4,

    /// <summary>Whether a node works or is out.</summary>
    Node = 5,

    /// <summary>The result of an exercise, or of a time.</summary>
    AfterAction = 6,
}
