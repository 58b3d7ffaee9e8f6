using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Tests.Numerics;

public sealed class ChiSquareTests
{
    /// <summary>scipy.stats.chi2.ppf of SciPy 1.10.</summary>
    [Theory]
    [InlineData(0.95, 1, 3.841458820694124)]
    [InlineData(0.95, 2, 5.991464547107979)]
    [InlineData(0.95, 3, 7.814727903251179)]
    [InlineData(0.95, 4, 9.487729036781154)]
    [InlineData(0.999, 1, 10.827566170662733)]
    [InlineData(0.999, 2, 13.815510557964274)]
    [InlineData(0.999, 3, 16.26623619623813)]
    [InlineData(0.999, 4, 18.46682695290317)]
    public void Quantiles_are_those_of_SciPy(double probability, int degrees, double expected)
    {
        Assert.Equal(expected, ChiSquare.Quantile(probability, degrees), 1e-9);
    }
}
