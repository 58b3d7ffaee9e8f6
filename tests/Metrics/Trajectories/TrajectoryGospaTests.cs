using JointWatch.Metrics.Trajectories;

namespace JointWatch.Metrics.Tests.Trajectories;

/// <summary>
/// Expected values: the linear programme of the paper, all variables written out with the dummy rows and columns, solved by HiGHS through
/// scipy 1.10's <c>linprog</c> with tolerances of 1e-10. In the last case the best shares are not whole.
/// </summary>
public sealed class TrajectoryGospaTests
{
    [Theory]
    [InlineData(1, 2, 2, 5, 10, 4, 1.0, 5, 1, 2, new[] { 41.48135468650696, 41.48135468650696, 11.481354686506966, 15.0, 15.0, 0.0 })]
    [InlineData(2, 3, 3, 8, 10, 5, 0.9, 6, 2, 2, new[] { 25.39650601128893, 644.9825175814349, 158.9825175814348, 252.0, 216.0, 18.0 })]
    [InlineData(3, 3, 4, 10, 12, 6, 0.8, 6, 2, 3, new[] { 30.035938206495054, 902.1575839443892, 96.6575839443893, 324.0, 468.0, 13.5 })]
    [InlineData(4, 4, 3, 12, 10, 8, 1.0, 7, 1, 1, new[] { 259.2459462588055, 259.2459462588055, 25.245946258805464, 136.5, 94.5, 3.0 })]
    [InlineData(5, 5, 5, 15, 20, 6, 0.9, 10, 2, 4, new[] { 75.21714939296548, 5657.6195628036885, 825.6195628036869, 2400.0, 2400.0, 32.0 })]
    [InlineData(6, 4, 6, 20, 15, 3, 0.7, 8, 2, 8, new[] { 63.182392567181004, 3992.014730513369, 312.01473051336916, 1344.0, 2336.0, 0.0 })]
    [InlineData(7, 6, 6, 20, 10, 10, 1.0, 10, 1, 1.5, new[] { 989.6323545919233, 989.6323545919233, 182.88235459192362, 400.0, 400.0, 6.75 })]
    [InlineData(9, 8, 9, 40, 40, 6, 0.95, 15, 2, 5, new[] { 246.10738133639367, 60568.84314825709, 8593.843148257092, 23175.0, 28350.0, 450.0 })]
    [InlineData(10, 12, 12, 80, 60, 6, 0.95, 20, 2, 10, new[] { 534.8022073786425, 286013.4010170685, 45263.401017068514, 119200.0, 119800.0, 1750.0 })]
    [InlineData(641, 4, 6, 20, 12, 1.883, 0.609, 6.751, 2, 4.514, new[] { 41.18417530694177, 1696.1362957129118, 480.67873721291267, 288.6480063333334, 767.1960168333329, 159.6135353333334 })]
    public void Distances_and_their_parts_are_those_of_another_solver(
        long seed, int objects, int tracks, int times, double size, double speed, double present, double cutOff, double order, double switchCost, double[] expected)
    {
        Comparison comparison = Wanderers.Draw(seed, objects, tracks, times, size, speed, present);

        TrajectoryDistance distance = TrajectoryGospa.Of(
            comparison, new TrajectoryGospaOptions { CutOffMeters = cutOff, Order = order, SwitchMeters = switchCost });

        double[] found =
            [distance.Value, distance.Cost, distance.LocalisationCost, distance.MissedCost, distance.FalseCost, distance.SwitchCost];
        Assert.True(distance.Gap <= 1e-6 * distance.Cost, $"gap {distance.Gap} of {distance.Cost}");
        Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6 * distance.Cost));
    }
}
