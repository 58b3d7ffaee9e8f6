using System.Net;
using System.Net.Http.Json;
using System.Text;
using JointWatch.Station.Announcing;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Tests.Hosting;
using JointWatch.Station.Views;
using MQTTnet;

namespace JointWatch.Station.Tests.Announcing;

/// <summary>An announcement's way into the station and to the console.</summary>
public sealed class AnnouncementTests : IDisposable
{
    private const string Topic = "jointwatch/v1/norway/announcement/black-brant-12";

    private const string Rocket = """
        {
          "kind": "preLaunch", "party": "norway", "id": "black-brant-12", "revision": 1, "class": "soundingOrShortRange",
          "window": { "from": "2100-01-25T05:00:00Z", "until": "2100-01-25T12:00:00Z" },
          "launchArea": { "latitudeDegrees": 69.29, "longitudeDegrees": 16.02, "radiusMeters": 5000 },
          "azimuth": { "fromDegrees": 340, "toDegrees": 10 },
          "validUntil": "2100-02-10T12:00:00Z"
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_announcement_from_a_file_is_listed_until_somebody_acknowledges_it_and_outlives_a_restart()
    {
        string file = Path.Combine(_folder, "rocket.json");
        await File.WriteAllTextAsync(file, Rocket, Cancellation);
        await using (RunningStation station = await RunningStation.StartAsync(_folder))
        {
            using StringWriter output = new();
            Assert.Equal(ExitCode.Done, await AnnounceRunner.RunAsync(new AnnounceOptions(file, station.Url), output, output, Cancellation));
            AnnouncementView listed = await ListedAsync(station, a => true);
            Assert.Equal(("norway/black-brant-12", "planned", 1), (listed.Name, listed.State, listed.Revision));
            Assert.InRange(listed.SecondsToWindow, 1e9, 1e10);

            Assert.Equal(HttpStatusCode.NoContent, await AcknowledgeAsync(station, "Lt. Vik"));
            Assert.Equal("Lt. Vik", (await ListedAsync(station, a => a.Acknowledged is not null)).Acknowledged!.By);
        }

        await using RunningStation again = await RunningStation.StartAsync(_folder);
        Assert.Equal("Lt. Vik", (await ListedAsync(again, a => true)).Acknowledged!.By);
    }

    [Fact]
    public async Task A_party_announces_changes_and_cancels_over_MQTT()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using IMqttClient client = await station.ConnectAsync("norway");
        await RunningStation.PublishAsync(client, Topic, Encoding.UTF8.GetBytes(Rocket));
        await ListedAsync(station, a => a.State == "planned");
        await RunningStation.PublishAsync(client, Topic, Encoding.UTF8.GetBytes("""{"kind":"cancellation","party":"norway","id":"black-brant-12","revision":2,"note":"wind"}"""));

        AnnouncementView cancelled = await ListedAsync(station, a => a.State == "cancelled");
        Assert.Equal("wind", cancelled.Note);
        Assert.Null(cancelled.Acknowledged);
    }

    [Fact]
    public async Task A_notification_that_cannot_be_used_is_kept_aside_by_field_value_and_what_was_expected()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using IMqttClient client = await station.ConnectAsync("norway");
        await RunningStation.PublishAsync(client, Topic, Encoding.UTF8.GetBytes(Rocket.Replace("69.29", "96.29", StringComparison.Ordinal)));
        await RunningStation.PublishAsync(client, Topic, Encoding.UTF8.GetBytes(Rocket.Replace("\"norway\"", "\"sweden\"", StringComparison.Ordinal)));

        IReadOnlyList<QuarantineView> refused = await station.QuarantineAsync(atLeast: 2);
        Assert.Equal(["launchArea.latitudeDegrees", "topic"], refused.Select(q => q.Field).Order(StringComparer.Ordinal));
        Assert.Contains(refused, q => q.Value == "96.29" && q.Expected == "a number from -90 to 90");
    }

    [Theory]
    [InlineData("", "by is missing; expected the name of the person who has seen it", HttpStatusCode.BadRequest)]
    [InlineData("Vik", "no announcement norway/black-brant-12 is in the book", HttpStatusCode.NotFound)]
    public async Task An_acknowledgement_that_is_of_no_use_says_why(string by, string message, HttpStatusCode code)
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using HttpResponseMessage response = await station.Http.PostAsJsonAsync(
            new Uri(station.Url + "/api/announcements/norway/black-brant-12/acknowledge"), new AcknowledgeRequest(by), Cancellation);
        Assert.Equal((code, message), (response.StatusCode, (await response.Content.ReadFromJsonAsync<ErrorReplyView>(Cancellation))!.Error));
    }

    [Fact]
    public async Task A_page_from_elsewhere_announces_nothing()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Post, station.Url + "/api/announcements") { Content = new StringContent(Rocket, Encoding.UTF8, "application/json") };
        request.Headers.Host = "attacker.example";
        using HttpResponseMessage response = await station.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);

        using var form = new StringContent(Rocket, Encoding.UTF8, "text/plain");
        using HttpResponseMessage plain = await station.Http.PostAsync(new Uri(station.Url + "/api/announcements"), form, Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, plain.StatusCode);
    }

    private static async Task<HttpStatusCode> AcknowledgeAsync(RunningStation station, string by)
    {
        using HttpResponseMessage response = await station.Http.PostAsJsonAsync(
            new Uri(station.Url + "/api/announcements/norway/black-brant-12/acknowledge"), new AcknowledgeRequest(by, "seen"), Cancellation);
        return response.StatusCode;
    }

    private static async Task<AnnouncementView> ListedAsync(RunningStation station, Func<AnnouncementView, bool> until)
    {
        AnnouncementView? found = null;
        IReadOnlyList<AnnouncementView> all = await station.AnnouncementsAsync(list => (found = list.FirstOrDefault(until)) is not null);
        Assert.Single(all);
        return found!;
    }
}
