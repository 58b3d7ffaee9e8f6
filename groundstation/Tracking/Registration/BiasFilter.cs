using System.Runtime.CompilerServices;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Registration;

/// <summary>
/// The joint normal distribution of the biases of all sensors. They are held in units of their prior sigmas, so the prior is the unit matrix; a bias that a
/// sensor does not have keeps it. Between segments they drift towards the prior (an Ornstein-Uhlenbeck process), so nothing is ever known less well than
/// at first.
/// </summary>
internal sealed class BiasFilter(RegistrationOptions options)
{
    /// <summary>Biases of a sensor.</summary>
    public const int Kinds = 4;

    private readonly int _stride = Kinds * options.MaxSensors;
    private readonly double[] _mean = new double[Kinds * options.MaxSensors];
    private readonly double[] _sigma = new double[Kinds * options.MaxSensors];
    private readonly double[] _covariance = new double[Kinds * options.MaxSensors * Kinds * options.MaxSensors];
    private readonly double[] _rows = new double[Kinds * options.MaxSensors * 2 * Segment.MaxColumns];

    /// <summary>Gets how many sensors there are.</summary>
    public int Sensors { get; private set; }

    /// <summary>Gets the prior sigmas, in the units of the biases.</summary>
    public ReadOnlySpan<double> PriorSigma => _sigma;

    /// <summary>Gets the means, in prior sigmas.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>A sensor more, with the prior sigmas of its four biases.</summary>
    public int Add(ReadOnlySpan<double> priorSigma)
    {
        int first = Kinds * Sensors;
        priorSigma.CopyTo(_sigma.AsSpan(first, Kinds));
        for (int i = first; i < first + Kinds; i++)
        {
            _covariance[(i * _stride) + i] = 1;
        }

        return Sensors++;
    }

    /// <summary>The mean of a bias, in its unit.</summary>
    public double MeanOf(int index) => _mean[index] * _sigma[index];

    /// <summary>The covariance of two biases, in their units.</summary>
    public double CovarianceOf(int i, int j) => _covariance[(i * _stride) + j] * _sigma[i] * _sigma[j];

    /// <summary>Lets biases drift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Drift(double seconds)
    {
        double keeps = Math.Exp(-Math.Max(seconds, 0) / options.DriftSeconds);
        double squared = keeps * keeps;
        int n = Kinds * Sensors;
        for (int i = 0; i < n; i++)
        {
            _mean[i] *= keeps;
            for (int j = 0; j < n; j++)
            {
                _covariance[(i * _stride) + j] *= squared;
            }

            _covariance[(i * _stride) + i] += 1 - squared;
        }
    }

    /// <summary>The variance of a sum of biases, each with a weight; <paramref name="columns"/> tells which they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Variance(ReadOnlySpan<double> weights, ReadOnlySpan<int> columns)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double row = 0;
            for (int j = 0; j < weights.Length; j++)
            {
                row += _covariance[(columns[i] * _stride) + columns[j]] * weights[j];
            }

            sum += weights[i] * row;
        }

        return sum;
    }

    /// <summary>
    /// Takes what a segment tells: information matrix Λ and vector η over some of the biases. With P = L Lᵀ for those, M = I + Lᵀ Λ L and W = the covariance of all
    /// biases with them times L⁻ᵀ: the new covariance is less by W (I - M⁻¹) Wᵀ, the mean grows by W M⁻¹ Lᵀ (η - Λ mean).
    /// </summary>
    /// <returns>The mean square of the segment's residuals as expected before it, 1 for a good one; where it exceeds what is allowed nothing is taken.</returns>
    public double Take(Segment segment)
    {
        int d = segment.Columns.Length;
        Span<double> factor = stackalloc double[d * d];
        Span<double> m = stackalloc double[d * d];
        Span<double> gradient = stackalloc double[d];
        Gather(segment, factor);
        if (!SpdMatrix.TryFactor(factor, d))
        {
            return double.NaN;
        }

        double squares = segment.Gradient(_mean, gradient);
        Transform(segment, factor, d, gradient, 1, m);
        squares -= Explained(m, gradient, d);
        double meanSquare = squares / segment.Rows;
        if (!(meanSquare <= Math.Max(options.MaxMeanSquare, Chance.Bound(options.SignificanceSigmas, segment.Rows))))
        {
            return meanSquare;
        }

        if (meanSquare > 1)
        {
            // Noise larger than stated: the segment counts for less.
            segment.Gradient(_mean, gradient);
            foreach (ref double g in gradient)
            {
                g /= meanSquare;
            }

            Transform(segment, factor, d, gradient, 1 / meanSquare, m);
        }

        Apply(segment, factor, m, gradient, d);
        return meanSquare;
    }

    private void Gather(Segment segment, Span<double> p)
    {
        ReadOnlySpan<int> columns = segment.Columns;
        for (int i = 0; i < columns.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                p[(i * columns.Length) + j] = _covariance[(columns[i] * _stride) + columns[j]];
            }
        }
    }

    /// <summary>Makes <paramref name="m"/> the lower factor of I + weight Lᵀ Λ L, and <paramref name="gradient"/> Lᵀ times itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transform(Segment segment, ReadOnlySpan<double> factor, int d, Span<double> gradient, double weight, Span<double> m)
    {
        Span<double> product = stackalloc double[d * d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                double sum = 0;
                for (int k = j; k < d; k++)
                {
                    sum += segment.Information(i, k) * factor[(k * d) + j];
                }

                product[(i * d) + j] = sum * weight;
            }
        }

        for (int i = 0; i < d; i++)
        {
            double turned = 0;
            for (int k = i; k < d; k++)
            {
                turned += factor[(k * d) + i] * gradient[k];
            }

            gradient[i] = turned;
            for (int j = 0; j <= i; j++)
            {
                double sum = i == j ? 1 : 0;
                for (int k = i; k < d; k++)
                {
                    sum += factor[(k * d) + i] * product[(k * d) + j];
                }

                m[(i * d) + j] = sum;
            }
        }

        SpdMatrix.TryFactor(m, d);
    }

    private static double Explained(ReadOnlySpan<double> m, ReadOnlySpan<double> gradient, int d)
    {
        Span<double> solved = stackalloc double[d];
        gradient.CopyTo(solved);
        SpdMatrix.SolveLower(m, d, solved);
        double sum = 0;
        foreach (double s in solved)
        {
            sum += s * s;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Apply(Segment segment, ReadOnlySpan<double> factor, ReadOnlySpan<double> m, Span<double> gradient, int d)
    {
        ReadOnlySpan<int> columns = segment.Columns;
        int n = Kinds * Sensors;
        SpdMatrix.SolveLower(m, d, gradient);
        Span<double> rest = stackalloc double[d];
        for (int i = 0; i < n; i++)
        {
            Span<double> w = _rows.AsSpan(i * 2 * d, d);
            for (int k = 0; k < d; k++)
            {
                w[k] = _covariance[(i * _stride) + columns[k]];
            }

            SpdMatrix.SolveLower(factor, d, w);
            w.CopyTo(rest);
            SpdMatrix.SolveLower(m, d, rest);
            rest.CopyTo(_rows.AsSpan((i * 2 * d) + d, d));
            for (int k = 0; k < d; k++)
            {
                _mean[i] += rest[k] * gradient[k];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double less = 0;
                for (int k = 0; k < d; k++)
                {
                    less += (_rows[(i * 2 * d) + k] * _rows[(j * 2 * d) + k]) - (_rows[(i * 2 * d) + d + k] * _rows[(j * 2 * d) + d + k]);
                }

                double left = _covariance[(i * _stride) + j] - less;
                _covariance[(i * _stride) + j] = left;
                _covariance[(j * _stride) + i] = left;
            }
        }
    }
}
