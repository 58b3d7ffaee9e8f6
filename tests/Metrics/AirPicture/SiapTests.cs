using JointWatch.Metrics.AirPicture;
using JointWatch.Metrics.Tests.Trajectories;

namespace JointWatch.Metrics.Tests.AirPicture;

public sealed class SiapTests
{
    /// <summary>
    /// Expected values: Stone Soup's <c>SIAPMetrics</c> (dstl/Stone-Soup, metricgenerator/tracktotruthmetrics.py) with associations by its <c>TrackToTruth</c>,
    /// two times confirm and one ends, a second between times.
    /// </summary>
    [Theory]
    [InlineData(1, 2, 3, 20, 15, 2, 6, new[] { 0.5, 1.05, 0.65, 3.6097398982348405, 0.9038523982447945, 0.1875, 0.2894736842105263 })]
    [InlineData(2, 4, 6, 30, 20, 2, 5, new[] { 0.35833333333333334, 1.0232558139534884, 0.7555555555555555, 2.750692963471883, 0.5915084110424748, 0.2, 0.19827586206896552 })]
    [InlineData(3, 3, 5, 40, 15, 1.5, 5, new[] { 0.55, 1.606060606060606, 0.47, 2.235225434836105, 0.46252133136893736, 0.03225806451612903, 0.452991452991453 })]
    [InlineData(4, 5, 8, 25, 25, 1, 10, new[] { 0.76, 1.8736842105263158, 0.11, 6.542185826061791, 0.4227051991461828, 0.01098901098901099, 0.725 })]
    public void Attributes_are_those_of_stone_soup(
        long seed, int objects, int tracks, int times, double size, double speed, double near, double[] expected)
    {
        Comparison comparison = Wanderers.Draw(seed, objects, tracks, times, size, speed, 1);

        Siap siap = Siap.Of(comparison, new SiapOptions { NearMeters = near, TimesInARow = 2 });

        double[] found =
        [
            siap.Completeness, siap.Ambiguity, siap.Spuriousness, siap.PositionMeters, siap.VelocityMetersPerSecond, siap.NumberChangesPerSecond, siap.LongestSegment,
        ];
        Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    /// <summary>
    /// By hand from the definitions: an object of 10 s is held by a track for its first 4 s, by another from 3 s to 8 s; a third track is elsewhere for 2 s.
    /// </summary>
    [Fact]
    public void A_change_of_tracks_shows_in_every_attribute()
    {
        Comparison comparison = Wanderers.Compare(
            [Way("a", 0, 10, 0)], [Way("1", 0, 4, 1), Way("2", 3, 8, 3), Way("3", 5, 6, 1_000)]);

        Siap siap = Siap.Of(comparison, new SiapOptions { NearMeters = 10 });

        Assert.Equal(9 / 11.0, siap.Completeness, 1e-12);
        Assert.Equal(11 / 9.0, siap.Ambiguity, 1e-12);
        Assert.Equal(2 / 13.0, siap.Spuriousness, 1e-12);
        Assert.Equal(((5 * 1) + (6 * 3)) / 11.0, siap.PositionMeters, 1e-12);
        Assert.Equal(0, siap.VelocityMetersPerSecond);
        Assert.Equal(1 / 8.0, siap.NumberChangesPerSecond, 1e-12);
        Assert.Equal(5 / 10.0, siap.LongestSegment, 1e-12);
    }

    [Fact]
    public void What_there_is_none_of_has_no_measure()
    {
        Siap siap = Siap.Of(Wanderers.Compare([Way("a", 0, 10, 0)], []), new SiapOptions());

        Assert.Equal((0, double.NaN, double.NaN, double.NaN), (siap.Completeness, siap.Ambiguity, siap.Spuriousness, siap.PositionMeters));
    }

    [Fact]
    public void Velocities_that_are_not_known_do_not_count()
    {
        Trajectory unknown = new("1", [.. Enumerable.Repeat<Place?>(new Place(default, new Tracking.Geodesy.Vector3(double.NaN, 0, 0)), 11)]);

        Siap siap = Siap.Of(Wanderers.Compare([Way("a", 0, 10, 0)], [unknown]), new SiapOptions());

        Assert.Equal((double.NaN, 0), (siap.VelocityMetersPerSecond, siap.PositionMeters));
    }

    private static Trajectory Way(string name, int first, int last, double x) =>
        new(name, [.. Enumerable.Range(0, 11).Select(k => k >= first && k <= last ? Wanderers.At(x, 0) : (Place?)null)]);
}
