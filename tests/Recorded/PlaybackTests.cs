using JointWatch.Recorded.Making;
using JointWatch.Recorded.Playing;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Tests;

public sealed class PlaybackTests : IDisposable
{
    private readonly TextFolder _ordered = new();
    private readonly TextFolder _late = new();

    public PlaybackTests()
    {
        AirSet.Write(AirRecipe.Cv(8, 12), _ordered.Path);
    }

    public void Dispose()
    {
        _ordered.Dispose();
        _late.Dispose();
    }

    [Fact]
    public void Reports_that_come_up_to_ten_seconds_late_in_any_order_give_the_tracks_of_the_ordered_set()
    {
        foreach (string file in Directory.GetFiles(_ordered.Path))
        {
            string[] lines = File.ReadAllLines(file);
            _late.Write(Path.GetFileName(file), string.Join('\n', file.EndsWith("_detections.csv", StringComparison.Ordinal) ? Delayed(lines) : lines));
        }

        RecordedSet late = RecordedSet.Read(_late.Path);
        MultiTargetTracker tracker = new();
        List<TrackRow> rows = Playback.Play(late, tracker);

        Assert.False(late.IsInOrder);
        Assert.True(tracker.Rollbacks > 20);
        Assert.Equal(0, tracker.ScansTooLate);
        List<TrackRow> ordered = Playback.Play(RecordedSet.Read(_ordered.Path), new MultiTargetTracker());
        Assert.Equal(InPlace(ordered), InPlace(rows), (a, b) => a.Time == b.Time && (a.Position - b.Position).Length < 1e-6);
        Assert.Equal(ordered.DistinctBy(row => row.Track).Count(), rows.DistinctBy(row => row.Track).Count());
        Assert.InRange(rows.Count, 8 * 160, 9 * 180);
    }

    [Fact]
    public void Each_pass_gives_the_same_tracks()
    {
        RecordedSet set = RecordedSet.Read(_ordered.Path);

        RepeatedPlayback result = RepeatedPlayback.Run(set, () => new MultiTargetTracker(), 3, TimeProvider.System);

        Assert.Equal(3, result.Cpu.Count);
        Assert.Equal(set.Scans.Sum(scan => scan.Detections.Count), result.Detections);
        Assert.Equal(Playback.Play(set, new MultiTargetTracker()), result.Rows);
    }

    [Fact]
    public void A_tracker_that_is_not_repeatable_is_found_out()
    {
        RecordedSet set = RecordedSet.Read(_ordered.Path);
        int made = 0;

        Assert.Throws<InvalidOperationException>(
            () => RepeatedPlayback.Run(set, () => new MultiTargetTracker(new TrackerOptions { FirstTrackNumber = ++made }), 2, TimeProvider.System));
    }

    [Fact]
    public void Tracks_are_written_and_read_again_to_the_millimetre()
    {
        List<TrackRow> rows = Playback.Play(RecordedSet.Read(_ordered.Path), new MultiTargetTracker());
        string path = Path.Combine(_late.Path, "tracks.csv");

        TracksFile.Write(path, rows);

        Assert.Equal(rows, TracksFile.Read(path), (a, b) => a.Time == b.Time && (a.Position - b.Position).Length < 1e-3);
    }

    /// <summary>Tracks are numbered as their detections come: in another order by other numbers.</summary>
    private static List<TrackRow> InPlace(IEnumerable<TrackRow> rows) => [.. rows.OrderBy(row => row.Time).ThenBy(row => row.Position.X)];

    /// <summary>Whole looks, each delayed by 0 to 9.9 s, the rows then in order of arrival.</summary>
    private static IEnumerable<string> Delayed(string[] lines)
    {
        Random random = new(5);
        Dictionary<string, double> arrival = new(StringComparer.Ordinal);
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            arrival.TryAdd(Look(line), double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture) + (9.9 * random.NextDouble()));
        }

        return [lines[0], .. lines.Skip(1).OrderBy(line => arrival[Look(line)])];

        static string Look(string line) => string.Join(',', line.Split(',')[1..3]);
    }
}
