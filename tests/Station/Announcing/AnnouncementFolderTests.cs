using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using JointWatch.Station.Tests.Hosting;
using JointWatch.Station.Views;

namespace JointWatch.Station.Tests.Announcing;

/// <summary>Announcements from the files of a folder, on a running station.</summary>
public sealed class AnnouncementFolderTests : IDisposable
{
    private const string Name = "norway/black-brant-12";

    private readonly string _data = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;
    private readonly string _notes = Directory.CreateTempSubdirectory("jointwatch-notes-").FullName;
    private readonly ConcurrentQueue<string> _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_notes, recursive: true);
    }

    [Fact]
    public async Task What_lies_in_the_folder_is_announced_at_the_start_and_what_comes_later_when_it_comes()
    {
        await WriteAsync("rocket.json", Rocket());
        await WriteAsync("letter.txt", "no notification");
        await using RunningStation station = await StartAsync();
        await station.AnnouncementsAsync(all => all is [{ Name: Name, Revision: 1 }]);

        JsonObject other = Rocket();
        other["id"] = "maxus-9";
        await WriteAsync("another.json", other);
        await station.AnnouncementsAsync(all => all.Count == 2);
    }

    [Fact]
    public async Task A_file_that_is_changed_changes_what_was_announced()
    {
        await WriteAsync("rocket.json", Rocket());
        await using RunningStation station = await StartAsync();
        await station.AnnouncementsAsync(all => all is [{ Revision: 1 }]);

        JsonObject change = Rocket(revision: 2);
        change["kind"] = "change";
        change["note"] = "a day later";
        await WriteAsync("rocket.json", change);
        IReadOnlyList<AnnouncementView> changed = await station.AnnouncementsAsync(all => all is [{ Revision: 2 }]);
        Assert.Equal("a day later", changed[0].Note);
    }

    [Fact]
    public async Task A_notification_and_its_change_and_cancellation_are_taken_in_order_whatever_the_files_are_called()
    {
        await WriteAsync("a-last.json", """{"kind":"cancellation","party":"norway","id":"black-brant-12","revision":3,"note":"wind"}""");
        JsonObject change = Rocket(revision: 2);
        change["kind"] = "change";
        await WriteAsync("b-second.json", change);
        await WriteAsync("c-first.json", Rocket());
        await using RunningStation station = await StartAsync();
        await station.AnnouncementsAsync(all => all is [{ State: "cancelled", Revision: 3 }]);
        Assert.Equal(3, _log.Count(l => l.Contains("was taken", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_station_that_is_started_again_finds_nothing_new_in_the_same_files()
    {
        await WriteAsync("1.json", Rocket());
        JsonObject change = Rocket(revision: 2);
        change["kind"] = "change";
        change["note"] = "later";
        await WriteAsync("2.json", change);
        await using (RunningStation station = await StartAsync())
        {
            await station.AnnouncementsAsync(all => all is [{ Revision: 2 }]);
        }

        _log.Clear();
        await using RunningStation again = await StartAsync();
        await again.AnnouncementsAsync(all => all is [{ Revision: 2 }]);
        Assert.DoesNotContain(_log, l => l.Contains(_notes, StringComparison.Ordinal));
        Assert.Empty(await again.QuarantineAsync(atLeast: 0));
    }

    [Theory]
    [InlineData("launchArea", "latitudeDegrees", "96.29", "launchArea.latitudeDegrees", "96.29", "a number from -90 to 90")]
    [InlineData("window", "until", "\"tomorrow\"", "window.until", "'tomorrow'", "a time of ISO 8601 with its zone, as 2026-07-04T12:00:00Z")]
    public async Task A_file_that_is_wrong_is_named_with_field_value_and_what_was_expected_and_counted_and_the_others_are_taken(
        string table, string key, string json, string field, string value, string expected)
    {
        JsonObject wrong = Rocket();
        wrong["id"] = "wrong";
        wrong[table]![key] = JsonNode.Parse(json);
        string file = await WriteAsync("a-wrong.json", wrong);
        await WriteAsync("b-good.json", Rocket());
        await using RunningStation station = await StartAsync();

        await station.AnnouncementsAsync(all => all is [{ Name: Name }]);
        QuarantineView refused = Assert.Single(await station.QuarantineAsync(atLeast: 1));
        Assert.Equal((file, field, value, expected), (refused.Topic, refused.Field, refused.Value, refused.Expected));
        Assert.Contains($"{file}: {field} is {value}; expected {expected}", _log);

        wrong[table] = Rocket()[table]!.DeepClone();
        await WriteAsync("a-wrong.json", wrong);
        await station.AnnouncementsAsync(all => all.Count == 2);
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[1, 2]", "notification")]
    [InlineData("{\"kind\":\"cancellation\",\"party\":\"norway\",\"id\":\"unheard-of\",\"revision\":2}", "which norway has not announced")]
    public async Task What_is_no_notification_or_of_nothing_that_was_announced_is_said_to_be_so(string text, string words)
    {
        await WriteAsync("odd.json", text);
        await using RunningStation station = await StartAsync();
        Assert.Single(await station.QuarantineAsync(atLeast: 1));
        Assert.Contains(_log, l => l.Contains("odd.json: ", StringComparison.Ordinal) && l.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_changed_without_a_new_revision_is_refused()
    {
        await WriteAsync("rocket.json", Rocket());
        await using RunningStation station = await StartAsync();
        await station.AnnouncementsAsync(all => all is [{ Revision: 1 }]);

        JsonObject moved = Rocket();
        moved["launchArea"]!["radiusMeters"] = 9_000;
        string file = await WriteAsync("rocket.json", moved);
        QuarantineView refused = Assert.Single(await station.QuarantineAsync(atLeast: 1));
        Assert.Equal((file, "revision", "1", $"more than 1, the last one of {Name}"), (refused.Topic, refused.Field, refused.Value, refused.Expected));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_said_once_and_what_was_announced_stays()
    {
        string notes = Path.Combine(_notes, "inner");
        Directory.CreateDirectory(notes);
        await File.WriteAllTextAsync(Path.Combine(notes, "rocket.json"), Rocket().ToJsonString(), Cancellation);
        await using RunningStation station = await RunningStation.StartAsync(_data, notes, _log.Enqueue);
        await station.AnnouncementsAsync(all => all.Count == 1);

        Directory.Delete(notes, recursive: true);
        await RunningStation.UntilAsync(() => _log.Any(l => l.StartsWith(notes + ": ", StringComparison.Ordinal) && l.Contains("expected a folder", StringComparison.Ordinal)), "the folder is missed");
        Assert.Single(await station.AnnouncementsAsync(_ => true));
    }

    private static JsonObject Rocket(int revision = 1) => JsonNode.Parse($$"""
        {
          "kind": "preLaunch", "party": "norway", "id": "black-brant-12", "revision": {{revision}}, "class": "soundingOrShortRange",
          "window": { "from": "2100-01-25T05:00:00Z", "until": "2100-01-25T12:00:00Z" },
          "launchArea": { "latitudeDegrees": 69.29, "longitudeDegrees": 16.02, "radiusMeters": 5000 },
          "validUntil": "2100-02-10T12:00:00Z"
        }
        """)!.AsObject();

    private Task<RunningStation> StartAsync() => RunningStation.StartAsync(_data, _notes, _log.Enqueue);

    private Task<string> WriteAsync(string name, JsonObject notification) => WriteAsync(name, notification.ToJsonString());

    private async Task<string> WriteAsync(string name, string text)
    {
        string file = Path.Combine(_notes, name);
        await File.WriteAllTextAsync(file, text, Cancellation);
        return file;
    }
}
