using JointWatch.Releases.Fields;
using JointWatch.Tracking;

namespace JointWatch.Releases.Inputs;

/// <summary>What may be asked and told of sensors, nodes and after-action results.</summary>
internal static class PlainThings
{
    public static ExactThing Of(SensorCoverage coverage) => new()
    {
        Kind = ThingKind.Coverage,
        Key = coverage.Sensor.Value,
        Values = new Dictionary<ReleaseField, Exact>
        {
            [ReleaseField.Sensor] = new Exact.Text(coverage.Sensor.Value),
            [ReleaseField.SensorKind] = new Exact.Text(coverage.Kind == SensorKind.Infrared ? "infrared" : "radar"),
            [ReleaseField.Position] = new Exact.Place(coverage.Place),
            [ReleaseField.Range] = new Exact.Length(coverage.FieldOfView.RangeMaxMeters),
            [ReleaseField.Directions] = new Exact.Direction(coverage.FieldOfView.AzimuthStartRadians, coverage.FieldOfView.AzimuthWidthRadians),
        },
        Place = Spot.At(coverage.Place, 0),
    };

    public static ExactThing Of(NodeStanding node)
    {
        var values = new Dictionary<ReleaseField, Exact>
        {
            [ReleaseField.Sensor] = new Exact.Text(node.Sensor.Value),
            [ReleaseField.State] = new Exact.Text(StateWords.OfNode(node.IsOut)),
            [ReleaseField.Time] = new Exact.Instant(node.Since),
        };
        if (node.Place is { } place)
        {
            values[ReleaseField.Position] = new Exact.Place(place);
        }

        return new ExactThing
        {
            Kind = ThingKind.Node,
            Key = node.Sensor.Value,
            Values = values,
            State = StateWords.OfNode(node.IsOut),
            Place = node.Place is { } at ? Spot.At(at, 0) : null,
        };
    }

    public static ExactThing Of(AfterAction result) => new()
    {
        Kind = ThingKind.AfterAction,
        Key = result.Id,
        Values = new Dictionary<ReleaseField, Exact>
        {
            [ReleaseField.Id] = new Exact.Text(result.Id),
            [ReleaseField.Window] = new Exact.Period(result.From, result.Until),
            [ReleaseField.Warnings] = new Exact.Number(result.Warnings),
            [ReleaseField.FalseAlarms] = new Exact.Number(result.FalseAlarms),
            [ReleaseField.Missed] = new Exact.Number(result.Missed),
        },
    };
}
