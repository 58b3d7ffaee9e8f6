namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// Shares of pairs over time: at each time, a pair's share earns its reward; an object's shares sum to at most 1, and so do a track's; a change
/// of a share from one time to the next costs the penalty. What is to be found are the shares that earn most. Rewards and the penalty are in
/// units of c^p. Arrays over times and pairs are row by row, a row for each time.
/// </summary>
/// <param name="Times">How many.</param>
/// <param name="Objects">How many.</param>
/// <param name="Tracks">How many.</param>
/// <param name="ObjectOfPair">From 0.</param>
/// <param name="TrackOfPair">From 0.</param>
/// <param name="Rewards">Times by pairs, from 0 to 1.</param>
/// <param name="Penalty">For a change by 1; more than 0.</param>
internal sealed record SwitchingProblem(
    int Times, int Objects, int Tracks, int[] ObjectOfPair, int[] TrackOfPair, double[] Rewards, double Penalty)
{
    public int Pairs => ObjectOfPair.Length;

    /// <summary>What shares change by, summed.</summary>
    public double Changes(ReadOnlySpan<double> shares)
    {
        double sum = 0;
        for (int i = Pairs; i < shares.Length; i++)
        {
            sum += Math.Abs(shares[i] - shares[i - Pairs]);
        }

        return sum;
    }

    /// <summary>What shares earn.</summary>
    public double Earned(ReadOnlySpan<double> shares)
    {
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            sum += Rewards[i] * shares[i];
        }

        return sum - (Penalty * Changes(shares));
    }
}
