using JointWatch.Releases.Fields;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Releases.Inputs;

/// <summary>What may be asked and told of an announced launch. Its note in words is not among it.</summary>
internal static class AnnouncementThing
{
    public static ExactThing Of(AnnouncementEntry entry)
    {
        Announcement plan = entry.Plan;
        var values = new Dictionary<ReleaseField, Exact>
        {
            [ReleaseField.Class] = new Exact.Kind(plan.Class),
            [ReleaseField.State] = new Exact.Text(StateWords.Of(entry.State)),
            [ReleaseField.Window] = new Exact.Period(plan.From, plan.Until),
            [ReleaseField.LaunchArea] = new Exact.Place(plan.LaunchArea.Middle),
            [ReleaseField.LaunchUncertainty] = new Exact.Length(plan.LaunchArea.RadiusMeters),
            [ReleaseField.Id] = new Exact.Text(plan.Name),
        };
        if (plan.Azimuth is { } azimuth)
        {
            values[ReleaseField.Azimuth] = new Exact.Direction(azimuth.FromRadians, azimuth.WidthRadians);
        }

        if (plan.ImpactArea is { } impact)
        {
            values[ReleaseField.ImpactArea] = new Exact.Place(impact.Middle);
            values[ReleaseField.ImpactUncertainty] = new Exact.Length(impact.RadiusMeters);
        }

        return new ExactThing
        {
            Kind = ThingKind.Announcement,
            Key = plan.Name,
            Values = values,
            State = StateWords.Of(entry.State),
            IsEnded = entry.State is AnnouncementState.Flown or AnnouncementState.NotFlown or AnnouncementState.Cancelled,
            IsCancelled = entry.State == AnnouncementState.Cancelled,
            Class = plan.Class,
            Launch = Spot.Of(plan.LaunchArea),
            Impact = plan.ImpactArea is { } area ? Spot.Of(area) : null,
        };
    }
}
