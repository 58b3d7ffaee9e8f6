using System.Net;
using System.Text.Json;
using JointWatch.Station.Tests.Hosting;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>What another program asks a running station for.</summary>
public sealed class OutputApiTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Maps_come_with_their_media_types_and_a_warning_that_is_not_there_is_named()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);

        using HttpResponseMessage map = await station.Http.GetAsync(station.Url + "/api/geojson", Cancellation);
        Assert.Equal("application/geo+json", map.Content.Headers.ContentType!.MediaType);
        Assert.Equal("FeatureCollection", JsonSerializer.Deserialize<JsonElement>(await map.Content.ReadAsStringAsync(Cancellation)).GetProperty("type").GetString());

        Assert.Empty(CzmlReader.Read(await station.Http.GetStringAsync(station.Url + "/api/czml", Cancellation)));

        using HttpResponseMessage none = await station.Http.GetAsync(station.Url + "/api/warnings/7/cap", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains("no warning 7", await none.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
