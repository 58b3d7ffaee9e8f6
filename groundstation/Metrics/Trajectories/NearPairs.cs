namespace JointWatch.Metrics.Trajectories;

/// <summary>The pairs of objects and tracks that are nearer than the cut-off at some time, and what they gain by holding together at each.</summary>
internal sealed class NearPairs
{
    private readonly int _times;
    private readonly int[] _groups;
    private readonly List<(int Object, int Track, double[] Rewards)> _pairs = [];

    private NearPairs(int times, int objects, int tracks, double penalty)
    {
        _times = times;
        _groups = [.. Enumerable.Range(0, objects + tracks)];
        Penalty = penalty;
    }

    /// <summary>Gets what a change by a whole share costs, in units of c^p: half of gamma^p, for a switch changes two.</summary>
    public double Penalty { get; }

    public static NearPairs Of(Comparison comparison, TrajectoryGospaOptions options)
    {
        double penalty = Math.Pow(options.SwitchMeters / options.CutOffMeters, options.Order) / 2;
        NearPairs near = new(comparison.Times.Count, comparison.Truth.Count, comparison.Tracks.Count, penalty);
        for (int i = 0; i < comparison.Truth.Count; i++)
        {
            for (int j = 0; j < comparison.Tracks.Count; j++)
            {
                double[]? rewards = Rewards(comparison.Truth[i], comparison.Tracks[j], options);
                if (rewards is not null)
                {
                    near._pairs.Add((i, j, rewards));
                    near._groups[near.Root(comparison.Truth.Count + j)] = near.Root(i);
                }
            }
        }

        return near;
    }

    /// <summary>Each group that hangs together, in order of its first object.</summary>
    public IEnumerable<SwitchingProblem> Problems()
    {
        foreach (IGrouping<int, (int Object, int Track, double[] Rewards)> group in _pairs.GroupBy(pair => Root(pair.Object)))
        {
            (int Object, int Track, double[] Rewards)[] pairs = [.. group];
            int[] objects = [.. pairs.Select(pair => pair.Object).Distinct()];
            int[] tracks = [.. pairs.Select(pair => pair.Track).Distinct()];
            yield return new SwitchingProblem(
                _times,
                objects.Length,
                tracks.Length,
                [.. pairs.Select(pair => Array.IndexOf(objects, pair.Object))],
                [.. pairs.Select(pair => Array.IndexOf(tracks, pair.Track))],
                [.. Enumerable.Range(0, _times).SelectMany(time => pairs.Select(pair => pair.Rewards[time]))],
                Penalty);
        }
    }

    /// <summary>1 less (d/c)^p at each time that both are there and nearer than c, else 0; null where it is 0 at all times.</summary>
    private static double[]? Rewards(Trajectory truth, Trajectory track, TrajectoryGospaOptions options)
    {
        double[]? rewards = null;
        for (int k = 0; k < truth.Places.Count; k++)
        {
            if (truth.Places[k] is { } here && track.Places[k] is { } there
                && (here.Position - there.Position).Length is double meters && meters < options.CutOffMeters)
            {
                rewards ??= new double[truth.Places.Count];
                rewards[k] = 1 - Math.Pow(meters / options.CutOffMeters, options.Order);
            }
        }

        return rewards;
    }

    private int Root(int item)
    {
        while (_groups[item] != item)
        {
            _groups[item] = _groups[_groups[item]];
            item = _groups[item];
        }

        return item;
    }
}
