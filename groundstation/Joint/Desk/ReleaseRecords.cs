using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Output;
using JointWatch.Tracking;

namespace JointWatch.Joint.Desk;

/// <summary>Releases as records. It sees releases alone, never what they were made from: so a record holds no more than its release.</summary>
internal static class ReleaseRecords
{
    private const double PerDegree = 1000;
    private const double MetersPerDegree = 111_700;

    /// <summary>A release to the centre, which all who read the log may see.</summary>
    public static ReleaseBody Clear(Release release, RecordHash? about) =>
        ReleaseBody.Clear((ReleasedThing)release.Kind, release.Reference, release.Revision, ReleaseCborFacts.ContentType, release.ToCbor(), about);

    /// <summary>A release to one party: a commitment in the log, its content beside it.</summary>
    public static ReleaseBody Sealed(Release release, ReadOnlyMemory<byte> digest, RecordHash? about) =>
        ReleaseBody.Committed((ReleasedThing)release.Kind, release.Reference, release.Revision, ReleaseCborFacts.ContentType, digest, about);

    /// <summary>What a sensor can see, as a record of its own, where the release says enough for one; or null.</summary>
    public static CoverageBody? Coverage(Release release)
    {
        if (release is not { Kind: ThingKind.Coverage, Act: not ReleaseAct.Ended }
            || release[ReleaseField.Sensor] is not Word sensor
            || release[ReleaseField.Position] is not Cell place
            || release[ReleaseField.Range] is not Extent range)
        {
            return null;
        }

        var directions = release[ReleaseField.Directions] as Sector ?? new Sector(0, 360, 360);
        return new CoverageBody(
            NodeOf(sensor),
            Around(place),
            (Microradians(directions.FromDegrees), Microradians(directions.WidthDegrees)),
            (Microradians(-90), Microradians(90)),
            (0, range.AtMostKilometers * 1000));
    }

    /// <summary>That a sensor is out, or works again, as a record of its own; or null.</summary>
    /// <param name="before">The sensor's outage that is open, and its record.</param>
    public static OutageBody? Outage(Release release, (RecordHash Record, OutageBody Body)? before)
    {
        if (release is not { Kind: ThingKind.Node, Act: not ReleaseAct.Ended }
            || release[ReleaseField.Sensor] is not Word sensor
            || release[ReleaseField.State] is not Word state)
        {
            return null;
        }

        UtcMicroseconds since = release[ReleaseField.Time] is TimeStep time ? new UtcMicroseconds(time.FromUnixSeconds * 1_000_000) : release.At;
        return (state.Text == "out", before) switch
        {
            (true, null) => new OutageBody(NodeOf(sensor), since, null, "it does not report", null),
            (false, { } open) => open.Body with { Until = since < open.Body.From ? open.Body.From : since, Changes = open.Record, Why = "it reports again" },
            _ => null,
        };
    }

    private static string NodeOf(Word sensor) => sensor.Text[(sensor.Text.LastIndexOf('/') + 1)..];

    /// <summary>The circle about a cell: no finer than the cell.</summary>
    private static RecordArea Around(Cell cell)
    {
        double south = cell.SouthThousandths / PerDegree;
        double north = cell.NorthThousandths / PerDegree;
        double west = cell.WestThousandths / PerDegree;
        double east = cell.EastThousandths / PerDegree;
        double equatorward = south * north <= 0 ? 0 : Math.Min(Math.Abs(south), Math.Abs(north));
        double high = (north - south) * MetersPerDegree / 2;
        double wide = (east - west) * MetersPerDegree * Math.Cos(double.DegreesToRadians(equatorward)) / 2;
        double middle = (west + east) / 2;
        return RecordArea.Circle(GroundPoint.FromDegrees((south + north) / 2, middle >= 180 ? middle - 360 : middle), (int)Math.Ceiling(Math.Sqrt((high * high) + (wide * wide))));
    }

    private static int Microradians(double degrees) => (int)Math.Floor(double.DegreesToRadians(degrees) * 1e6);
}
