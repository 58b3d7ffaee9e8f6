using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>What a release is of. The numbers are those of <c>release.cddl</c>.</summary>
public enum ReleasedThing
{
    Warning = 1,
    Track = 2,
    Announcement = 3,
    Coverage = 4,
    Node = 5,
    AfterAction = 6,
}

/// <summary>
/// Data that a party lets go. What is in it, others define; it goes into the log in the clear, for all who read the log, or as a salted commitment while the data
/// itself goes beside the log to whom it is for.
/// </summary>
/// <param name="Reference">The party's name of the thing towards the recipient: <c>warning-3</c>.</param>
/// <param name="Revision">Counts the releases of this thing to this recipient, from 1.</param>
/// <param name="ContentType">The media type of the data.</param>
/// <param name="Data">The data; null where it is committed to.</param>
/// <param name="Digest">The commitment to the data, 32 bytes; null where the data is there.</param>
/// <param name="About">The commitment, by its record, to the confirmation that this reports; or null.</param>
public sealed record ReleaseBody(
    ReleasedThing Thing, string Reference, int Revision, string ContentType, ReadOnlyMemory<byte>? Data, ReadOnlyMemory<byte>? Digest, RecordHash? About) : RecordBody
{
    /// <summary>The most data, bytes: leaves room for the rest of the record.</summary>
    public const int MostData = 60_000;

    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Release;

    /// <summary>A release in the clear.</summary>
    public static ReleaseBody Clear(ReleasedThing thing, string reference, int revision, string contentType, ReadOnlyMemory<byte> data, RecordHash? about = null) =>
        new(thing, reference, revision, contentType, data, null, about);

    /// <summary>A release whose data goes beside the log.</summary>
    public static ReleaseBody Committed(ReleasedThing thing, string reference, int revision, string contentType, ReadOnlyMemory<byte> digest, RecordHash? about = null) =>
        new(thing, reference, revision, contentType, null, digest, about);

    internal override IEnumerable<RecordHash> Refers => About is { } about ? [about] : [];

    internal override void Write(FieldWriter writer)
    {
        writer.Integer(1, (int)Thing);
        writer.Text(2, Reference);
        writer.Integer(3, Revision);
        writer.Text(4, ContentType);
        writer.OptionalBytes(5, Data);
        writer.OptionalBytes(6, Digest);
        writer.OptionalHash(7, About);
    }

    internal static ReleaseBody Read(FieldReader fields)
    {
        var thing = (ReleasedThing)fields.Integer(1, "thing", 1, 6);
        string reference = fields.Text(2, "reference", 1, 64);
        int revision = (int)fields.Integer(3, "revision", 1, int.MaxValue);
        string type = fields.Text(4, "contentType", 3, 127);
        byte[]? data = fields.Has(5) ? fields.Bytes(5, "data", 1, MostData) : null;
        byte[]? digest = data is null ? fields.Bytes(6, "digest", 32, 32) : null;
        RecordHash? about = fields.Has(7) ? fields.Hash(7, "about") : null;
        return data is null ? Committed(thing, reference, revision, type, digest, about) : Clear(thing, reference, revision, type, data, about);
    }
}
