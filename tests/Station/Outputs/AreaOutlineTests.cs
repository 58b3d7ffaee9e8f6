using CsCheck;
using JointWatch.Station.Outputs.Areas;
using JointWatch.Tracking.Geodesy;
using NetTopologySuite.Geometries;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>Outlines held against NetTopologySuite's geometry and against draws from the distribution that they stand for.</summary>
public sealed class AreaOutlineTests
{
    private static readonly GeometryFactory Geometry = new();

    /// <summary>Draws in the plane of the centre; the share inside must be the probability (4 sigmas of a binomial of 4,000: 1.9 % at 90 %, 3.2 % at 50 %).</summary>
    [Theory]
    [InlineData(0.5, 20_000, 3_000, 30)]
    [InlineData(0.9, 20_000, 3_000, 30)]
    [InlineData(0.9, 9_000, 9_000, 0)]
    [InlineData(0.9, 60_000, 2_000, 160)]
    public void The_area_of_a_probability_holds_the_truth_that_often(double probability, double major, double minor, double azimuthDegrees)
    {
        var area = (WarningArea)WarningAreas.Of(SomeWarnings.Warning(impact: SomeWarnings.Impact(60, 5, major, minor, azimuthDegrees)))
            .Single(a => Math.Abs(a.Probability - probability) < 1e-9);
        Polygon polygon = Assert.Single(Polygons(area));
        LocalFrame frame = LocalFrame.At(area.Center);
        var random = new Random(11);
        const int Draws = 4_000;
        int inside = 0;
        for (int i = 0; i < Draws; i++)
        {
            (double sin, double cos) = Math.SinCos(double.DegreesToRadians(azimuthDegrees));
            (double along, double across) = (major * Gauss(random), minor * Gauss(random));
            var local = new Enu((along * sin) + (across * cos), (along * cos) - (across * sin), 0);
            Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(frame.ToCommon(local)));
            inside += polygon.Contains(new Point(place.LongitudeDegrees, place.LatitudeDegrees)) ? 1 : 0;
        }

        Assert.InRange((double)inside / Draws, probability - 0.032, probability + 0.032);
    }

    [Fact]
    public void Every_outline_on_the_Earth_is_valid_counterclockwise_and_within_the_map() => Gen.Select(
        Gen.Double[-90, 90],
        Gen.Double[-180, 180],
        Gen.Double[100, 2_300_000],
        Gen.Double[0.05, 1],
        Gen.Double[0, 180]).Sample((latitude, longitude, major, ratio, azimuth) =>
        {
            foreach (WarningArea area in WarningAreas.Of(SomeWarnings.Warning(
                impact: SomeWarnings.Impact(latitude, longitude, major, major * ratio, azimuth))))
            {
                List<Polygon> polygons = Polygons(area);
                Assert.NotEmpty(polygons);
                Assert.All(polygons, p => Assert.True(p.IsValid && p.Shell.IsCCW, p.ToString()));
                Assert.All(polygons.SelectMany(p => p.Coordinates), c => Assert.True(Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90));
                Assert.True(polygons.Exists(p => p.Distance(new Point(longitude, latitude)) < 1e-9), "The centre is outside.");
            }
        }, iter: 500);

    [Fact]
    public void An_area_over_the_antimeridian_is_cut_along_it()
    {
        List<Polygon> polygons = Polygons(Impact90(-20, 179.95));
        Assert.Equal(2, polygons.Count);
        Assert.All(polygons, p => Assert.Contains(p.Coordinates, c => Math.Abs(c.X) == 180));
        Assert.All(polygons, p => Assert.True(p.EnvelopeInternal.Width < 2));
    }

    [Theory]
    [InlineData(89.9)]
    [InlineData(-89.9)]
    public void An_area_around_a_pole_reaches_all_round_it(double latitude)
    {
        Geometry whole = Geometry.BuildGeometry(Polygons(Impact90(latitude, 40))).Union();
        for (double longitude = -179; longitude < 180; longitude += 10)
        {
            Assert.True(whole.Covers(new Point(longitude, Math.CopySign(89.99, latitude))));
        }
    }

    [Fact]
    public void An_area_that_says_no_more_than_somewhere_is_left_out() =>
        Assert.Empty(WarningAreas.Of(SomeWarnings.Warning(impact: SomeWarnings.Impact(major: 9_000_000))));

    private static WarningArea Impact90(double latitude, double longitude) =>
        WarningAreas.Of(SomeWarnings.Warning(impact: SomeWarnings.Impact(latitude, longitude))).Single(a => a.Name == "impact-90");

    private static List<Polygon> Polygons(WarningArea area) => [.. AreaOutline.Of(area).Select(ring =>
        Geometry.CreatePolygon([.. ring.Select(p => new Coordinate(p.LongitudeDegrees, p.LatitudeDegrees))]))];

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
