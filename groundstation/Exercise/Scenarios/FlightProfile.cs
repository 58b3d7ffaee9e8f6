namespace JointWatch.Exercises;

/// <summary>How high a missile flies for its range.</summary>
public enum FlightProfile
{
    /// <summary>The path that needs the least energy for its range.</summary>
    MinimumEnergy = 0,

    /// <summary>Steeper: higher and longer in the air than it need be.</summary>
    Lofted = 1,

    /// <summary>Flatter: lower, and sooner there.</summary>
    Depressed = 2,
}
