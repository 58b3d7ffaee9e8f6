namespace JointWatch.Station.Outputs;

/// <summary>How a warning is meant; the words are those of CAP 1.2, section 3.2.1, <c>status</c>.</summary>
public enum WarningStatus
{
    /// <summary>It belongs to an exercise: nothing of it happened.</summary>
    Exercise = 0,

    /// <summary>The station is being tried out: nobody should act on it.</summary>
    Test = 1,

    /// <summary>It is meant in earnest. Only a station that was told so says this, and never of an exercise.</summary>
    Actual = 2,
}
