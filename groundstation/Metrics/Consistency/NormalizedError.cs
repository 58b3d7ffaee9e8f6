namespace JointWatch.Metrics.Consistency;

/// <summary>
/// The square of an error in units of its own covariance: of an estimate, the normalized estimation error squared (NEES); of a detection about its prediction, the
/// normalized innovation squared (NIS). Of a filter that knows its errors it has a chi-square distribution (Y. Bar-Shalom, X. Li, T. Kirubarajan,
/// "Estimation with Applications to Tracking and Navigation", 2001, section 5.4.2).
/// </summary>
/// <param name="Squared">eᵀ P⁻¹ e.</param>
/// <param name="Degrees">Degrees of freedom: how many components the error has.</param>
public readonly record struct NormalizedError(double Squared, int Degrees)
{
    /// <summary>Takes an error with its covariance.</summary>
    /// <param name="error">n components, in any units.</param>
    /// <param name="covariance">n by n, row by row, in products of the same units.</param>
    /// <exception cref="ArgumentException">The covariance has another size, or is not positive definite.</exception>
    public static NormalizedError Of(ReadOnlySpan<double> error, ReadOnlySpan<double> covariance)
    {
        int n = error.Length;
        if (n == 0 || covariance.Length != n * n)
        {
            throw new ArgumentException($"covariance has {covariance.Length} elements; expected the square of the error's {n} components, 1 or more", nameof(covariance));
        }

        double[] root = new double[n * n];
        double[] scaled = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double left = error[i];
            for (int j = 0; j <= i; j++)
            {
                double element = covariance[(i * n) + j];
                for (int k = 0; k < j; k++)
                {
                    element -= root[(i * n) + k] * root[(j * n) + k];
                }

                if (i == j && !(element > 0))
                {
                    throw new ArgumentException("covariance is not positive definite; expected one that is", nameof(covariance));
                }

                root[(i * n) + j] = i == j ? Math.Sqrt(element) : element / root[(j * n) + j];
                left -= j < i ? root[(i * n) + j] * scaled[j] : 0;
            }

            scaled[i] = left / root[(i * n) + i];
            sum += scaled[i] * scaled[i];
        }

        return new NormalizedError(sum, n);
    }
}
