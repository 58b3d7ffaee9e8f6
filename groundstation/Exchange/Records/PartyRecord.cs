using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records;

/// <summary>Something that a party says to others, before it is signed. See <c>records.cddl</c>.</summary>
public sealed record PartyRecord(RecordHead Head, RecordBody Body)
{
    /// <summary>The version of <c>records.cddl</c> that is written and read.</summary>
    public const int Version = 1;

    internal byte[] ToCbor()
    {
        var writer = new FieldWriter();
        writer.Integer(HeadKey.Version, Version);
        writer.Integer(HeadKey.Kind, (int)Body.Kind);
        writer.Text(HeadKey.By, Head.By.Name);
        writer.Texts(HeadKey.To, Head.To.Select(p => p.Name));
        writer.Integer(HeadKey.Time, Head.Time.Value);
        writer.OptionalText(HeadKey.Exercise, Head.Exercise);
        writer.Integer(HeadKey.Sequence, Head.Sequence);
        writer.OptionalHash(HeadKey.Previous, Head.Previous);
        writer.Map(HeadKey.Body, Body.Write);
        return writer.Encode();
    }

    /// <summary>Signs it. What a reader would refuse is not signed.</summary>
    /// <exception cref="RecordException">A field is out of its range, or it is too long.</exception>
    public SignedRecord Sign(PartyKey key)
    {
        if (key.Party != Head.By)
        {
            throw new RecordException("by", Head.By.Name, $"{key.Party}, whose key it is to be signed with");
        }

        return RecordReader.Read(RecordEnvelope.Seal(ToCbor(), key));
    }
}

/// <summary>The keys of a record's head in CBOR.</summary>
internal static class HeadKey
{
    public const int Version = 1;
    public const int Kind = 2;
    public const int By = 3;
    public const int To = 4;
    public const int Time = 5;
    public const int Exercise = 6;
    public const int Sequence = 7;
    public const int Previous = 8;
    public const int Body = 9;
}
