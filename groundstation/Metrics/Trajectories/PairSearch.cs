namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// Solves a <see cref="TrajectoryProgram"/> by column generation, a column being a pair: few of the pairs that come within the cut-off
/// matter. The programs of the pairs in play, cluster by cluster, give prices to objects' and tracks' places; pairs that could win at these
/// prices come into play, until prices and what is left to win prove the solution. The proof (weak duality) rests on the prices being at
/// least 0 and on
/// <see cref="TrajectoryPair.BestProfit"/> alone: no weights win more than the sum of all prices and all pairs' best profits.
/// </summary>
internal sealed class PairSearch(TrajectoryProgram program)
{
    private const int MaxRounds = 200;

    /// <summary>
    /// The gap aimed at, as a share of the cost; a tenth of what counts as proven. And as a share of the cost with nothing assigned, for
    /// rounding.
    /// </summary>
    private const double AimedGap = 1e-7;
    private const double RoundingGap = 1e-12;

    private readonly double[][] _truthPrices = Table(program.Truths, program.Instants);
    private readonly double[][] _trackPrices = Table(program.Tracks, program.Instants);
    private readonly (double Profit, Window Window)[] _offers = new (double, Window)[program.Pairs.Count];
    private readonly PairInPlay?[] _inPlay = new PairInPlay?[program.Pairs.Count];
    private List<ClusterSolution> _solutions = [];

    public TrajectoryDistance Solve()
    {
        FindOffers();
        BringIntoPlay(0);
        for (int round = 0; ; round++)
        {
            SolveClusters();
            SetPrices();
            FindOffers();
            double won = _solutions.Sum(s => s.Program.Value(s.Weights));
            double most = _solutions.Sum(s => s.Prices.Sum()) + _offers.Sum(o => o.Profit);
            double aim = (AimedGap * (program.CostOfNothing - won)) + (RoundingGap * program.CostOfNothing);
            if (most - won <= aim || round == MaxRounds || !BringIntoPlay(aim / (2 * _offers.Length)))
            {
                return Result(Math.Max(0, most - won));
            }
        }
    }

    private TrajectoryDistance Result(double gap)
    {
        double localisation = 0;
        double assigned = 0;
        double fees = 0;
        foreach (ClusterSolution s in _solutions)
        {
            fees += s.Program.FeesOf(s.Weights);
            for (int i = 0; i < s.Weights.Length; i++)
            {
                localisation += s.Program.Gains[i] > 0 ? s.Weights[i] * (1 - s.Program.Gains[i]) : 0;
                assigned += s.Program.Gains[i] > 0 ? s.Weights[i] : 0;
            }
        }

        double missed = Math.Max(0, program.TruthStates - assigned) / 2;
        double spurious = Math.Max(0, program.TrackStates - assigned) / 2;
        double sum = localisation + missed + spurious + fees;
        return new TrajectoryDistance(
            Math.Pow(program.Unit * sum, 1 / program.Order),
            program.Unit * localisation,
            program.Unit * missed,
            program.Unit * spurious,
            program.Unit * fees,
            program.Unit * gap,
            1e-9 * program.Unit * program.CostOfNothing);
    }

    private void FindOffers()
    {
        for (int p = 0; p < _offers.Length; p++)
        {
            TrajectoryPair pair = program.Pairs[p];
            _offers[p] = pair.BestProfit(_truthPrices[pair.Truth], _trackPrices[pair.Track], program.SwitchFee);
        }
    }

    /// <summary>
    /// Brings into play, for each object and each track, the pair that would win most by a window that it does not have yet.
    /// </summary>
    /// <param name="least">Profits up to this do not matter.</param>
    /// <returns>Whether there was any.</returns>
    private bool BringIntoPlay(double least)
    {
        int[] bestOfTruth = new int[program.Truths];
        int[] bestOfTrack = new int[program.Tracks];
        Array.Fill(bestOfTruth, -1);
        Array.Fill(bestOfTrack, -1);
        for (int p = 0; p < _offers.Length; p++)
        {
            if (_offers[p].Profit > least && Widened(p) != _inPlay[p]?.Window)
            {
                KeepBest(ref bestOfTruth[program.Pairs[p].Truth], p);
                KeepBest(ref bestOfTrack[program.Pairs[p].Track], p);
            }
        }

        int[] chosen = [.. bestOfTruth.Concat(bestOfTrack).Where(p => p >= 0)];
        foreach (int p in chosen)
        {
            _inPlay[p] = new PairInPlay(p, program.Pairs[p], Widened(p));
        }

        return chosen.Length > 0;
    }

    /// <summary>
    /// A pair's window with what its offer adds. The first time that is not more than the span in which it gains: the rest is seldom of
    /// use.
    /// </summary>
    private Window Widened(int p)
    {
        Window offered = _offers[p].Window;
        TrajectoryPair pair = program.Pairs[p];
        return _inPlay[p] is { } known ? known.Window.Union(offered) : offered.Intersect(new Window(pair.Instants[0], pair.Instants[^1]));
    }

    private void KeepBest(ref int best, int pair) => best = best < 0 || _offers[pair].Profit > _offers[best].Profit ? pair : best;

    private void SolveClusters()
    {
        Dictionary<int, ClusterSolution> old = _solutions.ToDictionary(s => s.Program.Pairs[0].Number);
        List<PairInPlay> pairs = [.. _inPlay.OfType<PairInPlay>()];
        _solutions =
        [
            .. Clusters.Of(pairs, program.Truths, program.Tracks, program.Instants).Select(cluster =>
                old.TryGetValue(cluster[0].Number, out ClusterSolution? known) && known.Program.Pairs.SequenceEqual(cluster)
                    ? known
                    : Solve(new ClusterProgram(cluster, program.Instants, program.SwitchFee))),
        ];
    }

    private ClusterSolution Solve(ClusterProgram cluster)
    {
        if (cluster.Work > program.MostWork)
        {
            throw new TooLargeException(
                cluster.Pairs.Select(p => p.Pair.Truth).Distinct().Count(),
                cluster.Pairs.Select(p => p.Pair.Track).Distinct().Count(),
                cluster.Pairs.Count,
                cluster.Starts.Length - 1,
                cluster.Work,
                program.MostWork);
        }

        return InteriorPoint.Solve(cluster).Rounded();
    }

    private void SetPrices()
    {
        foreach (double[] prices in _truthPrices.Concat(_trackPrices))
        {
            Array.Clear(prices);
        }

        foreach (ClusterSolution s in _solutions)
        {
            for (int place = 0; place < s.Prices.Length; place++)
            {
                (bool isTruth, int number, int instant) = s.Program.Places[place];
                (isTruth ? _truthPrices : _trackPrices)[number][instant] = s.Prices[place];
            }
        }
    }

    private static double[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
