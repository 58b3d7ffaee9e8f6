using System.Text.Json;
using JointWatch.Station.Outputs.Maps;
using JointWatch.Station.Views;

namespace JointWatch.Station.Tests.Outputs;

public sealed class CzmlTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly TrailView Trail = SomePicture.Trail(1, (69, 16, 9_000), (69, 16.1, 9_100), (69, 16.2, 9_250));

    private readonly IReadOnlyList<CzmlReader.Shown> _read = CzmlReader.Read(JsonSerializer.Serialize(
        Czml.Of(
            SomePicture.Of(Trail),
            [Trail],
            [SomeWarnings.Listed(SomeWarnings.Warning(impact: SomeWarnings.Impact(azimuthDegrees: 30), launch: SomeWarnings.Launch()))]),
        Json));

    [Fact]
    public void A_track_flies_its_way_in_time()
    {
        CzmlReader.Shown track = _read.Single(s => s.Id == "T0001");
        Assert.Equal(
            Enumerable.Range(-3, 3).Select(i => Some.Now.AddSeconds(i).ToDateTimeOffset()), track.Places.Select(p => p.Time!.Value));
        Assert.Equal([(16, 69, 9_000), (16.1, 69, 9_100), (16.2, 69, 9_250)], track.Places.Select(p => (p.Longitude, p.Latitude, p.Height)));
    }

    /// <summary>
    /// One sigma of 20 and 4 km; k = 1.17741 and 2.14597 are the roots of the chi-squared quantiles 1.38629 and 4.60517 of two degrees of freedom (tables).
    /// CZML turns an ellipse counterclockwise from north, in radians.
    /// </summary>
    [Theory]
    [InlineData("W1-impact-50", 23_548.2, 4_709.6)]
    [InlineData("W1-impact-90", 42_919.3, 8_583.9)]
    public void An_impact_area_is_the_ellipse_of_its_probability_on_the_ground(string id, double major, double minor)
    {
        CzmlReader.Shown area = _read.Single(s => s.Id == id);
        Assert.Equal((5, 71, 0), area.Places.Select(p => (p.Longitude, p.Latitude, p.Height)).Single());
        JsonElement ellipse = area.Packet.GetProperty("ellipse");
        Assert.Equal(major, ellipse.GetProperty("semiMajorAxis").GetDouble(), 0.1);
        Assert.Equal(minor, ellipse.GetProperty("semiMinorAxis").GetDouble(), 0.1);
        Assert.Equal(-Math.PI / 6, ellipse.GetProperty("rotation").GetDouble(), 1e-9);
    }

    [Fact]
    public void A_launch_area_is_a_circle() => Assert.All(_read.Where(s => s.Id.StartsWith("W1-launch", StringComparison.Ordinal)), s => Assert.Equal(
        s.Packet.GetProperty("ellipse").GetProperty("semiMajorAxis").GetDouble(), s.Packet.GetProperty("ellipse").GetProperty("semiMinorAxis").GetDouble()));
}
