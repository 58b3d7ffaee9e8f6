namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// The metric's linear program on a whole recording, seen as a gain over calling every object missed and every track false: pairs that
/// never come within the cut-off gain nothing and are left out, so that an optimum is kept. Costs are in units of c^p.
/// </summary>
internal sealed class TrajectoryProgram
{
    public TrajectoryProgram(Comparison comparison, TrajectoryGospaOptions options)
    {
        Unit = Math.Pow(options.CutOffMeters, options.Order);
        Order = options.Order;
        SwitchFee = Math.Pow(options.SwitchMeters / options.CutOffMeters, options.Order) / 2;
        MostWork = options.MostWork;
        Truths = comparison.Truth.Count;
        Tracks = comparison.Tracks.Count;
        Instants = comparison.Times.Count;
        TruthStates = States(comparison.Truth);
        TrackStates = States(comparison.Tracks);
        Pairs = FindPairs(comparison, options);
    }

    /// <summary>Gets the most work that is taken on.</summary>
    public double MostWork { get; }

    /// <summary>Gets c^p.</summary>
    public double Unit { get; }

    public double Order { get; }

    /// <summary>Gets what a change of a weight by 1 costs: (gamma/c)^p / 2.</summary>
    public double SwitchFee { get; }

    public int Truths { get; }

    public int Tracks { get; }

    public int Instants { get; }

    /// <summary>Gets at how many instants there are how many objects, in all.</summary>
    public int TruthStates { get; }

    /// <summary>Gets at how many instants there are how many tracks, in all.</summary>
    public int TrackStates { get; }

    public IReadOnlyList<TrajectoryPair> Pairs { get; }

    /// <summary>Gets the cost with nothing assigned.</summary>
    public double CostOfNothing => (TruthStates + TrackStates) / 2.0;

    private static int States(IReadOnlyList<Trajectory> trajectories) => trajectories.Sum(way => way.Places.Count(place => place is not null));

    private static List<TrajectoryPair> FindPairs(Comparison comparison, TrajectoryGospaOptions options)
    {
        List<TrajectoryPair> pairs = [];
        for (int i = 0; i < comparison.Truth.Count; i++)
        {
            for (int j = 0; j < comparison.Tracks.Count; j++)
            {
                TrajectoryPair pair = new(i, j);
                for (int k = 0; k < comparison.Times.Count; k++)
                {
                    if (comparison.Truth[i].Places[k] is { } truth && comparison.Tracks[j].Places[k] is { } track
                        && (truth.Position - track.Position).Length / options.CutOffMeters is var share && share < 1)
                    {
                        pair.Instants.Add(k);
                        pair.Gains.Add(1 - Math.Pow(share, options.Order));
                    }
                }

                if (pair.Instants.Count > 0)
                {
                    pairs.Add(pair);
                }
            }
        }

        return pairs;
    }
}
