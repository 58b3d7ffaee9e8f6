namespace JointWatch.Warnings.Life;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>The probability of less than x, to 7.5e-8 (M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 26.2.17).</summary>
    public static double Below(double x)
    {
        double t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        double tail = Math.Exp(-x * x / 2) / Math.Sqrt(Math.Tau)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return x >= 0 ? 1 - tail : tail;
    }
}
