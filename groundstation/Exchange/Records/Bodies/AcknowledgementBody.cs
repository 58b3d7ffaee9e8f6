using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>A person of the party that signs this has seen a record. It says that it was seen, not that it is believed.</summary>
/// <param name="Of">What was seen.</param>
/// <param name="Person">Who: <c>Lt. Vik</c>.</param>
/// <param name="Note">What the person had to say, or "".</param>
public sealed record AcknowledgementBody(RecordHash Of, string Person, string Note) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Acknowledgement;

    internal override IEnumerable<RecordHash> Refers => [Of];

    internal override void Write(FieldWriter writer)
    {
        writer.Hash(1, Of);
        writer.Text(2, Person);
        writer.Text(3, Note);
    }

    internal static AcknowledgementBody Read(FieldReader fields) =>
        new(fields.Hash(1, "of"), fields.Text(2, "person", 1, 64), fields.Text(3, "note", 0, 500, hasLines: true));
}
