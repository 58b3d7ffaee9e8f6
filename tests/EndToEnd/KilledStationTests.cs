using System.Globalization;
using System.Text.Json;
using JointWatch.EndToEnd.Tests.Foreign;
using JointWatch.EndToEnd.Tests.Support;
using JointWatch.Station.Views;

namespace JointWatch.EndToEnd.Tests;

/// <summary>A station that is killed loses nothing that it acknowledged, and a replay gives what it showed.</summary>
public sealed class KilledStationTests
{
    private const int EnoughReports = 200;

    [Fact]
    public async Task A_killed_station_goes_on_with_every_acknowledged_report_and_the_tracks_that_a_replay_gives()
    {
        await using StationProcess killed = await StationProcess.StartAsync(null, "demo", "--speed", "2", "--no-browser");
        await using AckedReports reports = await AckedReports.StartAsync(killed.MqttPort);
        await Patience.UntilAsync(
            "acknowledged reports, and a digest of the picture in the journal",
            () => Task.FromResult(reports.Acknowledged.Count >= EnoughReports && JournalReader.Checkpoints(killed.Journal) >= 1));
        PictureView shown = await killed.PictureWithAsync("two tracks", p => p.Tracks.Count >= 2);
        await killed.KillAsync();
        await reports.StationGoneAsync();

        await using StationProcess again = await StationProcess.StartAsync(killed.DataDirectory, "run");
        PictureView takenUp = await again.PictureAsync();
        Assert.DoesNotContain("another picture", again.Output, StringComparison.Ordinal);
        Assert.True(takenUp.Counts.Reports >= shown.Counts.Reports, "The station has forgotten reports that it had counted.");
        long before = JournalReader.Checkpoints(killed.Journal);
        await Patience.UntilAsync(
            "digest of the picture that the station took up", () => Task.FromResult(JournalReader.Checkpoints(killed.Journal) > before));
        Assert.Equal(0, await again.InterruptAsync());

        HashSet<(uint Boot, ulong Sequence)> journalled = [.. JournalReader.Payloads(killed.Journal, AckedReports.Topic).Select(ForeignMessages.IdentityOf)];
        Assert.All(reports.Acknowledged, sequence => Assert.Contains((AckedReports.Boot, sequence), journalled));

        string first = await ReplayAsync(killed, "first");
        string second = await ReplayAsync(killed, "second");
        foreach (string file in (string[])["tracks.csv", "warnings.json"])
        {
            byte[] once = await File.ReadAllBytesAsync(Path.Combine(first, file), TestContext.Current.CancellationToken);
            byte[] twice = await File.ReadAllBytesAsync(Path.Combine(second, file), TestContext.Current.CancellationToken);
            Assert.True(once.AsSpan().SequenceEqual(twice), $"{file} of two replays differ");
        }

        HashSet<(string Track, int Detections)> updates = await UpdatesAsync(Path.Combine(first, "tracks.csv"));
        Assert.All([.. shown.Tracks, .. takenUp.Tracks], t => Assert.Contains((t.Id, t.Detections), updates));
        Dictionary<int, int> revisions = await LastRevisionsAsync(Path.Combine(first, "warnings.json"));
        Assert.All([.. shown.Warnings, .. takenUp.Warnings], w => Assert.InRange(w.Revision, 1, revisions[w.Id]));
    }

    /// <summary>Replays to a folder; exit code 0 also says that every digest in the journal, of either station, was found again.</summary>
    private static async Task<string> ReplayAsync(StationProcess station, string name)
    {
        string folder = Path.Combine(Path.GetDirectoryName(station.DataDirectory)!, name);
        (int code, string output) = await JointWatchProgram.RunAsync(Path.GetTempPath(), "replay", station.Journal, "--out", folder);
        Assert.True(code == 0, $"Exit code {code}. The replay printed:\n{output}");
        return folder;
    }

    /// <summary>Every update of every track: which, and how many detections it had then.</summary>
    private static async Task<HashSet<(string Track, int Detections)>> UpdatesAsync(string tracks)
    {
        string[] lines = await File.ReadAllLinesAsync(tracks, TestContext.Current.CancellationToken);
        string[] header = lines[0].Split(',');
        int id = Array.IndexOf(header, "track_id");
        int count = Array.IndexOf(header, "detections");
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(f => (f[id], int.Parse(f[count], CultureInfo.InvariantCulture)))];
    }

    /// <summary>The last revision of each warning, by number; the file has a JSON object a line.</summary>
    private static async Task<Dictionary<int, int>> LastRevisionsAsync(string warnings)
    {
        Dictionary<int, int> last = [];
        foreach (string line in await File.ReadAllLinesAsync(warnings, TestContext.Current.CancellationToken))
        {
            JsonElement warning = JsonSerializer.Deserialize<JsonElement>(line);
            last[warning.GetProperty("id").GetInt32()] = warning.GetProperty("revision").GetInt32();
        }

        return last;
    }
}
