namespace JointWatch.Warnings.Announcements;

/// <summary>Directions from one to another, clockwise from true north, radians.</summary>
/// <param name="FromRadians">Where it begins, 0 to 2π.</param>
/// <param name="WidthRadians">How wide it is, clockwise, 0 to 2π.</param>
public sealed record AzimuthSector(double FromRadians, double WidthRadians)
{
    /// <summary>By how much a direction lies outside; 0 inside.</summary>
    public double RadiansOutside(double azimuthRadians)
    {
        double clockwise = Positive(azimuthRadians - FromRadians);
        return clockwise <= WidthRadians ? 0 : Math.Min(clockwise - WidthRadians, Math.Tau - clockwise);
    }

    private static double Positive(double angle) => ((angle % Math.Tau) + Math.Tau) % Math.Tau;
}
