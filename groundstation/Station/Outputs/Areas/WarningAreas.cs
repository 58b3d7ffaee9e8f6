using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Station.Outputs.Areas;

/// <summary>The areas of a warning: launch and impact, each with 50 and 90 %.</summary>
internal static class WarningAreas
{
    private static readonly double[] Probabilities = [0.5, 0.9];

    /// <summary>Launch first, then impact, the smaller before the larger; none of what is unknown.</summary>
    public static IReadOnlyList<WarningArea> Of(LaunchWarning warning)
    {
        var areas = new List<WarningArea>();
        foreach (double probability in Probabilities)
        {
            if (warning.Launch is { } launch)
            {
                areas.Add(Scaled(AreaKind.Launch, probability, launch.Point, launch.RadiusMeters, launch.RadiusMeters, 0));
            }

            if (warning.Impact is { } impact)
            {
                areas.Add(Scaled(
                    AreaKind.Impact, probability, impact.Point, impact.SemiMajorMeters, impact.SemiMinorMeters, impact.MajorAxisAzimuthRadians));
            }
        }

        return [.. areas.Where(a => a.SemiMajorMeters is > 0 and <= WarningArea.LargestMeters && a.SemiMinorMeters > 0).OrderBy(a => a.Kind)];
    }

    /// <summary>
    /// How many sigmas the ellipse has that holds a Gaussian of two dimensions with a probability: its squared distance is exponential with mean 2
    /// (the chi-squared distribution of two degrees of freedom), so k = sqrt(-2 ln(1 - p)), 1.18 for 50 % and 2.15 for 90 %.
    /// </summary>
    public static double Sigmas(double probability) => Math.Sqrt(-2 * Math.Log(1 - probability));

    private static WarningArea Scaled(AreaKind kind, double probability, Geodetic center, double major, double minor, double azimuth) =>
        new(kind, probability, center, Sigmas(probability) * major, Sigmas(probability) * minor, azimuth);
}
