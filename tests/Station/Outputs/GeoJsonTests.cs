using System.Text.Json;
using JointWatch.Station.Outputs.Maps;
using JointWatch.Station.Views;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>Read by NetTopologySuite, which shares no code with JointWatch; the rules named are those of RFC 7946.</summary>
public sealed class GeoJsonTests
{
    private static readonly JsonSerializerOptions Ours = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Theirs = new() { Converters = { new GeoJsonConverterFactory() } };

    private static readonly TrailView[] Trails =
    [
        SomePicture.Trail(1, (69, 16, 9_000), (69, 16.1, 9_100)),
        SomePicture.Trail(2, (10, 179.9, 100), (10.2, -179.7, 500)),
        SomePicture.Trail(3, (1, 2, 3)),
    ];

    private readonly FeatureCollection _read = Read(GeoJson.Of(
        SomePicture.Of(Trails),
        Trails,
        [SomeWarnings.Listed(SomeWarnings.Warning(impact: SomeWarnings.Impact(), launch: SomeWarnings.Launch()))]));

    [Fact]
    public void Every_feature_is_read_with_its_kind_and_a_name_of_its_own()
    {
        Assert.Equal(
            ["impact", "impact area", "launch", "launch area", "track", "trail"],
            _read.Select(f => (string)f.Attributes["kind"]).Distinct().Order(StringComparer.Ordinal));
        string[] ids = [.. _read.Select(f => f.GetOptionalId("id")!.ToString()!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(_read, f => Assert.True(f.Geometry.IsValid));
    }

    /// <summary>Section 3.1.1: longitude, latitude, height above the ellipsoid.</summary>
    [Fact]
    public void A_track_is_a_point_with_longitude_before_latitude_and_its_height()
    {
        Coordinate place = Find("T0001").Geometry.Coordinate;
        Assert.Equal((16.1, 69, 9_100), (place.X, place.Y, place.Z));
    }

    /// <summary>Section 3.1.9: what crosses the antimeridian is cut. The point there lies a quarter of the way, by proportion.</summary>
    [Fact]
    public void A_way_over_the_antimeridian_is_cut_along_it()
    {
        MultiLineString line = Assert.IsType<MultiLineString>(Find("T0002-trail").Geometry);
        Assert.Equal([179.9, 180, -180, -179.7], line.Coordinates.Select(c => c.X));
        Assert.Equal([10, 10.05, 10.05, 10.2], line.Coordinates.Select(c => Math.Round(c.Y, 9)));
        Assert.Equal([100, 200, 200, 500], line.Coordinates.Select(c => Math.Round(c.Z, 6)));
    }

    /// <summary>Section 3.1.4: a line has two positions or more.</summary>
    [Fact]
    public void A_track_that_was_seen_once_has_no_way() => Assert.DoesNotContain(_read, f => f.GetOptionalId("id")!.ToString() == "T0003-trail");

    /// <summary>Section 3.1.6: outer rings go counterclockwise. The areas of two probabilities are to each other as ln 2 is to ln 10.</summary>
    [Fact]
    public void Areas_are_polygons_the_larger_round_the_smaller()
    {
        foreach (string kind in (string[])["launch", "impact"])
        {
            Polygon half = Assert.IsType<Polygon>(Find($"W1-{kind}-50").Geometry);
            Polygon most = Assert.IsType<Polygon>(Find($"W1-{kind}-90").Geometry);
            Assert.True(half.Shell.IsCCW && most.Shell.IsCCW && most.Contains(half));
            Assert.Equal(Math.Log(10) / Math.Log(2), most.Area / half.Area, 0.05);
        }
    }

    [Fact]
    public void Nothing_at_all_is_an_empty_collection() =>
        Assert.Empty(Read(GeoJson.Of(SomePicture.Of(), [], [])));

    private static FeatureCollection Read(object document) =>
        JsonSerializer.Deserialize<FeatureCollection>(JsonSerializer.Serialize(document, Ours), Theirs)!;

    private IFeature Find(string id) => _read.Single(f => f.GetOptionalId("id")!.ToString() == id);
}
