namespace JointWatch.TransparencyLog;

/// <summary>How a <see cref="BatchAppender"/> batches.</summary>
public sealed record BatchOptions
{
    /// <summary>So many entries are written at once without waiting longer; 1 to 65,536. A full tile a checkpoint is what costs the least.</summary>
    public int MaxBatch
    {
        get;
        init => field = value is >= 1 and <= 65_536 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxBatch: expected 1 to 65,536.");
    } = 256;

    /// <summary>No entry waits longer than this for others; above 0. A checkpoint is some flushes to the disk, a few milliseconds.</summary>
    public TimeSpan MaxWait
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxWait: expected a time above 0.");
    } = TimeSpan.FromMilliseconds(200);

    /// <summary>So many entries may wait beside the batch in hand, 1 to 65,536; who adds one more waits too.</summary>
    public int MaxWaiting
    {
        get;
        init => field = value is >= 1 and <= 65_536 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxWaiting: expected 1 to 65,536.");
    } = 4_096;
}
