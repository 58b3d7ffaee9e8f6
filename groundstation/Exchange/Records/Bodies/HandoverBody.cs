using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>A watch of the party is handed over.</summary>
/// <param name="From">Who goes.</param>
/// <param name="To">Who comes.</param>
/// <param name="Open">What is open: records that want something of the party.</param>
public sealed record HandoverBody(string From, string To, IReadOnlyList<RecordHash> Open, string Summary) : RecordBody
{
    private const int MostOpen = 256;

    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Handover;

    internal override IEnumerable<RecordHash> Refers => Open;

    internal override void Write(FieldWriter writer)
    {
        writer.Text(1, From);
        writer.Text(2, To);
        writer.Hashes(3, Open);
        writer.Text(4, Summary);
    }

    internal static HandoverBody Read(FieldReader fields) => new(
        fields.Text(1, "from", 1, 64), fields.Text(2, "to", 1, 64), fields.Hashes(3, "open", 0, MostOpen), fields.Text(4, "summary", 0, 4000, hasLines: true));
}
