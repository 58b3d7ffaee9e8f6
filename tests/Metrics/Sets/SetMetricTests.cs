using CsCheck;
using JointWatch.Metrics.Sets;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Metrics.Tests.Sets;

public sealed class SetMetricTests
{
    private static readonly Gen<Vector3> _place = Gen.Select(Gen.Double[0, 20], Gen.Double[0, 20], Gen.Double[0, 20], (x, y, z) => new Vector3(x, y, z));
    private static readonly Gen<Vector3[]> _set = _place.Array[0, 6];
    private static readonly Gen<SetMetric> _metric = Gen.Select(Gen.Double[1, 15], Gen.Int[1, 3], (c, p) => new SetMetric(c, p));

    /// <summary>
    /// Expected values: the sets' own scorer (Python, scipy 1.10's <c>linear_sum_assignment</c>) on three objects and four tracks at one time.
    /// </summary>
    [Theory]
    [InlineData(500, 2, 616.9278726074872, 355.52777669262355, 1, 2)]
    [InlineData(200, 1, 402.223980851818, 125.5559952129545, 1, 2)]
    [InlineData(50, 2, 87.46427842267951, 47.16990566028302, 2, 3)]
    [InlineData(6000, 3, 5585.362020932325, 4132.2582002999025, 0, 1)]
    public void Distances_are_those_of_the_sets_own_scorer(double cutOff, double order, double gospa, double ospa, int missed, int wrong)
    {
        Vector3[] truth = [new(0, 0, 1_000), new(900, 100, 1_200), new(-4_000, 250, 800)];
        Vector3[] tracks = [new(30, -20, 1_010), new(420, 60, 1_100), new(910, 140, 1_150), new(8_000, 8_000, 500)];

        SetDistance distance = new SetMetric(cutOff, order).Between(truth, tracks);

        Assert.Equal(gospa, distance.Gospa, 1e-9);
        Assert.Equal(ospa, distance.Ospa, 1e-9);
        Assert.Equal((missed, wrong), (distance.Missed, distance.False));
    }

    [Fact]
    public void The_parts_sum_to_the_whole() =>
        Gen.Select(_set, _set, Gen.Double[1, 15], Gen.Int[1, 3]).Sample((x, y, c, p) =>
        {
            SetDistance d = new SetMetric(c, p).Between(x, y);
            return Near(Math.Pow(d.Gospa, p), d.LocalisationCost + d.MissedCost + d.FalseCost)
                && Near(d.MissedCost, d.Missed * Math.Pow(c, p) / 2)
                && Near(d.FalseCost, d.False * Math.Pow(c, p) / 2)
                && d.Missed + d.Pairs.Count == x.Length
                && d.False + d.Pairs.Count == y.Length;
        });

    [Fact]
    public void A_set_is_at_no_distance_from_itself() =>
        Gen.Select(_set, _metric).Sample((x, metric) => metric.Between(x, x) is { Gospa: 0, Ospa: 0 });

    [Fact]
    public void Distance_is_the_same_both_ways() =>
        Gen.Select(_set, _set, _metric).Sample((x, y, metric) =>
            Near(metric.Between(x, y).Gospa, metric.Between(y, x).Gospa) && Near(metric.Between(x, y).Ospa, metric.Between(y, x).Ospa));

    [Fact]
    public void Order_within_the_sets_does_not_matter() =>
        Gen.Select(_set.SelectMany(x => Gen.Shuffle(x).Select(mixed => (x, mixed))), _set, _metric).Sample((x, y, metric) =>
            Near(metric.Between(x.x, y).Gospa, metric.Between(x.mixed, y).Gospa) && Near(metric.Between(x.x, y).Ospa, metric.Between(x.mixed, y).Ospa));

    [Fact]
    public void A_detour_is_no_shorter() =>
        Gen.Select(_set, _set, _set, _metric).Sample((x, y, z, metric) =>
            metric.Between(x, z).Gospa <= metric.Between(x, y).Gospa + metric.Between(y, z).Gospa + 1e-9
            && metric.Between(x, z).Ospa <= metric.Between(x, y).Ospa + metric.Between(y, z).Ospa + 1e-9);

    [Fact]
    public void Parameters_outside_their_ranges_are_refused()
    {
        Assert.Contains("cutOffMeters", Assert.Throws<ArgumentOutOfRangeException>(() => new SetMetric(0, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("order", Assert.Throws<ArgumentOutOfRangeException>(() => new SetMetric(5, 0.5)).Message, StringComparison.Ordinal);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
}
