using System.Globalization;
using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Exchange.Compare;

/// <summary>In what two sightings differ beyond their coarseness, and by how much.</summary>
/// <param name="Amount">In the unit of the field, SI: seconds, metres, radians; 1 for a class.</param>
/// <param name="Words">As a clause: <c>launch areas lie 12.4 km apart</c>.</param>
public sealed record FieldDifference(DifferenceField Field, double Amount, string Words);

/// <summary>Holds two sightings side by side.</summary>
internal static class FieldDifferences
{
    /// <summary>The gap of each field that both have, in parts of what is allowed; what both have and agree in is 0.</summary>
    public static IReadOnlyList<(FieldDifference Difference, double Part)> Of(Sighting a, Sighting b, ComparisonOptions options)
    {
        var found = new List<(FieldDifference, double)>();
        Add(DifferenceField.LaunchTime, Gap(a.LaunchTime, b.LaunchTime), options.TimeSeconds, g => $"launch times lie {Number(g)} s apart");
        Add(DifferenceField.LaunchArea, Gap(a.Launch, b.Launch), options.PlaceMeters, g => $"launch areas lie {Number(g / 1000)} km apart");
        Add(DifferenceField.Azimuth, Gap(a.Azimuth, b.Azimuth), options.AzimuthRadians, g => $"azimuths lie {Number(double.RadiansToDegrees(g))}° apart");
        Add(DifferenceField.ImpactArea, Gap(a.Impact, b.Impact), options.ImpactMeters, g => $"impact areas lie {Number(g / 1000)} km apart");
        Add(DifferenceField.ImpactTime, Gap(a.ImpactTime, b.ImpactTime), options.TimeSeconds, g => $"impact times lie {Number(g)} s apart");
        Add(DifferenceField.Position, Gap(a.Position, b.Position), options.PlaceMeters, g => $"places lie {Number(g / 1000)} km apart");
        if (a.Class is { } one && b.Class is { } other)
        {
            // Two sides may well call one object by two classes: that is a difference, and no reason to take it for two.
            Add(DifferenceField.Class, ClassWords.Agree(one, other) ? 0 : 1, 2, _ => $"{a.By} says {one}, {b.By} says {other}");
        }

        return found;

        void Add(DifferenceField field, double? gap, double allowed, Func<double, string> words)
        {
            if (gap is { } amount)
            {
                found.Add((new FieldDifference(field, amount, words(amount)), amount / allowed));
            }
        }
    }

    private static double? Gap(TimeRange? a, TimeRange? b) => a is { } one && b is { } other ? one.GapSeconds(other) : null;

    private static double? Gap(ReleasedPlace? a, ReleasedPlace? b)
    {
        if (a is null || b is null)
        {
            return null;
        }

        // In the plane half way between the two, so that the gap is the same both ways.
        Geodetic from = a.Middle;
        double turn = Math.IEEERemainder(b.Middle.LongitudeRadians - from.LongitudeRadians, Math.Tau);
        var about = new Geodetic((from.LatitudeRadians + b.Middle.LatitudeRadians) / 2, from.LongitudeRadians + (turn / 2), 0);
        return ConvexGap.Between(a.Border(about), b.Border(about));
    }

    private static double? Gap(AzimuthSector? a, AzimuthSector? b)
    {
        if (a is null || b is null)
        {
            return null;
        }

        // Two sectors that have nothing in common are nearest at ends.
        double least = Math.Min(
            Math.Min(a.RadiansOutside(b.FromRadians), a.RadiansOutside(b.FromRadians + b.WidthRadians)),
            Math.Min(b.RadiansOutside(a.FromRadians), b.RadiansOutside(a.FromRadians + a.WidthRadians)));
        return least < 1e-12 ? 0 : least;
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
