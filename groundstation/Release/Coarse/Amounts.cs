namespace JointWatch.Releases.Coarse;

/// <summary>What an amount is of.</summary>
public enum AmountUnit
{
    Percent = 1,
    Kilometers = 2,
    MetersPerSecond = 3,
    Items = 4,
}

/// <summary>At least <paramref name="From"/> and below <paramref name="To"/>; a band of 100 % holds 100 too. Both are whole.</summary>
public sealed record Band(long From, long To, AmountUnit Unit) : RoundedValue
{
    /// <summary>Larger is not told from this.</summary>
    private const double Largest = 1e12;

    /// <summary>The step that a value lies in; null for no value (not a number).</summary>
    internal static Band? Of(double value, int step, AmountUnit unit)
    {
        if (!(Math.Abs(value) <= Largest))
        {
            return null;
        }

        long from = (long)Math.Floor(value / step) * step;
        return new Band(from, from + step, unit);
    }

    /// <summary>The band between bounds that a percentage lies in.</summary>
    internal static Band? OfPercent(double percent, IReadOnlyList<int> bounds)
    {
        if (!(percent >= 0 && percent <= 100.000_001))
        {
            return null;
        }

        int above = bounds.Count(b => percent >= b);
        return new Band(above == 0 ? 0 : bounds[above - 1], above == bounds.Count ? 100 : bounds[above], AmountUnit.Percent);
    }

    /// <inheritdoc/>
    internal override bool Holds(RoundedValue newer) =>
        newer is Band other && (other == this || (Unit is AmountUnit.Kilometers or AmountUnit.MetersPerSecond && other.From <= To && other.To >= From));
}

/// <summary>Within so many kilometres, a multiple of <paramref name="StepKilometers"/>.</summary>
public sealed record Extent(int AtMostKilometers, int StepKilometers) : RoundedValue
{
    private const int LargestKilometers = 1_000_000;

    /// <summary>A length up to the next step, at least one; null for no length.</summary>
    internal static Extent? Of(double meters, int stepKilometers) =>
        meters >= 0
            ? new Extent((int)Math.Ceiling(Math.Clamp(meters / 1_000, 1e-9, LargestKilometers) / stepKilometers) * stepKilometers, stepKilometers)
            : null;

    /// <inheritdoc/>
    internal override bool Holds(RoundedValue newer) => newer is Extent other && Math.Abs(other.AtMostKilometers - AtMostKilometers) <= StepKilometers;
}
