namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// The metric on sets of trajectories of Á. García-Fernández, A. Rahmathullah, L. Svensson, "A metric on the space of finite sets of trajectories for
/// evaluation of multi-target tracking algorithms", IEEE Trans. SP 68, 2020, in its form of a linear programme, with its parts: localisation,
/// missed and false as in GOSPA at each time, and what it costs when an object goes from one track to another.
/// </summary>
/// <remarks>
/// A pair that is nowhere nearer than the cut-off is left out: to hold it together gains nothing. What hangs together by near pairs is solved by itself. Where
/// several assignments cost least, the parts are those of one between them.
/// </remarks>
public static class TrajectoryGospa
{
    /// <summary>Measures.</summary>
    /// <param name="comparison">Objects and tracks; velocities do not count.</param>
    /// <param name="options">The parameters.</param>
    /// <exception cref="TooLargeException">Too many objects and tracks hang together.</exception>
    public static TrajectoryDistance Of(Comparison comparison, TrajectoryGospaOptions options)
    {
        options.Validate();
        double most = Math.Pow(options.CutOffMeters, options.Order);
        NearPairs near = NearPairs.Of(comparison, options);
        List<SwitchingProblem> problems = [.. near.Problems()];
        CheckWork(problems, options.MostWork);
        (double apart, double held, double changes, double gap) = (0, 0, 0, 0);
        foreach (SwitchingProblem problem in problems)
        {
            (double[] shares, double unproven) = Solve(problem);
            gap += unproven;
            changes += problem.Changes(shares);
            for (int i = 0; i < shares.Length; i++)
            {
                held += problem.Rewards[i] > 0 ? shares[i] : 0;
                apart += problem.Rewards[i] > 0 ? shares[i] * (1 - problem.Rewards[i]) : 0;
            }
        }

        double missed = Math.Max(0, Places(comparison.Truth) - held) / 2;
        double wrong = Math.Max(0, Places(comparison.Tracks) - held) / 2;
        double switches = near.Penalty * changes;
        return new TrajectoryDistance(
            options.CutOffMeters * Math.Pow(apart + missed + wrong + switches, 1 / options.Order),
            most * apart,
            most * missed,
            most * wrong,
            most * switches,
            most * gap,
            1e-9 * most / 2 * (Places(comparison.Truth) + Places(comparison.Tracks)));
    }

    private static void CheckWork(List<SwitchingProblem> problems, double mostWork)
    {
        double work = problems.Sum(problem => problem.Times * Math.Pow(problem.Pairs, 3));
        if (work > mostWork)
        {
            SwitchingProblem largest = problems.MaxBy(problem => problem.Pairs)!;
            throw new TooLargeException(largest.Objects, largest.Tracks, largest.Pairs, largest.Times, work, mostWork);
        }
    }

    private static int Places(IReadOnlyList<Trajectory> trajectories) => trajectories.Sum(way => way.Places.Count(place => place is not null));

    private static (double[] Shares, double Gap) Solve(SwitchingProblem problem)
    {
        InteriorPoint solver = new(problem);
        solver.Solve();
        double[] shares = solver.Shares;
        Certificate.Repair(problem, shares);
        double[] whole = new double[shares.Length];
        if (Certificate.TryRound(problem, shares, whole) && problem.Earned(whole) >= problem.Earned(shares))
        {
            shares = whole;
        }

        return (shares, Math.Max(0, Certificate.Bound(problem, solver.ChangePrices) - problem.Earned(shares)));
    }
}
