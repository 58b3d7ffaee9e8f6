using CsCheck;
using JointWatch.Metrics.Trajectories;

namespace JointWatch.Metrics.Tests.Trajectories;

/// <summary>What a pair alone can win is what the proof of an optimum rests on: held against all sets of times.</summary>
public sealed class TrajectoryPairTests
{
    private const int Times = 7;

    [Fact]
    public void The_best_profit_is_that_of_the_best_of_all_sets_of_times_and_its_window_wins_it() =>
        Gen.Select(Gen.Double[-0.5, 1].Array[Times], Gen.Double[0, 0.5].Array[Times], Gen.Double[0, 0.5].Array[Times], Gen.Double[0.01, 0.6])
            .Where((gains, _, _, _) => gains.Any(gain => gain > 0))
            .Sample((gains, truthPrices, trackPrices, fee) =>
            {
                TrajectoryPair pair = new(0, 0);
                for (int k = 0; k < Times; k++)
                {
                    if (gains[k] > 0)
                    {
                        pair.Instants.Add(k);
                        pair.Gains.Add(gains[k]);
                    }
                }

                (double profit, Window window) = pair.BestProfit(truthPrices, trackPrices, fee);

                double[] worth = [.. gains.Select((gain, k) => Math.Max(0, gain) - truthPrices[k] - trackPrices[k])];
                int inside = Enumerable.Range(window.First, window.Last + 1 - window.First).Sum(k => 1 << k);
                double best = Enumerable.Range(0, 1 << Times).Max(set => Profit(set, worth, fee));
                double bestInside = Enumerable.Range(0, 1 << Times).Where(set => (set & ~inside) == 0).Max(set => Profit(set, worth, fee));
                return Math.Abs(profit - best) < 1e-12 && Math.Abs(profit - bestInside) < 1e-12;
            });

    private static double Profit(int set, double[] worth, double fee)
    {
        double profit = 0;
        for (int k = 0; k < worth.Length; k++)
        {
            profit += Held(set, k) ? worth[k] : 0;
            profit -= k > 0 && Held(set, k) != Held(set, k - 1) ? fee : 0;
        }

        return profit;
    }

    private static bool Held(int set, int time) => (set & (1 << time)) != 0;
}
