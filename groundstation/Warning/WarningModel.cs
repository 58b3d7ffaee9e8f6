namespace JointWatch.Warnings;

/// <summary>Names the rules by which a warning was worked out, so that a journal read years later tells which they were.</summary>
public static class WarningModel
{
    /// <summary>Raised whenever the same tracks may give other warnings. 2: regions calibrated on seeded flights, classes with probabilities.</summary>
    public const string Version = "launch-warning/2";
}
