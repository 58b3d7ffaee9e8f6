using JointWatch.Exchange.Records.Cbor;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>A salted commitment: it binds the party to a content and tells nobody what that is.</summary>
/// <param name="Context">What sort of content it is; see <see cref="CommitmentContexts"/>.</param>
/// <param name="Digest">The commitment, 32 bytes.</param>
/// <param name="Span">The time that the content is of; null where it is not said.</param>
public sealed record CommitmentBody(string Context, ReadOnlyMemory<byte> Digest, (UtcMicroseconds From, UtcMicroseconds Until)? Span) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Commitment;

    internal override void Write(FieldWriter writer)
    {
        writer.Text(1, Context);
        writer.Bytes(2, Digest);
        if (Span is { } span)
        {
            writer.Integers(3, span.From.Value, span.Until.Value);
        }
    }

    internal static CommitmentBody Read(FieldReader fields)
    {
        string context = fields.Text(1, "context", 1, CommitmentContexts.Longest);
        byte[] digest = fields.Bytes(2, "digest", 32, 32);
        if (!fields.Has(3))
        {
            return new CommitmentBody(context, digest, null);
        }

        long[] span = fields.Integers(3, "span", (0, RecordReader.LatestMicroseconds), (0, RecordReader.LatestMicroseconds));
        return span[1] >= span[0]
            ? new CommitmentBody(context, digest, (new(span[0]), new(span[1])))
            : throw fields.Wrong("span", $"{span[0]}, {span[1]}", "the beginning, and then the end");
    }
}

/// <summary>The contexts of commitments that assurances look at.</summary>
public static class CommitmentContexts
{
    /// <summary>That the party has confirmed a launch, or (a decoy) that it has not. Made at that instant; the content is <see cref="Records.Confirmation"/>.</summary>
    public const string Confirmation = "confirmation";

    /// <summary>The party's raw data of a span of time.</summary>
    public const string RawData = "raw-data";

    /// <summary>The data of a committed release.</summary>
    public const string Release = "release";

    /// <summary>The text of a committed policy.</summary>
    public const string Policy = "policy";

    /// <summary>The longest context, bytes.</summary>
    public const int Longest = 64;
}
