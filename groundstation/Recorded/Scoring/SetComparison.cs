using JointWatch.Metrics;
using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Scoring;

/// <summary>The tracks of a whole set beside its truth, for the measures that look at more than one time.</summary>
public static class SetComparison
{
    /// <summary>Puts objects and tracks at the same times.</summary>
    /// <param name="truth">The objects.</param>
    /// <param name="rows">The tracks; of several rows of a track at one time the first counts.</param>
    /// <param name="times">When, rising; of times of the same millisecond the first counts, for files round.</param>
    public static Comparison Of(IReadOnlyList<TruthTrack> truth, IReadOnlyList<TrackRow> rows, IEnumerable<UtcMicroseconds> times)
    {
        UtcMicroseconds[] distinct = [.. times.DistinctBy(Milliseconds)];
        Dictionary<long, int> places = [];
        for (int k = 0; k < distinct.Length; k++)
        {
            places.Add(Milliseconds(distinct[k]), k);
        }

        return new Comparison(
            distinct,
            [.. truth.Select(target => new Trajectory(target.Id, [.. distinct.Select(time => At(target, time))]))],
            [.. rows.GroupBy(row => row.Track).Select(track => Of(track.Key, track, places))]);
    }

    private static Place? At(TruthTrack target, UtcMicroseconds time) =>
        target.At(time) is { } position && target.VelocityAt(time) is { } velocity ? new Place(position, velocity) : null;

    private static Trajectory Of(TrackId track, IEnumerable<TrackRow> rows, Dictionary<long, int> places)
    {
        Place?[] way = new Place?[places.Count];
        foreach (TrackRow row in rows)
        {
            if (places.TryGetValue(Milliseconds(row.Time), out int k))
            {
                way[k] ??= new Place(row.Position, row.Velocity);
            }
        }

        return new Trajectory(track.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), way);
    }

    private static long Milliseconds(UtcMicroseconds time) => (long)Math.Round(time.Value * 1e-3);
}
