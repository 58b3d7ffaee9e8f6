using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// Turns two plots into a first estimate at the later one's time: a Kalman filter that begins with the earlier plot and a velocity of mean 0,
/// under each scale of speed, and the mixture's mean and covariance (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan, "Estimation with Applications to
/// Tracking and Navigation", 2001, sections 5.5.3 and 1.4.16).
/// </summary>
internal static class SeedFilter
{
    private const int N = 6;

    /// <summary>An object takes so long to come to a speed of its kind: a boat does not speed up like a rocket.</summary>
    private const double SpeedUpSeconds = 20;

    /// <summary>The share of the variance of the plots' difference that the velocity keeps, whatever its kind.</summary>
    private const double OpenShare = 0.25;

    /// <param name="earlier">The earlier plot.</param>
    /// <param name="later">The later plot.</param>
    /// <param name="pair">The scales of speed.</param>
    /// <param name="logByScale">How likely the pair is under each, as logarithms.</param>
    /// <param name="accelerationSigma">An unknown acceleration between the plots, one sigma, m/s².</param>
    /// <param name="seed">Gets state and covariance.</param>
    public static void Estimate(
        in Plot earlier, in Plot later, PairLikelihood pair, ReadOnlySpan<double> logByScale, double accelerationSigma, ref TrackSeed seed)
    {
        double largest = double.NegativeInfinity;
        foreach (double log in logByScale)
        {
            largest = Math.Max(largest, log);
        }

        Span<double> state = stackalloc double[N];
        Span<double> covariance = stackalloc double[N * N];
        Span<double> second = stackalloc double[N * N];
        second.Clear();
        double sum = 0;
        seed.State = default;
        for (int s = 0; s < logByScale.Length; s++)
        {
            double weight = Math.Exp(logByScale[s] - largest);
            if (weight < 1e-6)
            {
                continue;
            }

            double acceleration = Math.Min(accelerationSigma, pair.Sigma(s) / SpeedUpSeconds);
            Filter(earlier, later, pair.Sigma(s), acceleration, state, covariance);
            sum += weight;
            for (int i = 0; i < N; i++)
            {
                seed.State[i] += weight * state[i];
                for (int j = 0; j < N; j++)
                {
                    second[(i * N) + j] += weight * (covariance[(i * N) + j] + (state[i] * state[j]));
                }
            }
        }

        for (int i = 0; i < N; i++)
        {
            seed.State[i] /= sum;
        }

        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                seed.Covariance[(i * N) + j] = (second[(i * N) + j] / sum) - (seed.State[i] * seed.State[j]);
            }
        }

        seed.State[0] += later.Position.X;
        seed.State[1] += later.Position.Y;
        seed.State[2] += later.Position.Z;

        AllowOtherSpeeds(earlier, later, ref seed);
        TakeRangeRate(later, ref seed);
    }

    /// <summary>
    /// Where the plots lie within their errors of each other, slow kinds explain them best, and a mixture's one Gaussian would all but rule fast
    /// kinds out: the velocity keeps a share of what the plots alone leave open.
    /// </summary>
    private static void AllowOtherSpeeds(in Plot earlier, in Plot later, ref TrackSeed seed)
    {
        double t = later.Time.SecondsSince(earlier.Time);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                seed.Covariance[((i + 3) * N) + j + 3] += OpenShare * (earlier.Covariance[(3 * i) + j] + later.Covariance[(3 * i) + j]) / (t * t);
            }
        }
    }

    /// <summary>One scale of speed. The position is relative to the later plot's, so that no digit is lost.</summary>
    private static void Filter(in Plot earlier, in Plot later, double speedSigma, double accelerationSigma, Span<double> state, Span<double> p)
    {
        double t = later.Time.SecondsSince(earlier.Time);
        double speed = speedSigma * speedSigma;
        double drift = accelerationSigma * t;
        double drift2 = drift * drift;
        Span<double> predicted = stackalloc double[9];
        Span<double> s = stackalloc double[9];
        for (int i = 0; i < 9; i++)
        {
            bool diagonal = i % 4 == 0;
            predicted[i] = earlier.Covariance[i] + (diagonal ? (speed * t * t) + (drift2 * t * t / 4) : 0);
            s[i] = predicted[i] + later.Covariance[i];
        }

        double cross = (speed * t) + (drift2 * t / 2);
        SpdMatrix.TryInvert(s, 3);
        Vector3 residual = later.Position - earlier.Position;
        Vector3 scaled = Times(s, residual);
        Vector3 position = Times(predicted, scaled) - residual;
        Vector3 velocity = cross * scaled;
        (state[0], state[1], state[2]) = (position.X, position.Y, position.Z);
        (state[3], state[4], state[5]) = (velocity.X, velocity.Y, velocity.Z);

        // P - P Hᵀ S⁻¹ H P with H = (I 0): blocks A = position, C = cross I, V = speed I. A S⁻¹ R = A - A S⁻¹ A stays symmetric to rounding; it is made so.
        Span<double> sa = stackalloc double[9];
        Multiply(s, predicted, sa);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double posPos = 0;
                double posPos2 = 0;
                for (int k = 0; k < 3; k++)
                {
                    posPos += predicted[(3 * i) + k] * sa[(3 * k) + j];
                    posPos2 += predicted[(3 * j) + k] * sa[(3 * k) + i];
                }

                double diagonal = i == j ? 1 : 0;
                p[(i * N) + j] = predicted[(3 * i) + j] - ((posPos + posPos2) / 2);
                double crossTerm = cross * (diagonal - sa[(3 * i) + j]);
                p[((i + 3) * N) + j] = crossTerm;
                p[(j * N) + i + 3] = crossTerm;
                p[((i + 3) * N) + j + 3] = (diagonal * (speed + drift2)) - (cross * cross * s[(3 * i) + j]);
            }
        }
    }

    /// <summary>A range rate that came with the later plot is a measurement of the velocity along its line of sight.</summary>
    private static void TakeRangeRate(in Plot later, ref TrackSeed seed)
    {
        if (double.IsNaN(later.RangeRate))
        {
            return;
        }

        Vector3 u = later.LineOfSight;
        Span<double> h = [0, 0, 0, u.X, u.Y, u.Z];
        Span<double> ph = stackalloc double[N];
        double variance = later.RangeRateVariance;
        double expected = 0;
        for (int i = 0; i < N; i++)
        {
            ph[i] = 0;
            for (int j = 3; j < N; j++)
            {
                ph[i] += seed.Covariance[(i * N) + j] * h[j];
            }

            variance += h[i] * ph[i];
            expected += h[i] * seed.State[i];
        }

        for (int i = 0; i < N; i++)
        {
            seed.State[i] += ph[i] / variance * (later.RangeRate - expected);
            for (int j = 0; j < N; j++)
            {
                seed.Covariance[(i * N) + j] -= ph[i] * ph[j] / variance;
            }
        }
    }

    private static Vector3 Times(ReadOnlySpan<double> m, Vector3 v) => new(
        (m[0] * v.X) + (m[1] * v.Y) + (m[2] * v.Z),
        (m[3] * v.X) + (m[4] * v.Y) + (m[5] * v.Z),
        (m[6] * v.X) + (m[7] * v.Y) + (m[8] * v.Z));

    private static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                product[(3 * i) + j] = (a[3 * i] * b[j]) + (a[(3 * i) + 1] * b[3 + j]) + (a[(3 * i) + 2] * b[6 + j]);
            }
        }
    }
}
