using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>Words over the hot line.</summary>
/// <param name="Person">Who wrote them.</param>
/// <param name="ReplyTo">What it answers, or null.</param>
public sealed record TextBody(string Person, string Text, RecordHash? ReplyTo) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Text;

    internal override IEnumerable<RecordHash> Refers => ReplyTo is { } before ? [before] : [];

    internal override void Write(FieldWriter writer)
    {
        writer.Text(1, Person);
        writer.Text(2, Text);
        writer.OptionalHash(3, ReplyTo);
    }

    internal static TextBody Read(FieldReader fields) => new(
        fields.Text(1, "person", 1, 64), fields.Text(2, "text", 1, 4000, hasLines: true), fields.Has(3) ? fields.Hash(3, "replyTo") : null);
}
