namespace JointWatch.Tracking.Registration;

/// <summary>What chance alone does to a mean of squares.</summary>
internal static class Chance
{
    /// <summary>
    /// The bound that the mean of the squares of <paramref name="count"/> standard normal numbers exceeds as rarely as one such number exceeds
    /// <paramref name="sigmas"/> (E. Wilson and M. Hilferty, "The distribution of chi-square", PNAS 17, 1931).
    /// </summary>
    public static double Bound(double sigmas, int count)
    {
        double variance = 2.0 / (9 * count);
        double root = 1 - variance + (sigmas * Math.Sqrt(variance));
        return root * root * root;
    }
}
