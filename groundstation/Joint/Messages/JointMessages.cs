using System.Formats.Cbor;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;

namespace JointWatch.Joint.Messages;

/// <summary>Entries of the log, one after the other. In CBOR: [first, [entry, ...]].</summary>
/// <param name="First">The index of the first.</param>
public sealed record EntriesMessage(long First, IReadOnlyList<ReadOnlyMemory<byte>> Entries)
{
    /// <summary>The most entries of one message, and the most bytes in all.</summary>
    public const int MostEntries = 256;

    /// <inheritdoc cref="MostEntries"/>
    public const int MostBytes = 200_000;

    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(2);
        writer.WriteInt64(First);
        writer.WriteStartArray(Entries.Count);
        foreach (ReadOnlyMemory<byte> entry in Entries)
        {
            writer.WriteByteString(entry.Span);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <exception cref="RecordException">It is anything else.</exception>
    public static EntriesMessage Read(ReadOnlyMemory<byte> payload) => CborItems.Read(payload, 2, items => new EntriesMessage(
        items.Number("first", long.MaxValue), items.List("entries", MostEntries, RecordReader.LargestBytes)));
}

/// <summary>How much of the log a party has. In CBOR: [size].</summary>
public sealed record HaveMessage(long Size)
{
    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(1);
        writer.WriteInt64(Size);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <exception cref="RecordException">It is anything else.</exception>
    public static HaveMessage Read(ReadOnlyMemory<byte> payload) => CborItems.Read(payload, 1, items => new HaveMessage(items.Number("size", long.MaxValue)));
}

/// <summary>
/// What opens a sealed release, for one party's eyes. In CBOR: [to, of, salt, content]. It is not in the log, and goes over the link in a box (<see cref="BoxMessage"/>).
/// </summary>
/// <param name="Of">The release's record.</param>
public sealed record OpeningMessage(PartyId To, RecordHash Of, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> Content)
{
    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(4);
        writer.WriteTextString(To.Name);
        writer.WriteByteString(Of.ToArray());
        writer.WriteByteString(Salt.Span);
        writer.WriteByteString(Content.Span);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <exception cref="RecordException">It is anything else.</exception>
    public static OpeningMessage Read(ReadOnlyMemory<byte> payload) => CborItems.Read(payload, 4, items => new OpeningMessage(
        items.Party("to"),
        items.Hash("of"),
        items.Bytes("salt", CommitmentDigest.SaltBytes, CommitmentDigest.SaltBytes),
        items.Bytes("content", 1, ReleaseBody.MostData)));

    /// <summary>Whether it opens a release.</summary>
    public bool Opens(ReleaseBody release) =>
        release.Digest is { } digest && CommitmentDigest.Of(Salt.Span, CommitmentContexts.Release, Content.Span).AsSpan().SequenceEqual(digest.Span);
}

/// <summary>An opening on its way, sealed to the party that it is for: who carries it cannot read it. In CBOR: [to, of, box]; in the box the salt and the content.</summary>
/// <param name="Of">The release's record, which the box is bound to.</param>
public sealed record BoxMessage(PartyId To, RecordHash Of, ReadOnlyMemory<byte> Box)
{
    /// <summary>Seals an opening.</summary>
    public static BoxMessage Seal(OpeningMessage opening, PartyBox to) =>
        new(opening.To, opening.Of, to.Seal([.. opening.Salt.Span, .. opening.Content.Span], opening.Of.ToArray()));

    /// <summary>The opening; null where the box was not sealed to this key, is of another release, or was changed.</summary>
    public OpeningMessage? Open(PartyKey key) =>
        key.Open(Box.Span, Of.ToArray()) is { Length: > CommitmentDigest.SaltBytes } text
            ? new OpeningMessage(To, Of, text.AsMemory(0, CommitmentDigest.SaltBytes), text.AsMemory(CommitmentDigest.SaltBytes))
            : null;

    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(3);
        writer.WriteTextString(To.Name);
        writer.WriteByteString(Of.ToArray());
        writer.WriteByteString(Box.Span);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <exception cref="RecordException">It is anything else.</exception>
    public static BoxMessage Read(ReadOnlyMemory<byte> payload) => CborItems.Read(payload, 3, items => new BoxMessage(
        items.Party("to"),
        items.Hash("of"),
        items.Bytes("box", PartyBox.Overhead + CommitmentDigest.SaltBytes + 1, PartyBox.Overhead + CommitmentDigest.SaltBytes + ReleaseBody.MostData)));
}

/// <summary>A witness's answer. In CBOR: [size, old, known, line, words].</summary>
/// <param name="Size">That of the checkpoint that was to be cosigned.</param>
/// <param name="Old">Where the proof began that came with it. An answer to a proof that begins elsewhere than at <paramref name="Known"/> is no refusal: ask again from there.</param>
/// <param name="Known">What the witness has cosigned, with this answer where it cosigns.</param>
/// <param name="Line">The signature's line; "" where it refuses.</param>
/// <param name="Words">The same for people.</param>
public sealed record CosignatureMessage(long Size, long Old, long Known, string Line, string Words)
{
    private const int LongestLine = 1_000;
    private const int LongestWords = 1_000;

    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(5);
        writer.WriteInt64(Size);
        writer.WriteInt64(Old);
        writer.WriteInt64(Known);
        writer.WriteTextString(Line);
        writer.WriteTextString(Words.Length > LongestWords / 4 ? Words[..(LongestWords / 4)] : Words);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <exception cref="RecordException">It is anything else.</exception>
    public static CosignatureMessage Read(ReadOnlyMemory<byte> payload) => CborItems.Read(payload, 5, items => new CosignatureMessage(
        items.Number("size", long.MaxValue), items.Number("old", long.MaxValue), items.Number("known", long.MaxValue), items.Text("line", LongestLine), items.Text("words", LongestWords)));
}

/// <summary>A record was not logged. In CBOR: [of, reason].</summary>
public sealed record RefusedMessage(RecordHash Of, string Reason)
{
    private const int LongestReason = 2_000;

    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(2);
        writer.WriteByteString(Of.ToArray());
        writer.WriteTextString(Reason.Length > LongestReason / 4 ? Reason[..(LongestReason / 4)] : Reason);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <exception cref="RecordException">It is anything else.</exception>
    public static RefusedMessage Read(ReadOnlyMemory<byte> payload) =>
        CborItems.Read(payload, 2, items => new RefusedMessage(items.Hash("of"), items.Text("reason", LongestReason)));
}
