using JointWatch.Tracking.Association;

namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// What proves a solution of a <see cref="SwitchingProblem"/>, whatever found it. Shares within the constraints earn no more than the optimum. For
/// any prices of changes, none beyond the penalty, the times fall apart (Lagrange's relaxation of the changes) and the best assignments of each,
/// summed, earn no less.
/// </summary>
internal static class Certificate
{
    /// <summary>Makes the shares keep the constraints exactly: none below 0, and lines that sum to more than 1 are scaled.</summary>
    public static void Repair(SwitchingProblem problem, Span<double> shares)
    {
        double[] ofObjects = new double[problem.Objects];
        double[] ofTracks = new double[problem.Tracks];
        for (int time = 0; time < problem.Times; time++)
        {
            Span<double> now = shares.Slice(time * problem.Pairs, problem.Pairs);
            Array.Clear(ofObjects);
            Array.Clear(ofTracks);
            for (int pair = 0; pair < now.Length; pair++)
            {
                now[pair] = Math.Max(0, now[pair]);
                ofObjects[problem.ObjectOfPair[pair]] += now[pair];
                ofTracks[problem.TrackOfPair[pair]] += now[pair];
            }

            for (int pair = 0; pair < now.Length; pair++)
            {
                now[pair] /= Math.Max(1, Math.Max(ofObjects[problem.ObjectOfPair[pair]], ofTracks[problem.TrackOfPair[pair]]));
            }
        }
    }

    /// <summary>Rounds shares to 0 and 1; whether they keep the constraints.</summary>
    public static bool TryRound(SwitchingProblem problem, ReadOnlySpan<double> shares, Span<double> whole)
    {
        for (int time = 0; time < problem.Times; time++)
        {
            HashSet<int> used = [];
            for (int pair = 0; pair < problem.Pairs; pair++)
            {
                int i = (time * problem.Pairs) + pair;
                whole[i] = Math.Round(shares[i]);
                if (whole[i] > 0 && !(used.Add(problem.ObjectOfPair[pair]) && used.Add(-1 - problem.TrackOfPair[pair])))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>What no shares can earn more than.</summary>
    /// <param name="changePrices">Times less one by pairs; what lies beyond the penalty is cut.</param>
    public static double Bound(SwitchingProblem problem, ReadOnlySpan<double> changePrices)
    {
        AssignmentSolver solver = new();
        bool turned = problem.Objects > problem.Tracks;
        (int rows, int columns) = turned ? (problem.Tracks, problem.Objects) : (problem.Objects, problem.Tracks);
        double[] costs = new double[rows * columns];
        int[] columnOfRow = new int[rows];
        double sum = 0;
        for (int time = 0; time < problem.Times; time++)
        {
            Array.Clear(costs);
            for (int pair = 0; pair < problem.Pairs; pair++)
            {
                int i = (time * problem.Pairs) + pair;
                double earned = problem.Rewards[i] + PriceAt(changePrices, i) - PriceAt(changePrices, i - problem.Pairs);
                (int row, int column) = turned
                    ? (problem.TrackOfPair[pair], problem.ObjectOfPair[pair])
                    : (problem.ObjectOfPair[pair], problem.TrackOfPair[pair]);
                costs[(row * columns) + column] = -Math.Max(0, earned);
            }

            solver.TrySolve(costs, rows, columns, columnOfRow);
            for (int row = 0; row < rows; row++)
            {
                sum -= costs[(row * columns) + columnOfRow[row]];
            }
        }

        return sum;

        double PriceAt(ReadOnlySpan<double> prices, int i) =>
            i >= 0 && i < prices.Length ? Math.Clamp(prices[i], -problem.Penalty, problem.Penalty) : 0;
    }
}
