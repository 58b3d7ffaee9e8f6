using JointWatch.Metrics.AirPicture;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Metrics.Tests.AirPicture;

public sealed class SiapIdentityTests
{
    /// <summary>
    /// Expected values: Stone Soup's <c>IDSIAPMetrics</c> (dstl/Stone-Soup, commit ec032a9, metricgenerator/tracktotruthmetrics.py) on the recorded scenes,
    /// given each track's runs on its nearest object as associations, each for itself; it has no association of one time, so runs of one are left out here too.
    /// </summary>
    [Theory]
    [InlineData("few", 500, 0.9375, 0.4375, 0.0)]
    [InlineData("crossing", 500, 0.8688524590163934, 0.5792349726775956, 0.0273224043715847)]
    [InlineData("flat", 10, 0.9166666666666666, 0.5, 0.016666666666666666)]
    public void Identities_are_measured_as_stone_soup_does(string scene, double near, double completeness, double correctness, double ambiguity)
    {
        SiapIdentity found = Siap.Of(RecordedScene.Read(scene), new SiapOptions { NearMeters = near, TimesInARow = 2 }).Identity!;

        Assert.Equal(completeness, found.Completeness, 1e-12);
        Assert.Equal(correctness, found.Correctness, 1e-12);
        Assert.Equal(ambiguity, found.Ambiguity, 1e-12);
    }

    /// <summary>Of the same program on the same scenes.</summary>
    [Theory]
    [InlineData("few", 500, 0.8648648648648649, 1.0, 0.15789473684210525)]
    [InlineData("crossing", 500, 0.8840579710144928, 1.0437158469945356, 0.16228070175438597)]
    [InlineData("flat", 10, 0.821917808219178, 1.0166666666666666, 0.3068181818181818)]
    public void So_are_completeness_ambiguity_and_spuriousness(string scene, double near, double completeness, double ambiguity, double spuriousness)
    {
        Siap found = Siap.Of(RecordedScene.Read(scene), new SiapOptions { NearMeters = near, TimesInARow = 2 });

        Assert.Equal(completeness, found.Completeness, 1e-12);
        Assert.Equal(ambiguity, found.Ambiguity, 1e-12);
        Assert.Equal(spuriousness, found.Spuriousness, 1e-12);
    }

    /// <summary>By hand: a jet held by two tracks; one says jet, the other nothing, then a drone, then a jet too.</summary>
    [Fact]
    public void What_cannot_all_be_true_nor_all_be_false_is_ambiguous()
    {
        UtcMicroseconds[] times = [new(0), new(1_000_000), new(2_000_000), new(3_000_000)];
        Trajectory jet = Way("a", "jet", "jet", "jet", "jet");
        Trajectory first = Way("1", "jet", "jet", "jet", null);
        Trajectory second = Way("2", null, "drone", "jet", null);

        SiapIdentity found = Siap.Of(new Comparison(times, [jet], [first, second]), new SiapOptions()).Identity!;

        Assert.Equal(new SiapIdentity(3 / 4.0, 1 / 4.0, 2 / 4.0), found);
    }

    [Fact]
    public void Without_identities_there_is_nothing_to_measure()
    {
        Trajectory way = Way("a", null, null);

        Assert.Null(Siap.Of(new Comparison([new(0), new(1)], [way], [way]), new SiapOptions()).Identity);
    }

    private static Trajectory Way(string name, params string?[] words) =>
        new(name, [.. words.Select(word => (Place?)new Place(Vector3.Zero, Vector3.Zero) { Identity = word })]);
}
