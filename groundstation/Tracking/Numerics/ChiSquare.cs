namespace JointWatch.Tracking.Numerics;

/// <summary>The chi-square distribution with 1 to 4 degrees of freedom.</summary>
internal static class ChiSquare
{
    /// <summary>The value below which a variable lies with some probability, by bisection of the distribution function; for set-up, not for loops.</summary>
    /// <param name="probability">More than 0 and less than 1.</param>
    /// <param name="degrees">1 to 4.</param>
    public static double Quantile(double probability, int degrees)
    {
        double low = 0;
        double high = 1_000;
        for (int i = 0; i < 200 && low < high; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Above(middle, degrees) > 1 - probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>
    /// The probability of exceeding x (M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, equations 26.4.4 and 26.4.5): elementary for even
    /// degrees of freedom, by the error function for odd ones.
    /// </summary>
    private static double Above(double x, int degrees)
    {
        double tail = Math.Exp(-x / 2);
        return degrees switch
        {
            1 => NormalTails(Math.Sqrt(x)),
            2 => tail,
            3 => NormalTails(Math.Sqrt(x)) + (Math.Sqrt(2 * x / Math.PI) * tail),
            4 => tail * (1 + (x / 2)),
            _ => throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "expected 1 to 4 degrees of freedom"),
        };
    }

    /// <summary>
    /// The probability that a standard normal variable exceeds x in size: for small x by the series of equation 26.2.10, for large by the continued
    /// fraction of equation 26.2.14.
    /// </summary>
    private static double NormalTails(double x)
    {
        double density = Math.Exp(-x * x / 2) / Math.Sqrt(Math.Tau);
        if (x < 2)
        {
            double term = x;
            double sum = x;
            for (int k = 1; k < 60; k++)
            {
                term *= x * x / ((2 * k) + 1);
                sum += term;
            }

            return 1 - (2 * density * sum);
        }

        double fraction = x;
        for (int k = 200; k > 0; k--)
        {
            fraction = x + (k / fraction);
        }

        return 2 * density / fraction;
    }
}
