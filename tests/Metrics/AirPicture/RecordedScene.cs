using System.Globalization;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Metrics.Tests.AirPicture;

/// <summary>
/// Scenes kept beside the tests so that other programs can score the very same rows. few: 3 objects. crossing: 8 objects that cross, with swaps, twins, gaps
/// and false tracks. flat: 4 objects in a plane, for a cut-off of 10 m. The last row of the tracks is at a time without truth, and does not count.
/// A track that is away for a time comes back as another: the associations that Stone Soup was given have no gaps.
/// </summary>
internal static class RecordedScene
{
    public static Comparison Read(string name)
    {
        Row[] truth = Rows($"{name}-truth.csv");
        Row[] tracks = Rows($"{name}-tracks.csv");
        UtcMicroseconds[] times = [.. truth.Select(row => row.Time).Distinct().Order()];
        return new Comparison(times, Ways(truth, times), [.. Ways(tracks, times).SelectMany(Runs)]);
    }

    private static Trajectory[] Ways(Row[] rows, UtcMicroseconds[] times) =>
        [.. rows.GroupBy(row => row.Name).Select(way => new Trajectory(
            way.Key, [.. times.Select(time => way.Where(row => row.Time == time).Select(row => (Place?)row.Place).FirstOrDefault())]))];

    private static IEnumerable<Trajectory> Runs(Trajectory track)
    {
        int[] begins = [.. Enumerable.Range(0, track.Places.Count).Where(k => track.Places[k] is not null && (k == 0 || track.Places[k - 1] is null))];
        return begins.Select(begin => new Trajectory(
            $"{track.Name} from {begin}",
            [.. track.Places.Select((place, k) => k >= begin && track.Places.Skip(begin).Take(k - begin).All(p => p is not null) ? place : null)]));
    }

    private static Row[] Rows(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "AirPicture", "Scenes", file)).Skip(1).Select(line => RowOf(line.Split(',')))];

    private static Row RowOf(string[] fields) => new(
        new UtcMicroseconds((long)Math.Round(Number(fields[0]) * 1e6)),
        fields[1],
        new Place(new Vector3(Number(fields[2]), Number(fields[3]), Number(fields[4])), new Vector3(Number(fields[5]), Number(fields[6]), Number(fields[7])))
        {
            Identity = fields[8].Length == 0 ? null : fields[8],
        });

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Row(UtcMicroseconds Time, string Name, Place Place);
}
