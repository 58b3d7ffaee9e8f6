using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>In what two parties see a thing differently. The amounts have the units said here.</summary>
public enum DifferenceField
{
    /// <summary>Time of launch, milliseconds.</summary>
    LaunchTime = 1,

    /// <summary>Launch area, metres between the two.</summary>
    LaunchArea = 2,

    /// <summary>Azimuth, thousandths of a degree.</summary>
    Azimuth = 3,

    /// <summary>Class; the amount is the class that the asking party takes it for.</summary>
    Class = 4,

    /// <summary>Impact area, metres.</summary>
    ImpactArea = 5,

    /// <summary>Time of impact, milliseconds.</summary>
    ImpactTime = 6,

    /// <summary>Place of a track, metres.</summary>
    Position = 7,

    /// <summary>We do not see it at all; the amount is 0.</summary>
    Existence = 8,
}

/// <summary>One difference: theirs less ours, or how far apart.</summary>
public readonly record struct Difference(DifferenceField Field, long Amount);

/// <summary>We see your thing differently: which, and by how much. It is open until the party that it is to has answered.</summary>
/// <param name="Of">Their record.</param>
/// <param name="Ours">Our record of the same thing, or null.</param>
public sealed record QueryBody(RecordHash Of, RecordHash? Ours, IReadOnlyList<Difference> Differences, string Text) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Query;

    internal override IEnumerable<RecordHash> Refers => Ours is { } ours ? [Of, ours] : [Of];

    internal override void Write(FieldWriter writer)
    {
        writer.Hash(1, Of);
        writer.OptionalHash(2, Ours);
        writer.Rows(3, Differences.Select(d => new[] { (long)d.Field, d.Amount }));
        writer.Text(4, Text);
    }

    internal static QueryBody Read(FieldReader fields) => new(
        fields.Hash(1, "of"),
        fields.Has(2) ? fields.Hash(2, "ours") : null,
        [.. fields.Rows(3, "differences", 1, 8, (1, 8), (long.MinValue, long.MaxValue)).Select(row => new Difference((DifferenceField)row[0], row[1]))],
        fields.Text(4, "text", 0, 1000, hasLines: true));
}
