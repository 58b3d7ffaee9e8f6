using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Warnings.Launch;

/// <summary>
/// Fits <see cref="BoostArc"/> to a track's beginning: least squares weighted by the track's covariances and by <see cref="LaunchPriors"/>, with
/// the damping of D. Marquardt ("An algorithm for least-squares estimation of nonlinear parameters", SIAM Journal 11, 1963).
/// </summary>
internal sealed class LaunchFit
{
    private const int P = BoostArc.Parameters;
    private const int MostIterations = 40;
    private const double MostDamping = 1e8;

    /// <summary>What the arc itself may be off by, one sigma, m and m/s: real boosts roll, pulse and steer.</summary>
    private const double ModelMeters = 15;
    private const double ModelMetersPerSecond = 3;

    private readonly double[] _times;
    private readonly double[] _measured;
    private readonly double[] _factors;
    private readonly double[] _parameters = new double[P];
    private readonly double[] _covariance = new double[P * P];
    private readonly double[] _prior = LaunchPriors.Mean.ToArray();

    private LaunchFit(int samples)
    {
        _times = new double[samples];
        _measured = new double[6 * samples];
        _factors = new double[36 * samples];
    }

    public ReadOnlySpan<double> Parameters => _parameters;

    /// <summary>Gets the sum of squares that is left over the degrees of freedom: about 1 where the covariances are true and independent.</summary>
    public double Misfit { get; private set; }

    /// <summary>Gets the covariance of the parameters, widened where the arc fits worse than the covariances say.</summary>
    public ReadOnlySpan<double> Covariance => _covariance;

    /// <summary>Fits the samples, seen from <paramref name="frame"/>, with times in seconds from the first sample.</summary>
    /// <returns>Null if there is no answer: a covariance that is none, or an arc that does not fit at all.</returns>
    public static LaunchFit? Fit(IReadOnlyList<LaunchSample> samples, LocalFrame frame, double correlation)
    {
        LaunchFit fit = new(samples.Count);
        return fit.TryLoad(samples, frame, correlation) && fit.TrySolve() ? fit : null;
    }

    private bool TryLoad(IReadOnlyList<LaunchSample> samples, LocalFrame frame, double correlation)
    {
        for (int i = 0; i < samples.Count; i++)
        {
            LaunchSample sample = samples[i];
            _times[i] = sample.Time.SecondsSince(samples[0].Time);
            Enu place = frame.ToLocal(sample.Position);
            Enu velocity = frame.DirectionToLocal(sample.Velocity);
            ReadOnlySpan<double> state =
                [place.EastMeters, place.NorthMeters, place.UpMeters, velocity.EastMeters, velocity.NorthMeters, velocity.UpMeters];
            state.CopyTo(_measured.AsSpan(6 * i));
            Span<double> factor = _factors.AsSpan(36 * i, 36);
            Rotate(sample.Covariance, frame, correlation, factor);
            if (!SpdMatrix.TryFactor(factor, 6))
            {
                return false;
            }
        }

        Guess();
        return true;
    }

    /// <summary>R P Rᵀ for both halves of the state, with the axes of the frame as rows of R; and the arc's own error on the diagonal.</summary>
    private static void Rotate(IReadOnlyList<double> p, LocalFrame frame, double scale, Span<double> rotated)
    {
        ReadOnlySpan<Vector3> axes = [frame.East, frame.North, frame.Up];
        for (int row = 0; row < 6; row++)
        {
            for (int column = 0; column < 6; column++)
            {
                int block = (18 * (row / 3)) + (3 * (column / 3));
                Vector3 b = axes[column % 3];
                Vector3 pb = new(
                    (p[block] * b.X) + (p[block + 1] * b.Y) + (p[block + 2] * b.Z),
                    (p[block + 6] * b.X) + (p[block + 7] * b.Y) + (p[block + 8] * b.Z),
                    (p[block + 12] * b.X) + (p[block + 13] * b.Y) + (p[block + 14] * b.Z));
                rotated[(6 * row) + column] = scale * Vector3.Dot(axes[row % 3], pb);
            }

            double model = row < 3 ? ModelMeters : ModelMetersPerSecond;
            rotated[(6 * row) + row] += model * model;
        }
    }

    /// <summary>A first guess from the last sample: constant acceleration from rest, leaning evenly.</summary>
    private void Guess()
    {
        ReadOnlySpan<double> last = _measured.AsSpan(_measured.Length - 6);
        double speed = Math.Max(20, Math.Sqrt((last[3] * last[3]) + (last[4] * last[4]) + (last[5] * last[5])));
        double lean = Math.Acos(Math.Clamp(last[5] / speed, -1, 1));
        double azimuth = Math.Atan2(last[3], last[4]);
        double height = Math.Max(100, last[2]);
        double flown = Math.Clamp(2.2 * height / (speed * Math.Max(0.3, Math.Cos(lean / 2))), 4, 150);
        double along = height * Math.Tan(Math.Min(1.2, lean / 2));
        _prior[BoostArc.Azimuth] = azimuth;
        LaunchPriors.Mean.CopyTo(_parameters);
        _parameters[BoostArc.East] = last[0] - (along * Math.Sin(azimuth));
        _parameters[BoostArc.North] = last[1] - (along * Math.Cos(azimuth));
        _parameters[BoostArc.Time] = _times[^1] - flown;
        _parameters[BoostArc.Azimuth] = azimuth;
        _parameters[BoostArc.LeanRate] = lean / flown;
        _parameters[BoostArc.LogForce] = Math.Log(Math.Clamp((speed / flown) + 8, 11, 80));
    }

    private bool TrySolve()
    {
        int rows = _measured.Length + P;
        double[] residuals = new double[rows];
        double[] trial = new double[rows];
        double[] jacobian = new double[rows * P];
        double[] candidate = new double[P];
        Span<double> normal = stackalloc double[P * P];
        Span<double> step = stackalloc double[P];
        double cost = Residuals(_parameters, residuals);
        double damping = 1e-2;
        for (int i = 0; i < MostIterations && damping < MostDamping; i++)
        {
            Jacobian(residuals, trial, candidate, jacobian);
            Normal(jacobian, residuals, normal, step);
            for (int k = 0; k < P; k++)
            {
                normal[(k * P) + k] *= 1 + damping;
            }

            if (!SpdMatrix.TryFactor(normal, P))
            {
                return false;
            }

            SpdMatrix.SolveLower(normal, P, step);
            SpdMatrix.SolveUpper(normal, P, step);
            for (int k = 0; k < P; k++)
            {
                candidate[k] = _parameters[k] - step[k];
            }

            double next = Residuals(candidate, trial);
            bool isBetter = next < cost;
            bool isDone = isBetter && cost - next < 1e-6 * cost;
            damping = isBetter ? damping / 5 : damping * 5;
            if (isBetter)
            {
                candidate.CopyTo(_parameters, 0);
                trial.CopyTo(residuals, 0);
                cost = next;
            }

            if (isDone)
            {
                break;
            }
        }

        Jacobian(residuals, trial, candidate, jacobian);
        Normal(jacobian, residuals, normal, step);
        normal.CopyTo(_covariance);
        Misfit = cost / (rows - P);
        double widening = Math.Max(1, Misfit);
        for (int i = 0; i < P * P; i++)
        {
            _covariance[i] /= widening;
        }

        return double.IsFinite(cost) && SpdMatrix.TryInvert(_covariance, P);
    }

    /// <summary>What is left, in sigmas: of each sample, and of each parameter from its prior.</summary>
    /// <returns>The sum of squares.</returns>
    private double Residuals(ReadOnlySpan<double> at, Span<double> residuals)
    {
        int samples = _measured.Length;
        BoostArc.At(at, _times, residuals[..samples]);
        for (int i = 0; i < samples; i++)
        {
            residuals[i] -= _measured[i];
        }

        for (int i = 0; i < _times.Length; i++)
        {
            SpdMatrix.SolveLower(_factors.AsSpan(36 * i, 36), 6, residuals.Slice(6 * i, 6));
        }

        for (int k = 0; k < P; k++)
        {
            residuals[samples + k] = (at[k] - _prior[k]) / LaunchPriors.Sigma[k];
        }

        double sum = 0;
        foreach (double residual in residuals)
        {
            sum += residual * residual;
        }

        return double.IsFinite(sum) ? sum : double.MaxValue;
    }

    private void Jacobian(ReadOnlySpan<double> residuals, Span<double> moved, Span<double> at, Span<double> jacobian)
    {
        ReadOnlySpan<double> steps = [1, 1, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-5, 1e-5, 1e-4];
        for (int k = 0; k < P; k++)
        {
            _parameters.CopyTo(at);
            at[k] += steps[k];
            _ = Residuals(at, moved);
            for (int i = 0; i < residuals.Length; i++)
            {
                jacobian[(i * P) + k] = (moved[i] - residuals[i]) / steps[k];
            }
        }
    }

    /// <summary>Jᵀ J and Jᵀ r.</summary>
    private static void Normal(ReadOnlySpan<double> jacobian, ReadOnlySpan<double> residuals, Span<double> normal, Span<double> gradient)
    {
        normal.Clear();
        gradient.Clear();
        for (int i = 0; i < residuals.Length; i++)
        {
            ReadOnlySpan<double> row = jacobian.Slice(i * P, P);
            for (int k = 0; k < P; k++)
            {
                gradient[k] += row[k] * residuals[i];
                for (int l = 0; l < P; l++)
                {
                    normal[(k * P) + l] += row[k] * row[l];
                }
            }
        }
    }
}
