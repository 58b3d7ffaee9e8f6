using JointWatch.Exchange.Compare;
using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Output;
using JointWatch.Tracking;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Joint.Picture;

/// <summary>What a release says, to compare it with another party's.</summary>
internal static class ReleaseSightings
{
    private const double PerDegree = 1000;
    private const long Second = 1_000_000;

    public static Sighting Of(PartyId by, Release release, RecordHash record) => new(
        by,
        release.Reference,
        Range(release[ReleaseField.LaunchTime]),
        Place(release[ReleaseField.LaunchArea]),
        release[ReleaseField.Azimuth] is Sector s ? new AzimuthSector(double.DegreesToRadians(s.FromDegrees), double.DegreesToRadians(s.WidthDegrees)) : null,
        (release[ReleaseField.Class] as Word)?.Text,
        Place(release[ReleaseField.ImpactArea]),
        Range(release[ReleaseField.ImpactTime]),
        Place(release[ReleaseField.Position]),
        record);

    private static TimeRange? Range(RoundedValue? value) =>
        value is TimeStep t ? new TimeRange(new UtcMicroseconds(t.FromUnixSeconds * Second), new UtcMicroseconds((t.FromUnixSeconds + t.Seconds) * Second)) : null;

    private static CellPlace? Place(RoundedValue? value) => value is Cell c
        ? new CellPlace(new GroundCell(c.SouthThousandths / PerDegree, c.NorthThousandths / PerDegree, c.WestThousandths / PerDegree, c.EastThousandths / PerDegree))
        : null;
}
