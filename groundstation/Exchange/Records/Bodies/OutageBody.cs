using JointWatch.Exchange.Records.Cbor;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>A sensor of the party does not work, or will not. A later record of the same sensor stands in place of it.</summary>
/// <param name="Until">When it ended or will end; null: not known.</param>
/// <param name="Changes">The record of the same outage that this one changes or ends; null: a new outage.</param>
public sealed record OutageBody(string Sensor, UtcMicroseconds From, UtcMicroseconds? Until, string Why, RecordHash? Changes) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Outage;

    internal override IEnumerable<RecordHash> Refers => Changes is { } before ? [before] : [];

    /// <summary>Whether the sensor is out at an instant, as far as this says.</summary>
    public bool IsInForce(UtcMicroseconds at) => From <= at && (Until is not { } until || at < until);

    internal override void Write(FieldWriter writer)
    {
        writer.Text(1, Sensor);
        writer.Integer(2, From.Value);
        writer.OptionalInteger(3, Until?.Value);
        writer.Text(4, Why);
        writer.OptionalHash(5, Changes);
    }

    internal static OutageBody Read(FieldReader fields)
    {
        string sensor = fields.Name(1, "sensor");
        UtcMicroseconds from = fields.Time(2, "from");
        UtcMicroseconds? until = fields.Has(3) ? new UtcMicroseconds(fields.Integer(3, "until", from.Value, RecordReader.LatestMicroseconds)) : null;
        return new OutageBody(sensor, from, until, fields.Text(4, "why", 1, 200), fields.Has(5) ? fields.Hash(5, "changes") : null);
    }
}
