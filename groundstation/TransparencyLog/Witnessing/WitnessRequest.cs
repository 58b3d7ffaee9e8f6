using System.Text;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Receipts;

namespace JointWatch.TransparencyLog.Witnessing;

/// <summary>
/// What a log asks of a witness: a checkpoint to cosign, with the proof that it goes on from the one that the witness cosigned last. The text is the body
/// of add-checkpoint in <see href="https://c2sp.org/tlog-witness"/>; its upper part alone is how a consistency proof is kept in a file.
/// </summary>
/// <param name="OldSize">The size that the witness cosigned last, as the log knows it; 0 for none.</param>
/// <param name="Path">The consistency proof's hashes.</param>
/// <param name="Checkpoint">The checkpoint to cosign.</param>
public sealed record WitnessRequest(long OldSize, IReadOnlyList<TreeHash> Path, SignedCheckpoint Checkpoint)
{
    private const string Source = "witness request";
    private const string OldStart = "old ";
    private const int MaxPath = 63;
    private const int MaxHeadBytes = 4_096;

    /// <summary>Gets the proof.</summary>
    public ConsistencyProof Proof => new(OldSize, Checkpoint.Checkpoint.Size, Path);

    /// <summary>The request of a log to a witness that has cosigned it at a size before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The witness has cosigned a larger tree than the log has.</exception>
    public static WitnessRequest Make(LogReader log, long oldSize, SignedCheckpoint checkpoint) =>
        new(oldSize, log.ProveConsistency(oldSize, checkpoint.Checkpoint.Size).Path, checkpoint);

    /// <summary>Reads a request.</summary>
    /// <exception cref="LogFormatException">It is none: names the line.</exception>
    public static WitnessRequest Parse(ReadOnlySpan<byte> bytes)
    {
        int blank = bytes.IndexOf("\n\n"u8);
        if (blank < 0 || bytes.Length > SignedNote.MaxBytes + MaxHeadBytes)
        {
            throw new LogFormatException(Source, null, $"{bytes.Length} bytes", "the lines of a proof, an empty line, a checkpoint");
        }

        (long oldSize, IReadOnlyList<TreeHash> path) = ParseProof(bytes[..(blank + 1)]);
        return new WitnessRequest(oldSize, path, SignedCheckpoint.Parse(bytes[(blank + 2)..]));
    }

    /// <summary>Reads the upper part alone: the line <c>old SIZE</c>, then one hash a line.</summary>
    /// <exception cref="LogFormatException">It is none: names the line.</exception>
    public static (long OldSize, IReadOnlyList<TreeHash> Path) ParseProof(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > MaxHeadBytes || bytes[^1] != '\n')
        {
            throw new LogFormatException(Source, null, $"{bytes.Length} bytes", $"at most {MaxHeadBytes} bytes: 'old SIZE' and hashes, each with a newline");
        }

        string[] lines = Encoding.ASCII.GetString(bytes[..^1]).Split('\n');
        return lines[0].StartsWith(OldStart, StringComparison.Ordinal) && DecimalNumber.Parse(lines[0].AsSpan(OldStart.Length)) is { } oldSize
            ? (oldSize, HashLines.Parse(Source, lines.AsSpan(1), MaxPath))
            : throw new LogFormatException(Source, "first line", lines[0], "'old ' and a whole number");
    }

    /// <summary>The upper part: a consistency proof as it is kept in a file.</summary>
    public string ProofText() => OldStart + DecimalNumber.Format(OldSize) + "\n" + HashLines.Format(Path);

    /// <summary>The request as it is sent.</summary>
    public byte[] ToBytes() => [.. Encoding.ASCII.GetBytes(ProofText() + "\n"), .. Checkpoint.ToBytes()];
}
