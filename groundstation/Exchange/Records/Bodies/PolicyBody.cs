using JointWatch.Exchange.Records.Cbor;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>A party's release policy from an instant on: its text, or a salted commitment to it.</summary>
/// <param name="Toml">The text; null where it is committed to.</param>
/// <param name="Digest">The commitment, 32 bytes; null where the text is there.</param>
/// <param name="InForceFrom">From when it holds.</param>
public sealed record PolicyBody(string? Toml, ReadOnlyMemory<byte>? Digest, UtcMicroseconds InForceFrom) : RecordBody
{
    /// <summary>The longest text of a policy or of assurances, bytes.</summary>
    public const int LongestText = 50_000;

    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Policy;

    internal override void Write(FieldWriter writer)
    {
        writer.OptionalText(1, Toml);
        writer.OptionalBytes(2, Digest);
        writer.Integer(3, InForceFrom.Value);
    }

    internal static PolicyBody Read(FieldReader fields)
    {
        string? toml = fields.Has(1) ? fields.Text(1, "toml", 1, LongestText, hasLines: true) : null;
        byte[]? digest = toml is null ? fields.Bytes(2, "digest", 32, 32) : null;

        // Without the two cases no digest would become an empty one.
        UtcMicroseconds from = fields.Time(3, "inForceFrom");
        return digest is null ? new PolicyBody(toml, null, from) : new PolicyBody(null, digest, from);
    }
}
