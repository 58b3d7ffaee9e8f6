using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>What the party will and will not do, from now on, in place of what it has stated before: the text of its TOML file.</summary>
public sealed record AssurancesBody(string Toml) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Assurances;

    internal override void Write(FieldWriter writer) => writer.Text(1, Toml);

    internal static AssurancesBody Read(FieldReader fields) => new(fields.Text(1, "toml", 1, PolicyBody.LongestText, hasLines: true));
}
