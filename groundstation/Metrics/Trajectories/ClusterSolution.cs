namespace JointWatch.Metrics.Trajectories;

/// <summary>A solution of a <see cref="ClusterProgram"/>.</summary>
/// <param name="Program">What it solves.</param>
/// <param name="Weights">Allowed weights.</param>
/// <param name="Prices">What each place is worth, at least 0: no weights win more than their sum.</param>
internal sealed record ClusterSolution(ClusterProgram Program, double[] Weights, double[] Prices)
{
    /// <summary>
    /// The same with weights of 0 and 1 where these win no less: most optima are of such, and an interior point only comes near. No place
    /// gets two, for of weights that sum to 1 one at most is above a half.
    /// </summary>
    public ClusterSolution Rounded()
    {
        double[] rounded = [.. Weights.Select(w => w > 0.5 ? 1.0 : 0.0)];
        double least = Program.Value(Weights);
        return Program.Value(rounded) >= least - (1e-12 * (1 + Math.Abs(least))) ? this with { Weights = rounded } : this;
    }
}
