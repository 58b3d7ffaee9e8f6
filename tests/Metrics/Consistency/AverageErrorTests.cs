using JointWatch.Metrics.Consistency;

namespace JointWatch.Metrics.Tests.Consistency;

/// <summary>Expected bounds: scipy 1.10's <c>stats.chi2.ppf</c>; the expected quadratic form: numpy's <c>linalg.solve</c>.</summary>
public sealed class AverageErrorTests
{
    [Theory]
    [InlineData(1, 0.0009820691171752555, 5.023886187314888)]
    [InlineData(2, 0.05063561596857975, 7.377758908227871)]
    [InlineData(3, 0.21579528262389785, 9.348403604496148)]
    [InlineData(4, 0.4844185570879299, 11.143286781877796)]
    [InlineData(5, 0.8312116134866625, 12.832501994030027)]
    [InlineData(6, 1.2373442457912027, 14.44937533544792)]
    [InlineData(7, 1.689869180677355, 16.012764274629326)]
    [InlineData(13, 5.00875051181033, 24.735604884931547)]
    [InlineData(100, 74.22192747492373, 129.5611971858366)]
    [InlineData(101, 75.0834707490814, 130.69970862406595)]
    [InlineData(600, 534.0185504659327, 669.7691522164112)]
    [InlineData(1200, 1105.889881156058, 1297.8982763368099)]
    [InlineData(1201, 1106.8498762386857, 1298.9382816326493)]
    [InlineData(20000, 19609.904934520368, 20393.883649999767)]
    [InlineData(120001, 119042.7093716402, 120963.07923558076)]
    public void Bounds_are_the_quantiles_of_the_chi_square_distribution(int degrees, double lower, double upper)
    {
        AverageError one = AverageError.Of([new NormalizedError(degrees, degrees)]);

        Assert.Equal(lower, one.Lower, 1e-9 * lower);
        Assert.Equal(upper, one.Upper, 1e-9 * upper);
    }

    [Fact]
    public void An_error_is_measured_in_units_of_its_covariance()
    {
        double[] error = [3.453, 5.571, -4.533, 1.935];
        double[] covariance = [7.27, -2.537, -2.649, -4.215, -2.537, 4.685, 0.7, 2.832, -2.649, 0.7, 2.601, 1.849, -4.215, 2.832, 1.849, 4.735];

        Assert.Equal(21.668067660840887, NormalizedError.Of(error, covariance).Squared, 1e-10);
    }

    /// <summary>The example of Bar-Shalom, Li, Kirubarajan 2001, section 5.4.2: 50 runs of a filter with 2 states give 95 % bounds of 1.5 and 2.6.</summary>
    [Fact]
    public void Fifty_runs_with_two_states_have_the_bounds_of_the_book()
    {
        AverageError average = AverageError.Of([.. Enumerable.Repeat(new NormalizedError(2, 2), 50)]);

        Assert.Equal((1.5, 2.6), (Math.Round(average.Lower, 1), Math.Round(average.Upper, 1)));
        Assert.Equal((2, 2, 50), (average.Average, average.Expected, average.Count));
    }

    [Fact]
    public void Errors_of_different_sensors_are_averaged_together()
    {
        AverageError average = AverageError.Of([new NormalizedError(2, 2), new NormalizedError(10, 4)]);

        Assert.Equal((6, 3), (average.Average, average.Expected));
        Assert.Equal(14.44937533544792 / 2, average.Upper, 1e-9);
    }

    [Fact]
    public void Errors_drawn_from_their_covariance_lie_inside_the_bounds_at_nineteen_of_twenty_times()
    {
        Random random = new(20);
        NormalizedError[][] runs = [.. Enumerable.Range(0, 100).Select(_ => Enumerable.Range(0, 400).Select(_ => Draw(random, 1)).ToArray())];

        int inside = AverageError.OverRuns(runs).Count(average => average.IsInside);

        // A binomial variable of 400 and 0.95: four standard deviations, of 4.4, about 380.
        Assert.InRange(inside, 362, 398);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.25)]
    public void A_filter_that_misjudges_its_errors_lies_outside(double sigma)
    {
        Random random = new(21);

        AverageError average = AverageError.Of([.. Enumerable.Range(0, 1_000).Select(_ => Draw(random, sigma))]);

        Assert.False(average.IsInside);
        Assert.Equal(sigma > 1, average.Average > average.Upper);
    }

    [Fact]
    public void What_cannot_be_averaged_is_refused()
    {
        Assert.Contains("expected one at least", Assert.Throws<ArgumentException>(() => AverageError.Of([])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "not positive definite", Assert.Throws<ArgumentException>(() => NormalizedError.Of([1, 1], [1, 2, 2, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("3 elements", Assert.Throws<ArgumentException>(() => NormalizedError.Of([1, 1], [1, 2, 2])).Message, StringComparison.Ordinal);
        NormalizedError any = new(1, 1);
        Assert.Contains("differ in length", Assert.Throws<ArgumentException>(() => AverageError.OverRuns([[any], [any, any]])).Message, StringComparison.Ordinal);
    }

    /// <summary>Two correlated components whose standard deviations are sigma times what their covariance says.</summary>
    private static NormalizedError Draw(Random random, double sigma)
    {
        double a = sigma * Normal(random);
        double b = sigma * Normal(random);
        return NormalizedError.Of([3 * a, (2 * a) + b], [9, 6, 6, 5]);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
