using System.Text;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Tiles;

namespace JointWatch.TransparencyLog.Receipts;

/// <summary>
/// That an entry is in a log, in one text that can be checked with nothing but verifier keys: <see href="https://c2sp.org/tlog-proof"/>. The extra data of
/// that format is the entry itself here; its hash is what the proof is about, so it is as good as the proof.
/// </summary>
/// <param name="Index">The entry's index.</param>
/// <param name="Path">The inclusion proof's hashes.</param>
/// <param name="Checkpoint">The checkpoint that the proof leads to.</param>
/// <param name="Entry">The entry, or null where it has to be had from elsewhere.</param>
public sealed record Receipt(long Index, IReadOnlyList<TreeHash> Path, SignedCheckpoint Checkpoint, ReadOnlyMemory<byte>? Entry)
{
    /// <summary>The usual ending of a receipt's file.</summary>
    public const string FileEnding = ".tlog-proof";

    private const string Source = "receipt";
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string ExtraStart = "extra ";
    private const string IndexStart = "index ";
    private const int MaxBytes = SignedNote.MaxBytes + 200_000;

    /// <summary>A tree has at most 2^63 entries, so that no path is longer.</summary>
    private const int MaxPath = 63;

    /// <summary>Gets the proof.</summary>
    public InclusionProof Proof => new(Index, Checkpoint.Checkpoint.Size, Path);

    /// <summary>Reads a receipt.</summary>
    /// <exception cref="LogFormatException">It is none: names the line.</exception>
    public static Receipt Parse(ReadOnlySpan<byte> bytes)
    {
        int blank = bytes.IndexOf("\n\n"u8);
        if (bytes.Length > MaxBytes || blank < 0)
        {
            throw new LogFormatException(Source, null, $"{bytes.Length} bytes", $"at most {MaxBytes} bytes: the proof's lines, an empty line, a checkpoint");
        }

        // What stands before the empty line is ASCII; other bytes become '?', which no line may have.
        string[] lines = Encoding.ASCII.GetString(bytes[..blank]).Split('\n');
        if (lines[0] != Header)
        {
            throw new LogFormatException(Source, "first line", lines[0], Header);
        }

        int at = 1;
        byte[]? entry = null;
        if (lines.Length > at && lines[at].StartsWith(ExtraStart, StringComparison.Ordinal))
        {
            entry = StrictBase64.Decode(lines[at].AsSpan(ExtraStart.Length), EntryBundle.MaxEntryBytes)
                ?? throw new LogFormatException(Source, "extra", lines[at], $"an entry of at most {EntryBundle.MaxEntryBytes} bytes in base64");
            at++;
        }

        if (lines.Length <= at || !lines[at].StartsWith(IndexStart, StringComparison.Ordinal)
            || DecimalNumber.Parse(lines[at].AsSpan(IndexStart.Length)) is not { } index)
        {
            throw new LogFormatException(Source, "index", lines.ElementAtOrDefault(at), "'index ' and a whole number");
        }

        IReadOnlyList<TreeHash> path = HashLines.Parse(Source, lines.AsSpan(at + 1), MaxPath);
        return new Receipt(index, path, SignedCheckpoint.Parse(bytes[(blank + 2)..]), entry is null ? null : (ReadOnlyMemory<byte>?)entry);
    }

    /// <summary>Reads a receipt's file.</summary>
    /// <exception cref="LogFormatException">It holds none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Receipt Read(string path)
    {
        try
        {
            return Parse(BoundedFile.Read(path, MaxBytes));
        }
        catch (LogFormatException e)
        {
            throw e.In(path);
        }
    }

    /// <summary>Whether a file begins as a receipt does.</summary>
    public static bool IsReceipt(ReadOnlySpan<byte> bytes) => bytes.StartsWith("c2sp.org/tlog-proof@"u8);

    /// <summary>The receipt as it is kept and sent.</summary>
    public byte[] ToBytes()
    {
        string head = Header + "\n"
            + (Entry is { } entry ? ExtraStart + Convert.ToBase64String(entry.Span) + "\n" : "")
            + IndexStart + DecimalNumber.Format(Index) + "\n"
            + HashLines.Format(Path) + "\n";
        return [.. Encoding.ASCII.GetBytes(head), .. Checkpoint.ToBytes()];
    }
}
