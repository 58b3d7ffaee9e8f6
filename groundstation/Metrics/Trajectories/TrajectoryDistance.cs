namespace JointWatch.Metrics.Trajectories;

/// <summary>How far a set of tracks is from a set of true ways, over all times.</summary>
/// <param name="Value">The p-th root of the sum of the four costs, metres.</param>
/// <param name="LocalisationCost">Of tracks that hold objects, metres to the p.</param>
/// <param name="MissedCost">c^p/2 for each time that an object is without a track.</param>
/// <param name="FalseCost">c^p/2 for each time that a track is without an object.</param>
/// <param name="SwitchCost">gamma^p for each whole change of an object from a track to another.</param>
/// <param name="Gap">
/// What is proven of the optimum: no assignment costs less than the sum of the four costs less this, metres to the p.
/// </param>
/// <param name="ResolutionCost">A billionth of what all would cost if no track held an object: smaller costs are lost in rounding, metres to the p.</param>
public sealed record TrajectoryDistance(
    double Value, double LocalisationCost, double MissedCost, double FalseCost, double SwitchCost, double Gap, double ResolutionCost)
{
    /// <summary>Gets the sum of the four costs, metres to the p.</summary>
    public double Cost => LocalisationCost + MissedCost + FalseCost + SwitchCost;

    /// <summary>Gets a value indicating whether the optimum is proven to a millionth of the costs or to their resolution, whichever is greater.</summary>
    public bool IsProven => Gap <= Math.Max(1e-6 * Cost, ResolutionCost);
}
