using System.Text.Json;
using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests;

/// <summary>CesiumJS, for which the CZML is meant, reads what a running station gives.</summary>
public sealed class ForeignGlobeTests
{
    private const double Degrees = 1e-6;

    [Fact]
    public async Task Cesium_shows_each_track_where_it_is_and_the_areas_of_each_warning()
    {
        string node = OtherProgram.Require("node", "Node.js (https://nodejs.org)");
        string folder = Repository.PathTo("tests", "EndToEnd", "foreign");
        await ForeignClientTests.InstallAsync(folder);
        await using StationProcess station = await StationProcess.StartAsync(null, "demo", "--speed", "10", "--no-browser");
        _ = await station.PictureWithAsync("warning with an impact", p => p.Warnings.Any(w => w is { State: "confirmed", Impact: not null }));

        string czml = await station.Http.GetStringAsync("/api/czml", TestContext.Current.CancellationToken);
        string file = Path.Combine(Path.GetDirectoryName(station.DataDirectory)!, "picture.czml");
        await File.WriteAllTextAsync(file, czml, TestContext.Current.CancellationToken);
        List<Shown> shown = [.. (await OtherProgram.RunAsync(node, ["cesium.mjs", file], folder))
            .Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonSerializer.Deserialize<Shown>(line, JsonSerializerOptions.Web)!)];

        JsonElement[] packets = [.. JsonSerializer.Deserialize<JsonElement>(czml).EnumerateArray().Skip(1)];
        Assert.Equal(packets.Select(p => p.GetProperty("id").GetString()), shown.Select(s => s.Id));
        Assert.Contains(shown, s => s is { HasPoint: true, HasPath: true, SemiMajorMeters: null });
        Assert.Contains(shown, s => s is { HasPoint: false, HasPath: false, SemiMajorMeters: not null });
        foreach (var (packet, entity) in packets.Zip(shown))
        {
            double[] way = [.. packet.GetProperty("position").GetProperty("cartographicDegrees").EnumerateArray().Select(n => n.GetDouble())];
            Assert.Equal(way[^3], entity.LongitudeDegrees, Degrees);
            Assert.Equal(way[^2], entity.LatitudeDegrees, Degrees);
            Assert.Equal(way[^1], entity.HeightMeters, 0.01);
            if (packet.TryGetProperty("ellipse", out JsonElement ellipse))
            {
                Assert.Equal(ellipse.GetProperty("semiMajorAxis").GetDouble(), entity.SemiMajorMeters);
                Assert.Equal(ellipse.GetProperty("semiMinorAxis").GetDouble(), entity.SemiMinorMeters);
                Assert.Equal(ellipse.GetProperty("rotation").GetDouble(), entity.RotationRadians);
            }
        }
    }

    private sealed record Shown(
        string Id,
        double LongitudeDegrees,
        double LatitudeDegrees,
        double HeightMeters,
        bool HasPoint,
        bool HasPath,
        double? SemiMajorMeters,
        double? SemiMinorMeters,
        double? RotationRadians);
}
