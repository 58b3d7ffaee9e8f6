namespace JointWatch.Metrics.AirPicture;

/// <summary>How tracks hold one object over its time.</summary>
/// <param name="TimesHeld">At how many times a track is there that belongs to it.</param>
/// <param name="Fewest">The fewest segments that cover all times that are covered.</param>
/// <param name="CoveredSeconds">How long there is a track.</param>
/// <param name="LongestSeconds">How long the track holds it that holds it longest, its segments summed.</param>
/// <param name="LifetimeSeconds">From its first time to its last.</param>
internal readonly record struct Continuity(int TimesHeld, int Fewest, double CoveredSeconds, double LongestSeconds, double LifetimeSeconds)
{
    public static Continuity Of(Comparison comparison, int truth, Segment[] segments)
    {
        IReadOnlyList<Place?> places = comparison.Truth[truth].Places;
        int[] times = [.. Enumerable.Range(0, places.Count).Where(k => places[k] is not null)];
        if (times.Length == 0)
        {
            return default;
        }

        double covered = 0;
        for (int n = 1; n < times.Length; n++)
        {
            (int before, int now) = (times[n - 1], times[n]);
            covered += segments.Any(s => s.First <= before && s.Last >= now) ? Seconds(before, now) : 0;
        }

        return new Continuity(
            times.Count(k => segments.Any(s => s.First <= k && s.Last >= k && comparison.Tracks[s.Track].Places[k] is not null)),
            FewestOf(times, segments),
            covered,
            segments.GroupBy(s => s.Track).Select(track => track.Sum(s => Seconds(s.First, s.Last))).DefaultIfEmpty(0).Max(),
            Seconds(times[0], times[^1]));

        double Seconds(int first, int last) => comparison.Times[last].SecondsSince(comparison.Times[first]);
    }

    /// <summary>Takes, at the first time not yet covered, the segment that lasts longest: the fewest intervals that cover a set of points.</summary>
    private static int FewestOf(int[] times, Segment[] segments)
    {
        int fewest = 0;
        int coveredTo = -1;
        foreach (int k in times)
        {
            int last = k <= coveredTo ? -1 : segments.Where(s => s.First <= k && s.Last >= k).Select(s => s.Last).DefaultIfEmpty(-1).Max();
            if (last >= 0)
            {
                fewest++;
                coveredTo = last;
            }
        }

        return fewest;
    }
}
