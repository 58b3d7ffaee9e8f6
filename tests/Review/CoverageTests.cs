using System.Xml.Linq;
using JointWatch.Exercises;
using JointWatch.Reviews.Coverage;
using JointWatch.Reviews.Output;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using static JointWatch.Reviews.Tests.SomeRun;

namespace JointWatch.Reviews.Tests;

public sealed class CoverageTests
{
    /// <summary>On a sphere the horizon is d = R acos(R / (R + h)) away along the ground: 113 km for what is 1 km up, 357 km for 10 km, 1,122 km for 100 km, seen from the ground.</summary>
    [Theory]
    [InlineData(1_000, 112.9)]
    [InlineData(10_000, 356.8)]
    [InlineData(100_000, 1121.7)]
    public void A_radar_on_the_ground_sees_as_far_as_the_horizon_lets_it(double height, double kilometers)
    {
        (double near, double far) = new SensorReach(Board("alfa", 0, 0)).At(height)!.Value;

        Assert.Equal(0, near);
        Assert.InRange(far / 1000, kilometers * 0.995, kilometers * 1.005);
    }

    [Fact]
    public void Range_and_elevation_bound_it_where_they_are_narrower()
    {
        // At 10 km up and no nearer than 45° of elevation: some 10 km away; below 2° it sees out to 10 km / tan 2° at most, less what the Earth curves away.
        FieldOfView field = Board("alfa", 0, 0).FieldOfView;
        (double near, double far) = Reach(field with { ElevationMinRadians = double.DegreesToRadians(2), ElevationMaxRadians = double.DegreesToRadians(45) }).At(10_000)!.Value;
        Assert.InRange(near, 8_000, 12_000);

        // By the law of sines on a sphere: psi = acos(R cos e / (R + h)) - e.
        double r = 6_371_008.8;
        double e = double.DegreesToRadians(2);
        Assert.InRange(far, 0.995 * r * (Math.Acos(r * Math.Cos(e) / (r + 10_000)) - e), 1.005 * r * (Math.Acos(r * Math.Cos(e) / (r + 10_000)) - e));
        Assert.InRange(Reach(field with { RangeMaxMeters = 60_000 }).At(10_000)!.Value.Far, 59_000, 60_000);
        Assert.Null(Reach(field with { RangeMaxMeters = 60_000 }).At(100_000));
    }

    [Fact]
    public void A_sector_sees_nothing_behind_it()
    {
        SensorReach reach = Reach(Board("alfa", 0, 0).FieldOfView with { AzimuthStartRadians = double.DegreesToRadians(315), AzimuthWidthRadians = double.DegreesToRadians(90) });

        Assert.True(reach.Sees(Geodetic.FromDegrees(1, 0, 10_000)));
        Assert.True(reach.Sees(Geodetic.FromDegrees(1, -0.9, 10_000)));
        Assert.False(reach.Sees(Geodetic.FromDegrees(-1, 0, 10_000)));
        Assert.False(reach.Sees(Geodetic.FromDegrees(0.9, 1.1, 10_000)));
    }

    [Fact]
    public void The_joint_net_sees_what_either_sees_once()
    {
        // Two radars so far apart that at 1 km their views touch nowhere, and at 100 km up they all but coincide.
        CoverageReview coverage = CoverageMaker.Make(Plan with { Boards = [Board("alfa", 0, -1.5), Board("bravo", 0, 1.5)] })!;

        LayerFact low = coverage.Layers[0];
        double cap = Math.PI * 112.9 * 112.9;
        Assert.All(low.Parties, p => Assert.InRange(p.SquareKilometers, 0.97 * cap, 1.03 * cap));
        Assert.Equal(low.JointSquareKilometers, low.Parties.Sum(p => p.SquareKilometers), 3);
        Assert.Equal(0, low.SharedSquareKilometers);
        foreach (LayerFact layer in coverage.Layers)
        {
            Assert.Equal(layer.JointSquareKilometers, layer.SharedSquareKilometers + layer.Parties.Sum(p => p.AloneSquareKilometers), 3);
            Assert.Equal(1 - (layer.JointSquareKilometers / (4e-6 * coverage.HalfWidthMeters * coverage.HalfWidthMeters)), layer.UnseenShare, 9);
        }

        Assert.True(coverage.Layers[2].SharedSquareKilometers > 0.5 * coverage.Layers[2].JointSquareKilometers);
        Assert.Equal((0, 0), (Math.Round(coverage.LatitudeDegrees, 6), Math.Round(coverage.LongitudeDegrees, 6)));
    }

    [Fact]
    public void The_page_shows_three_maps_and_says_what_nobody_sees()
    {
        string page = ReviewPage.Write(Make(Party("alfa", 20, 100), Party("bravo", 20, 100)));

        XDocument document = XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        XElement map = document.Descendants().Single(e => e.Name.LocalName == "svg" && e.Attribute("aria-label")!.Value == "Coverage at 3 heights");
        Assert.Equal(3 * Plan.Boards.Count, map.Descendants().Count(e => e.Attribute("class")?.Value.StartsWith("seen", StringComparison.Ordinal) == true));
        Assert.Contains("At 1 km up nobody sees", document.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("The parties have told each other nothing of what they can see.", document.Root.Value, StringComparison.Ordinal);
        Assert.All(Plan.Boards, b => Assert.Contains($"{b.Party}/{b.Node}, ", document.Root.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_projection_comes_back_to_where_it_began()
    {
        Geodetic about = Geodetic.FromDegrees(69, 16, 0);
        foreach ((double east, double north) in new (double, double)[] { (0, 0), (300_000, 0), (-1_000_000, 700_000), (10, -20) })
        {
            (double e, double n) = SphericalGround.Project(about, SphericalGround.Unproject(about, east, north));
            Assert.Equal((east, north), (Math.Round(e, 2), Math.Round(n, 2)));
        }
    }

    private static SensorReach Reach(FieldOfView field) => new(Board("alfa", 0, 0) with { FieldOfView = field });

    /// <summary>A radar at sea level that looks all round down to its horizon, beyond any range that matters here.</summary>
    private static BoardSpec Board(string party, double latitude, double longitude) => Plan.Boards.First(b => b.Kind == SensorKind.Radar) with
    {
        Party = party,
        Node = "radar-1",
        Place = Geodetic.FromDegrees(latitude, longitude, 0),
        FieldOfView = new FieldOfView(0, Math.Tau, 0, Math.PI / 2, 0, 5_000_000),
    };
}
