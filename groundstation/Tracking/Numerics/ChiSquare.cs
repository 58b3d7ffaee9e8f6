namespace JointWatch.Tracking.Numerics;

/// <summary>The chi-square distribution.</summary>
internal static class ChiSquare
{
    /// <summary>The value below which a variable lies with some probability, by bisection of the distribution function; for set-up, not for loops.</summary>
    /// <param name="probability">More than 0 and less than 1.</param>
    /// <param name="degrees">1 or more; the work grows with it.</param>
    public static double Quantile(double probability, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        double low = 0;
        double high = Math.Max(1_000, 4.0 * degrees);
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
            _ when degrees % 2 == 0 => Series(x, 1, 2, degrees),
            _ => NormalTails(Math.Sqrt(x)) + Series(x, Math.Sqrt(2 * x / Math.PI), 3, degrees),
        };
    }

    /// <summary>
    /// The sum of both equations, times exp(-x/2), for any degrees: each term is the one before times x over the next number of degrees. The sum is kept in
    /// range by taking out powers, for its last terms may be too great and exp(-x/2) too small.
    /// </summary>
    private static double Series(double x, double term, int degreesOfTerm, int degrees)
    {
        double sum = term;
        double logScale = -x / 2;
        for (int n = degreesOfTerm; n < degrees - 1; n += 2)
        {
            term *= x / n;
            sum += term;
            if (sum > 1e200)
            {
                term *= 1e-200;
                sum *= 1e-200;
                logScale += 200 * Math.Log(10);
            }
        }

        return sum * Math.Exp(logScale);
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
