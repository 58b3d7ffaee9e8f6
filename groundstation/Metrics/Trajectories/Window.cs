namespace JointWatch.Metrics.Trajectories;

/// <summary>A span of instants, both ends included.</summary>
internal readonly record struct Window(int First, int Last)
{
    /// <summary>The least span that has both.</summary>
    public Window Union(Window other) => new(Math.Min(First, other.First), Math.Max(Last, other.Last));

    public Window Intersect(Window other) => new(Math.Max(First, other.First), Math.Min(Last, other.Last));
}
