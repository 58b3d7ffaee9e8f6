using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch log verify</c> was asked for. Paths are absolute.</summary>
/// <param name="Subject">What to check.</param>
/// <param name="Keys">The keys of the log.</param>
/// <param name="Witnesses">The keys of the witnesses.</param>
/// <param name="Quorum">So many of them must have cosigned.</param>
/// <param name="IsJson">Whether the report is for a program.</param>
public sealed record LogVerifyOptions(
    LogSubject Subject,
    IReadOnlyList<VerifierKey> Keys,
    IReadOnlyList<VerifierKey> Witnesses,
    int Quorum,
    bool IsJson)
{
    /// <summary>Gets the register of the parties' keys, with which records are checked; null: the one beside the log, where there is one.</summary>
    public string? Parties { get; init; }

    /// <summary>Gets how much older than its place in the log a record may be; null: as the verifier has it.</summary>
    public TimeSpan? Late { get; init; }
}

/// <summary>What of a log is to be checked.</summary>
public abstract record LogSubject
{
    private LogSubject()
    {
    }

    /// <summary>A whole log.</summary>
    /// <param name="Path">Its folder.</param>
    /// <param name="Checkpoints">A folder of what parties have kept of it, or null.</param>
    public sealed record Folder(string Path, string? Checkpoints) : LogSubject;

    /// <summary>A receipt.</summary>
    /// <param name="Path">Its file.</param>
    /// <param name="Entry">A file with the entry, or null for the one in the receipt.</param>
    public sealed record Receipt(string Path, string? Entry) : LogSubject;

    /// <summary>Two checkpoints, by a log or by a proof.</summary>
    /// <param name="Old">The file of the earlier one.</param>
    /// <param name="New">The file of the later one.</param>
    /// <param name="LogFolder">The log's folder, or null.</param>
    /// <param name="Proof">The file of a consistency proof, or null.</param>
    public sealed record Pair(string Old, string New, string? LogFolder, string? Proof) : LogSubject;
}
