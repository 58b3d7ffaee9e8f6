namespace JointWatch.Station.Intake;

/// <summary>Limits of the way in.</summary>
public sealed record IntakeOptions
{
    /// <summary>Gets how many inputs may wait for the disk, 1 to 1,000,000. Beyond, senders wait: at 200 bytes each this is some 2 MB.</summary>
    public int MaxQueued { get; init; } = 10_000;

    /// <summary>Gets how many inputs go to disk in one transaction, 1 to 100,000. Larger batches gain nothing measurable.</summary>
    public int MaxBatch { get; init; } = 2_000;

    /// <summary>Gets how many written batches may wait for the core, 1 to 1,000.</summary>
    public int MaxBatchesAhead { get; init; } = 16;

    /// <summary>Gets the largest payload that is looked into, bytes. The largest legal message, a scenario object, has some 25,000.</summary>
    public int MaxPayloadBytes { get; init; } = 32_768;
}
