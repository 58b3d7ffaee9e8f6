namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// One object and one track that are at some instant nearer to each other than the cut-off. What it gains to have them assigned at instant
/// k, rather than one missed and one false, is 1 - (distance/c)^p, in units of c^p; nothing at other instants.
/// </summary>
/// <param name="truth">The object's place.</param>
/// <param name="track">The track's place.</param>
internal sealed class TrajectoryPair(int truth, int track)
{
    public int Truth { get; } = truth;

    public int Track { get; } = track;

    /// <summary>Gets the instants at which there is something to gain, in order.</summary>
    public List<int> Instants { get; } = [];

    /// <summary>Gets what is gained at each of them; above 0, at most 1.</summary>
    public List<double> Gains { get; } = [];

    /// <summary>
    /// The most that this pair alone can win: the best set of instants to be assigned at, gains less prices less a fee for each beginning
    /// and end. To be assigned from the first instant on or until the last is free of the fee.
    /// </summary>
    /// <param name="truthPrices">What the object's place costs at each instant.</param>
    /// <param name="trackPrices">What the track's place costs at each instant; as long.</param>
    /// <param name="switchFee">What a beginning or an end costs.</param>
    /// <returns>The profit, at least 0, and the first and the last instant of assignment that win it; of 0, those of any gain.</returns>
    public (double Profit, Window Window) BestProfit(ReadOnlySpan<double> truthPrices, ReadOnlySpan<double> trackPrices, double switchFee)
    {
        // Of all walks over the two states (apart, together) the best that end in each, with the window that they have used.
        (double Profit, Window Window) apart = (0, new Window(Instants[0], Instants[^1]));
        (double Profit, Window Window) together = (double.NegativeInfinity, default);
        int next = 0;
        for (int k = 0; k < truthPrices.Length; k++)
        {
            double here = -truthPrices[k] - trackPrices[k];
            if (next < Instants.Count && Instants[next] == k)
            {
                here += Gains[next++];
            }

            double beginning = apart.Profit - (k == 0 ? 0 : switchFee);
            (double Profit, Window Window) stayed = apart;
            if (together.Profit - switchFee > apart.Profit)
            {
                stayed = (together.Profit - switchFee, together.Window);
            }

            together = together.Profit >= beginning
                ? (together.Profit + here, together.Window with { Last = k })
                : (beginning + here, new Window(apart.Profit > 0 ? apart.Window.First : k, k));
            apart = stayed;
        }

        return together.Profit > apart.Profit ? together : apart;
    }
}
