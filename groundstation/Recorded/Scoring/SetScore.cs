using JointWatch.Metrics.Sets;
using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Scoring;

/// <summary>The tracks of a whole set against its truth: at each time GOSPA (alpha 2) and OSPA of positions, and which track holds which object.</summary>
public sealed class SetScore
{
    private readonly List<TimeScore> _times;

    private SetScore(List<TimeScore> times, int trackNumbers)
    {
        _times = times;
        TrackNumbers = trackNumbers;
    }

    /// <summary>Gets each time, rising.</summary>
    public IReadOnlyList<TimeScore> Times => _times;

    /// <summary>Gets how many different tracks there were.</summary>
    public int TrackNumbers { get; }

    public double MeanGospa => _times.Average(t => t.Gospa);

    public double RmsGospa => Math.Sqrt(_times.Average(t => t.Gospa * t.Gospa));

    public double MeanOspa => _times.Average(t => t.Ospa);

    public double MeanMissed => _times.Average(t => t.Missed);

    public double MeanFalse => _times.Average(t => t.False);

    /// <summary>Gets the root of the mean squared distance of the tracks that hold an object, metres; NaN where none does.</summary>
    public double PositionRmse => Math.Sqrt(_times.SelectMany(t => t.Held).Select(held => held.Meters * held.Meters).DefaultIfEmpty(double.NaN).Average());

    /// <summary>Gets how often an object was held by another track than the last time that it was held.</summary>
    public int Switches
    {
        get
        {
            Dictionary<string, TrackId> last = new(StringComparer.Ordinal);
            int switches = 0;
            foreach ((string target, TrackId track, _) in _times.SelectMany(t => t.Held))
            {
                switches += last.TryGetValue(target, out TrackId before) && before != track ? 1 : 0;
                last[target] = track;
            }

            return switches;
        }
    }

    /// <summary>Scores tracks.</summary>
    /// <param name="truth">The objects.</param>
    /// <param name="rows">The tracks.</param>
    /// <param name="times">When; a time counts where an object or a track is there.</param>
    /// <param name="cutOffMeters">c: beyond it a track does not hold an object.</param>
    /// <param name="order">p, 1 or more.</param>
    public static SetScore Of(
        IReadOnlyList<TruthTrack> truth, IReadOnlyList<TrackRow> rows, IEnumerable<UtcMicroseconds> times, double cutOffMeters, double order)
    {
        ILookup<long, TrackRow> byTime = rows.ToLookup(row => Milliseconds(row.Time));
        SetMetric metric = new(cutOffMeters, order);
        List<TimeScore> scores = [];
        foreach (UtcMicroseconds time in times)
        {
            List<(string Id, Vector3 Place)> there = [];
            foreach (TruthTrack target in truth)
            {
                if (target.At(time) is { } place)
                {
                    there.Add((target.Id, place));
                }
            }

            TrackRow[] held = [.. byTime[Milliseconds(time)]];
            if (there.Count + held.Length > 0)
            {
                SetDistance distance = metric.Between([.. there.Select(t => t.Place)], [.. held.Select(row => row.Position)]);
                scores.Add(new TimeScore(
                    time,
                    distance.Gospa,
                    distance.Ospa,
                    distance.Missed,
                    distance.False,
                    [.. distance.Pairs.Select(pair => (there[pair.Truth].Id, held[pair.Track].Track, pair.Meters))]));
            }
        }

        return new SetScore(scores, rows.Select(row => row.Track).Distinct().Count());
    }

    /// <summary>The part from some time on.</summary>
    public SetScore From(double seconds) => new([.. _times.Where(t => t.Time.Value >= seconds * 1e6)], TrackNumbers);

    /// <summary>Files round times.</summary>
    private static long Milliseconds(UtcMicroseconds time) => (long)Math.Round(time.Value * 1e-3);
}
