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
                areas.Add(Scaled(AreaKind.Launch, probability, launch.Spread));
            }

            if (warning.Impact is { } impact)
            {
                areas.Add(Scaled(AreaKind.Impact, probability, impact.Spread));
            }
        }

        return [.. areas.Where(a => a.SemiMajorMeters is > 0 and <= WarningArea.LargestMeters && a.SemiMinorMeters > 0).OrderBy(a => a.Kind)];
    }

    private static WarningArea Scaled(AreaKind kind, double probability, GroundEllipse spread)
    {
        GroundEllipse region = spread.Region(probability);
        return new WarningArea(kind, probability, region.Center, region.SemiMajorMeters, region.SemiMinorMeters, region.MajorAxisAzimuthRadians);
    }
}
