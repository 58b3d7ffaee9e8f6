using System.Globalization;
using JointWatch.Releases.Fields;
using JointWatch.Warnings;

namespace JointWatch.Releases.Inputs;

/// <summary>What may be asked and told of a launch warning. Its reason in words is not among it.</summary>
internal static class WarningThing
{
    /// <summary>The share of cases in which a place lies within the extent that is told of it.</summary>
    private const double Region = 0.9;

    public static ExactThing Of(LaunchWarning warning)
    {
        var values = new Dictionary<ReleaseField, Exact>
        {
            [ReleaseField.Class] = new Exact.Kind(warning.Class),
            [ReleaseField.State] = new Exact.Text(StateWords.Of(warning.State)),
            [ReleaseField.Confidence] = new Exact.Number(100 * warning.Confidence),
            [ReleaseField.Sensors] = new Exact.Texts([.. warning.Sensors.Select(s => s.Value)]),
            [ReleaseField.Detections] = new Exact.Number(warning.Detections),
            [ReleaseField.Id] = new Exact.Text(warning.Id.ToString(CultureInfo.InvariantCulture)),
        };
        Spot? launchSpot = null;
        Spot? impactSpot = null;
        if (warning.Launch is { } launch)
        {
            double radius = launch.Spread.Region(Region).SemiMajorMeters;
            launchSpot = Spot.At(launch.Point, radius);
            values[ReleaseField.LaunchTime] = new Exact.Instant(launch.Time);
            values[ReleaseField.LaunchArea] = new Exact.Place(launch.Point);
            values[ReleaseField.LaunchUncertainty] = new Exact.Length(radius);
            values[ReleaseField.Azimuth] = new Exact.Direction(launch.AzimuthRadians, 0);
        }

        if (warning.Impact is { } impact)
        {
            double radius = impact.Spread.Region(Region).SemiMajorMeters;
            impactSpot = Spot.At(impact.Point, radius);
            values[ReleaseField.ImpactTime] = new Exact.Instant(impact.Time);
            values[ReleaseField.ImpactArea] = new Exact.Place(impact.Point);
            values[ReleaseField.ImpactUncertainty] = new Exact.Length(radius);
        }

        if (warning.Burnout is { } burnout)
        {
            values[ReleaseField.BurnoutTime] = new Exact.Instant(burnout.Time);
        }

        if (warning.ApogeeMeters > 0)
        {
            values[ReleaseField.Apogee] = new Exact.Number(warning.ApogeeMeters / 1_000);
        }

        return new ExactThing
        {
            Kind = ThingKind.Warning,
            Key = warning.Id.ToString(CultureInfo.InvariantCulture),
            Values = values,
            State = StateWords.Of(warning.State),
            IsEnded = warning.State is WarningState.Over or WarningState.Cancelled or WarningState.Expired,
            IsCancelled = warning.State == WarningState.Cancelled,
            Class = warning.Class,
            Launch = launchSpot,
            Impact = impactSpot,
            Track = warning.Track.ToString(),
            Family = warning.Family,
        };
    }
}
