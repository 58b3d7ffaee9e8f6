using JointWatch.Exchange.Records.Cbor;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>How an announced launch stands.</summary>
public enum AnnouncedState
{
    Planned = 0,

    /// <summary>It will not be.</summary>
    Cancelled = 1,

    /// <summary>The party says that it was launched.</summary>
    Flown = 2,
}

/// <summary>A launch as its party announces it.</summary>
/// <param name="Id">The party's name for it.</param>
/// <param name="Revision">Counts the party's records of it, from 1.</param>
/// <param name="From">The earliest planned launch.</param>
/// <param name="Until">The latest.</param>
/// <param name="AzimuthMicroradians">Where the planned azimuths begin and how far they extend clockwise; null: not said.</param>
/// <param name="FlownAt">When it was launched; there if it was, and only then.</param>
public sealed record AnnouncementBody(
    string Id,
    int Revision,
    AnnouncedState State,
    ObjectClass Class,
    UtcMicroseconds From,
    UtcMicroseconds Until,
    RecordArea LaunchArea,
    (int From, int Width)? AzimuthMicroradians,
    RecordArea? ImpactArea,
    UtcMicroseconds? FlownAt,
    string Note) : RecordBody
{
    private const int Circle = 6_283_185;
    private const int LongestNote = 500;

    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Announcement;

    internal override void Write(FieldWriter writer)
    {
        writer.Text(1, Id);
        writer.Integer(2, Revision);
        writer.Integer(3, (int)State);
        writer.Integer(4, (int)Class);
        writer.Integer(5, From.Value);
        writer.Integer(6, Until.Value);
        LaunchArea.Write(writer, 7, 8);
        if (AzimuthMicroradians is { } azimuth)
        {
            writer.Integers(9, azimuth.From, azimuth.Width);
        }

        ImpactArea?.Write(writer, 10, 11);
        writer.OptionalInteger(12, FlownAt?.Value);
        writer.Text(13, Note);
    }

    internal static AnnouncementBody Read(FieldReader fields)
    {
        string id = fields.Name(1, "id");
        int revision = (int)fields.Integer(2, "revision", 1, int.MaxValue);
        var state = (AnnouncedState)fields.Integer(3, "state", 0, 2);
        var type = (ObjectClass)fields.Integer(4, "class", 0, 8);
        UtcMicroseconds from = fields.Time(5, "from");
        UtcMicroseconds until = new(fields.Integer(6, "until", from.Value, RecordReader.LatestMicroseconds));
        RecordArea launch = RecordArea.Read(fields, 7, 8, "launchArea") ?? throw new RecordException("body.launchArea", null, "a circle or a polygon");
        long[]? azimuth = fields.Has(9) ? fields.Integers(9, "azimuth", (0, Circle), (0, Circle)) : null;
        RecordArea? impact = RecordArea.Read(fields, 10, 11, "impactArea");
        UtcMicroseconds? flown = state == AnnouncedState.Flown ? fields.Time(12, "flownAt") : null;
        string note = fields.Text(13, "note", 0, LongestNote, hasLines: true);
        return new AnnouncementBody(
            id, revision, state, type, from, until, launch, azimuth is null ? null : ((int)azimuth[0], (int)azimuth[1]), impact, flown, note);
    }
}
