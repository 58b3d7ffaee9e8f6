using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>Whoever signs this has shown a record to those whom it is to.</summary>
/// <param name="Of">What was shown.</param>
/// <param name="Where">On what: <c>centre, left wall</c>.</param>
public sealed record ShownBody(RecordHash Of, string Where) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Shown;

    internal override IEnumerable<RecordHash> Refers => [Of];

    internal override void Write(FieldWriter writer)
    {
        writer.Hash(1, Of);
        writer.Text(2, Where);
    }

    internal static ShownBody Read(FieldReader fields) => new(fields.Hash(1, "of"), fields.Text(2, "where", 1, 64));
}
