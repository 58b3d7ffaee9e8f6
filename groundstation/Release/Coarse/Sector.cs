namespace JointWatch.Releases.Coarse;

/// <summary>
/// Directions clockwise from true north, whole degrees: from <paramref name="FromDegrees"/>, 0 to below 360, through <paramref name="WidthDegrees"/> clockwise,
/// both multiples of <paramref name="StepDegrees"/>.
/// </summary>
public sealed record Sector(int FromDegrees, int WidthDegrees, int StepDegrees) : RoundedValue
{
    private const int Turn = 360;

    /// <summary>The sector of the raster that a direction lies in; null for no direction (not a number).</summary>
    internal static Sector? Of(double radians, int step) => Of(radians, 0, step);

    /// <summary>The least sector of the raster that holds all of one that begins at a direction and is so wide.</summary>
    internal static Sector? Of(double fromRadians, double widthRadians, int step)
    {
        double from = double.RadiansToDegrees(fromRadians);
        double width = double.RadiansToDegrees(widthRadians);
        if (!(Math.Abs(from) < 1e6) || !(width >= 0))
        {
            return null;
        }

        from -= Turn * Math.Floor(from / Turn);
        int start = Math.Min((int)Math.Floor(from / step) * step, Turn - step);
        int end = Math.Max(start + step, (int)Math.Ceiling(Math.Min(from + width, start + Turn) / step) * step);
        return end - start >= Turn ? new Sector(0, Turn, step) : new Sector(start, end - start, step);
    }

    /// <inheritdoc/>
    internal override bool Holds(RoundedValue newer) =>
        newer is Sector other
        && Apart(FromDegrees, other.FromDegrees) <= StepDegrees
        && Apart(FromDegrees + WidthDegrees, other.FromDegrees + other.WidthDegrees) <= StepDegrees
        && Math.Abs(WidthDegrees - other.WidthDegrees) <= StepDegrees;

    private static int Apart(int a, int b) => Math.Min((((a - b) % Turn) + Turn) % Turn, (((b - a) % Turn) + Turn) % Turn);
}
