using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog;

/// <summary>What a log can be told beside its key.</summary>
public sealed record LogOptions
{
    /// <summary>The witnesses whose cosignatures the log takes: keys of type <see cref="SignatureType.Cosignature"/>.</summary>
    public IReadOnlyList<VerifierKey> Witnesses { get; init; } = [];

    /// <summary>A cosigner's key of the log's own, by which each checkpoint also gets the time at which it was signed; or null.</summary>
    public SigningKey? Timestamper { get; init; }

    /// <summary>The clock of the timestamper.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
