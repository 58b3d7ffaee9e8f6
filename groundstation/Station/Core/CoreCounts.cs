namespace JointWatch.Station.Core;

/// <summary>What the core has seen since the beginning of the journal.</summary>
public sealed record CoreCounts
{
    public long Messages { get; init; }

    public long Reports { get; init; }

    public long Detections { get; init; }

    /// <summary>Gets how many reports came again and were dropped.</summary>
    public long Repeats { get; init; }

    public long Quarantined { get; init; }

    /// <summary>Gets how many good reports were of another clock than the one in force, and left out of the picture.</summary>
    public long OtherClock { get; init; }

    /// <summary>Gets how many good reports came faster than their node says that it scans, and were left out of the picture.</summary>
    public long TooFast { get; init; }

    /// <summary>Gets how often a stage failed by a bug of its own.</summary>
    public long Faults { get; init; }

    /// <summary>Gets what the last such bug said, or null.</summary>
    public string? LastFault { get; init; }

    /// <summary>Gets how often a digest in the journal was not the one found again: the journal was changed, or the program's results were.</summary>
    public long DigestMismatches { get; init; }
}
