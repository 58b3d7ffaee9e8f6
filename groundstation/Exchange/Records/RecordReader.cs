using System.Formats.Cbor;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Exchange.Records.Cbor;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Records;

/// <summary>
/// Reads records from bytes of others. Strict: one record has one encoding (deterministic CBOR, RFC 8949 section 4.2), a key that is not known, a value out of its
/// range and bytes behind the end are refused. It does not check the signature: whose key it is, a register knows.
/// </summary>
public static class RecordReader
{
    /// <summary>The longest record, bytes: what an entry of a log may hold (c2sp.org/tlog-tiles).</summary>
    public const int LargestBytes = 65_535;

    /// <summary>The most parties that a record may be to.</summary>
    public const int MostRecipients = 16;

    /// <summary>The last instant of the year 9999, microseconds.</summary>
    internal const long LatestMicroseconds = 253_402_300_799_999_999;

    /// <exception cref="RecordException">It is no record: names field, value and what was expected.</exception>
    public static SignedRecord Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length is 0 or > LargestBytes)
        {
            throw new RecordException("record", $"{bytes.Length} bytes", $"1 to {LargestBytes} bytes");
        }

        byte[] own = bytes.ToArray();
        try
        {
            RecordEnvelope envelope = RecordEnvelope.Read(own);
            PartyRecord record = ReadRecord(envelope.Payload);
            if (!envelope.KeyId.StartsWith(record.Head.By.Name + "/", StringComparison.Ordinal))
            {
                throw new RecordException("key", envelope.KeyId, $"a key of {record.Head.By}, who says it");
            }

            // What the library's canonical mode lets pass would be a second encoding of the same record.
            return record.ToCbor().AsSpan().SequenceEqual(envelope.Payload)
                ? new SignedRecord(record, envelope, own)
                : throw new RecordException("record", "encoded in another way", "deterministic CBOR (RFC 8949, section 4.2)");
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new RecordException("record", "other bytes", $"deterministic CBOR after records.cddl ({e.Message})", e);
        }
    }

    private static PartyRecord ReadRecord(byte[] payload)
    {
        var cbor = new CborReader(payload, CborConformanceMode.Canonical);
        var fields = new FieldReader(cbor, "");
        fields.Integer(HeadKey.Version, "version", PartyRecord.Version, PartyRecord.Version);
        var kind = (RecordKind)fields.Integer(HeadKey.Kind, "kind", (int)RecordKind.Announcement, (int)RecordKind.Deletion);
        PartyId by = fields.Party(HeadKey.By, "by");
        IReadOnlyList<PartyId> to = fields.Parties(HeadKey.To, "to", MostRecipients);
        UtcMicroseconds time = fields.Time(HeadKey.Time, "time");
        string? exercise = fields.Has(HeadKey.Exercise) ? fields.Name(HeadKey.Exercise, "exercise") : null;
        long sequence = fields.Integer(HeadKey.Sequence, "sequence", 0, long.MaxValue);
        RecordHash? previous = sequence == 0 ? null : fields.Hash(HeadKey.Previous, "previous");
        RecordBody body = ReadBody(kind, fields.Map(HeadKey.Body, "body"));
        fields.End();
        return cbor.BytesRemaining == 0
            ? new PartyRecord(new RecordHead(by, to, time, exercise, sequence, previous), body)
            : throw new RecordException("record", $"{cbor.BytesRemaining} bytes more", "nothing behind it");
    }

    private static RecordBody ReadBody(RecordKind kind, FieldReader fields)
    {
        RecordBody body = kind switch
        {
            RecordKind.Announcement => AnnouncementBody.Read(fields),
            RecordKind.Release => ReleaseBody.Read(fields),
            RecordKind.Shown => ShownBody.Read(fields),
            RecordKind.Acknowledgement => AcknowledgementBody.Read(fields),
            RecordKind.Query => QueryBody.Read(fields),
            RecordKind.Answer => AnswerBody.Read(fields),
            RecordKind.Policy => PolicyBody.Read(fields),
            RecordKind.Text => TextBody.Read(fields),
            RecordKind.Outage => OutageBody.Read(fields),
            RecordKind.Coverage => CoverageBody.Read(fields),
            RecordKind.Assurances => AssurancesBody.Read(fields),
            RecordKind.Handover => HandoverBody.Read(fields),
            RecordKind.Commitment => CommitmentBody.Read(fields),
            RecordKind.Opening => OpeningBody.Read(fields),
            RecordKind.Deletion => DeletionBody.Read(fields),
            _ => throw new RecordException("kind", $"{(int)kind}", "1 to 15"),
        };
        fields.End();
        return body;
    }
}
