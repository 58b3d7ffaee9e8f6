using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>The party says that it has deleted the raw data that it had committed to.</summary>
/// <param name="Of">The records of the commitments.</param>
public sealed record DeletionBody(IReadOnlyList<RecordHash> Of, string Note) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Deletion;

    internal override IEnumerable<RecordHash> Refers => Of;

    internal override void Write(FieldWriter writer)
    {
        writer.Hashes(1, Of);
        writer.Text(2, Note);
    }

    internal static DeletionBody Read(FieldReader fields) => new(fields.Hashes(1, "of", 1, 256), fields.Text(2, "note", 0, 500, hasLines: true));
}
