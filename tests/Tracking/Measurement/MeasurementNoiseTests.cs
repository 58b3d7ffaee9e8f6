namespace JointWatch.Tracking.Tests.Measurement;

public sealed class MeasurementNoiseTests
{
    /// <summary>Expected: the sum of the autocorrelations ρ^|k| over all lags, which is n times the variance of the mean of n such errors over that of one (n large).</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(5)]
    public void Errors_that_last_count_as_larger_ones(double periodSeconds)
    {
        MeasurementNoise noise = new(0, 0.03, 0.03, 0) { AngleCorrelationSeconds = 2 };
        double expected = Enumerable.Range(-2_000, 4_001).Sum(lag => Math.Exp(-Math.Abs(lag) * periodSeconds / 2));

        Assert.Equal(expected, noise.AngleVarianceFactor(periodSeconds), 1e-9 * expected);
    }

    [Fact]
    public void Without_correlation_each_look_errs_for_itself() =>
        Assert.Equal(1, new MeasurementNoise(0, 0.03, 0.03, 0).AngleVarianceFactor(0.1));
}
