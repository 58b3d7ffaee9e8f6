namespace JointWatch.Tracking;

/// <summary>How detections and tracks are brought together.</summary>
public enum AssociationMethod
{
    /// <summary>Each track takes each detection by its marginal probability, which belief propagation gives.</summary>
    BeliefPropagation = 0,

    /// <summary>Each track takes the detection that the likeliest joint association gives it: global nearest neighbour.</summary>
    NearestNeighbour = 1,
}

/// <summary>How tracks begin.</summary>
public enum InitiationMethod
{
    /// <summary>Plots wait as a Poisson intensity of objects not known yet.</summary>
    Poisson = 0,

    /// <summary>The likeliest pairs of plots.</summary>
    TwoPoint = 1,
}

/// <summary>How tracks are confirmed and ended.</summary>
public enum LifeMethod
{
    /// <summary>By the probability that there is an object.</summary>
    Existence = 0,

    /// <summary>By score and by misses in a row.</summary>
    Score = 1,
}
