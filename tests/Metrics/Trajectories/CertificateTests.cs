using CsCheck;
using JointWatch.Metrics.Trajectories;

namespace JointWatch.Metrics.Tests.Trajectories;

/// <summary>What proves an optimum must not depend on how it was found.</summary>
public sealed class CertificateTests
{
    private static readonly Gen<SwitchingProblem> _problem = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Double[0.01, 1], Gen.Double[0, 1].Array[5 * 9])
        .Select((objects, tracks, penalty, rewards) => new SwitchingProblem(
            5,
            objects,
            tracks,
            [.. Enumerable.Range(0, objects * tracks).Select(pair => pair / tracks)],
            [.. Enumerable.Range(0, objects * tracks).Select(pair => pair % tracks)],
            rewards[..(5 * objects * tracks)],
            penalty));

    [Fact]
    public void No_shares_earn_more_than_the_bound_whatever_the_prices() =>
        Gen.Select(_problem, Gen.Double[-2, 2].Array[4 * 9], Gen.Double[0, 2].Array[5 * 9]).Sample((problem, prices, drawn) =>
        {
            double[] shares = drawn[..(5 * problem.Pairs)];
            Certificate.Repair(problem, shares);
            return problem.Earned(shares) <= Certificate.Bound(problem, prices.AsSpan(0, 4 * problem.Pairs)) + 1e-12;
        });

    [Fact]
    public void Repaired_shares_keep_the_constraints() =>
        Gen.Select(_problem, Gen.Double[-1, 2].Array[5 * 9]).Sample((problem, drawn) =>
        {
            double[] shares = drawn[..(5 * problem.Pairs)];
            Certificate.Repair(problem, shares);
            return shares.All(share => share >= 0)
                && Enumerable.Range(0, 3).All(line => Most(problem.ObjectOfPair, line) <= 1 + 1e-12 && Most(problem.TrackOfPair, line) <= 1 + 1e-12);

            double Most(int[] lineOfPair, int line) => Enumerable.Range(0, 5).Max(time =>
                Enumerable.Range(0, problem.Pairs).Where(pair => lineOfPair[pair] == line).Sum(pair => shares[(time * problem.Pairs) + pair]));
        });

    /// <summary>Without worth to choose between them, the optimum by hand: two times, one pair, rewards 1 and 0: held throughout, for a change would cost.</summary>
    [Fact]
    public void The_solver_reaches_the_bound()
    {
        SwitchingProblem problem = new(2, 1, 1, [0], [0], [1, 0], 0.25);
        InteriorPoint solver = new(problem);

        solver.Solve();

        Assert.Equal(1, problem.Earned(solver.Shares), 1e-8);
        Assert.Equal(1, Certificate.Bound(problem, solver.ChangePrices), 1e-8);
    }
}
