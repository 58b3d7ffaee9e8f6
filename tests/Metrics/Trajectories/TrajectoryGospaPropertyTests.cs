using CsCheck;
using JointWatch.Metrics.Sets;
using JointWatch.Metrics.Trajectories;
using JointWatch.Tracking;

namespace JointWatch.Metrics.Tests.Trajectories;

public sealed class TrajectoryGospaPropertyTests
{
    private const int Times = 6;

    private static readonly Gen<Place?> _place = Gen.Select(
        Gen.Int[0, 9], Gen.Double[0, 10], Gen.Double[0, 10], (there, x, y) => there > 0 ? Wanderers.At(x, y) : (Place?)null);

    private static readonly Gen<Trajectory[]> _set = _place.Array[Times].Select(places => new Trajectory("any", places)).Array[0, 4];

    private static readonly Gen<TrajectoryGospaOptions> _options = Gen.Select(
        Gen.Double[1, 12], Gen.Int[1, 2], Gen.Double[0.1, 12], (c, p, gamma) => new TrajectoryGospaOptions { CutOffMeters = c, Order = p, SwitchMeters = gamma });

    [Fact]
    public void Every_value_is_proven_and_its_parts_sum_to_it() =>
        Gen.Select(_set, _set, _options).Sample(
            (x, y, options) =>
            {
                TrajectoryDistance d = Of(x, y, options);
                return d.IsProven && Near(Math.Pow(d.Value, options.Order), d.Cost, d.Cost)
                    && Math.Min(Math.Min(d.LocalisationCost, d.MissedCost), Math.Min(d.FalseCost, d.SwitchCost)) >= 0;
            },
            iter: 300);

    [Fact]
    public void A_set_is_at_no_distance_from_itself() =>
        Gen.Select(_set, _options).Sample((x, options) => Of(x, x, options) is var d && d.Cost <= d.ResolutionCost, iter: 200);

    [Fact]
    public void Distance_is_the_same_both_ways() =>
        Gen.Select(_set, _set, _options).Sample((x, y, options) => Near(Of(x, y, options).Value, Of(y, x, options).Value, options.CutOffMeters), iter: 200);

    [Fact]
    public void Order_within_the_sets_does_not_matter() =>
        Gen.Select(_set.SelectMany(x => Gen.Shuffle(x).Select(mixed => (x, mixed))), _set, _options).Sample(
            (x, y, options) => Near(Of(x.x, y, options).Value, Of(x.mixed, y, options).Value, options.CutOffMeters), iter: 200);

    [Fact]
    public void A_detour_is_no_shorter() =>
        Gen.Select(_set, _set, _set, _options).Sample(
            (x, y, z, options) => Of(x, z, options).Value <= Of(x, y, options).Value + Of(y, z, options).Value + (1e-4 * options.CutOffMeters), iter: 300);

    [Fact]
    public void At_a_single_time_it_is_gospa() =>
        Gen.Select(_set, _set, _options).Sample(
            (x, y, options) =>
            {
                (x, y) = ([.. x.Select(way => way with { Places = [way.Places[0]] })], [.. y.Select(way => way with { Places = [way.Places[0]] })]);
                SetDistance gospa = new SetMetric(options.CutOffMeters, options.Order).Between(Positions(x), Positions(y));
                return Near(gospa.Gospa, Of(x, y, options).Value, options.CutOffMeters);
            },
            iter: 200);

    /// <summary>An object held by one track for three times, exactly, then by another for three: nothing but one switch, gamma to the p.</summary>
    [Fact]
    public void One_change_of_tracks_costs_one_switch()
    {
        Place?[] way = [.. Enumerable.Range(0, 6).Select(k => (Place?)Wanderers.At(k, 0))];
        Trajectory first = new("1", [.. way.Select((place, k) => k < 3 ? place : null)]);
        Trajectory second = new("2", [.. way.Select((place, k) => k < 3 ? null : place)]);

        TrajectoryDistance d = Of([new Trajectory("a", way)], [first, second], new TrajectoryGospaOptions { CutOffMeters = 10, SwitchMeters = 3 });

        Assert.Equal((3, 9), (d.Value, d.SwitchCost));
        Assert.Equal((0, 0, 0), (d.LocalisationCost, d.MissedCost, d.FalseCost));
    }

    /// <summary>Nearly all of the 1,200 pairs are near at some time: too many to be solved for at once.</summary>
    [Fact]
    public void A_swarm_is_proven_too()
    {
        Comparison comparison = Wanderers.Draw(1, 30, 40, 60, 100, 6, 0.95);

        TrajectoryDistance d = TrajectoryGospa.Of(comparison, new TrajectoryGospaOptions { CutOffMeters = 12, SwitchMeters = 2 });

        Assert.True(d.IsProven, $"gap {d.Gap} of {d.Cost}");
        Assert.True(d.SwitchCost > 0);
    }

    [Fact]
    public void Larger_than_it_may_be_is_refused()
    {
        Comparison comparison = Wanderers.Draw(1, 12, 12, 80, 30, 6, 1);

        string message = Assert.Throws<TooLargeException>(
            () => TrajectoryGospa.Of(comparison, new TrajectoryGospaOptions { CutOffMeters = 20, SwitchMeters = 20, MostWork = 1e5 })).Message;

        Assert.Contains("12 objects and 12 tracks hang together", message, StringComparison.Ordinal);
        Assert.Contains("expected 1.0e+5 or less", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trajectories_of_unequal_length_are_refused()
    {
        Trajectory one = new("a", [null]);

        string message = Assert.Throws<ArgumentException>(() => new Comparison([new UtcMicroseconds(0), new UtcMicroseconds(1)], [one], [])).Message;

        Assert.Contains("'a' has 1 places; expected 2", message, StringComparison.Ordinal);
    }

    private static Tracking.Geodesy.Vector3[] Positions(Trajectory[] ways) => [.. ways.Select(way => way.Places[0]).OfType<Place>().Select(place => place.Position)];

    private static TrajectoryDistance Of(Trajectory[] x, Trajectory[] y, TrajectoryGospaOptions options) => TrajectoryGospa.Of(Wanderers.Compare(x, y), options);

    /// <summary>Within what roots leave of a billionth of the costs.</summary>
    private static bool Near(double a, double b, double scale) => Math.Abs(a - b) <= 1e-4 * Math.Max(1e-3, scale);
}
