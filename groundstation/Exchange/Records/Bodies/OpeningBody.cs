using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>What opens a commitment of the same party. It is true if salt, context and content give the committed digest.</summary>
/// <param name="Of">The record with the commitment: a commitment, or a release or policy that was committed to.</param>
public sealed record OpeningBody(RecordHash Of, ReadOnlyMemory<byte> Salt, string Context, ReadOnlyMemory<byte> Content) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Opening;

    internal override IEnumerable<RecordHash> Refers => [Of];

    internal override void Write(FieldWriter writer)
    {
        writer.Hash(1, Of);
        writer.Bytes(2, Salt);
        writer.Text(3, Context);
        writer.Bytes(4, Content);
    }

    internal static OpeningBody Read(FieldReader fields) => new(
        fields.Hash(1, "of"), fields.Bytes(2, "salt", 32, 32), fields.Text(3, "context", 1, CommitmentContexts.Longest), fields.Bytes(4, "content", 0, ReleaseBody.MostData));
}
