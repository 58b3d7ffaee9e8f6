using System.Runtime.CompilerServices;

namespace JointWatch.Tracking;

/// <summary>Checks an option against its range, and names it.</summary>
public static class OptionRange
{
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range, or not a number.</exception>
    public static void Check(double value, double min, double max, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= min && value <= max))
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"expected a number from {min} to {max}"));
        }
    }
}
