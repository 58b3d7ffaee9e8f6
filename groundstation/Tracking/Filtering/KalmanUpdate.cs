using System.Runtime.CompilerServices;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The extended Kalman filter's update in Joseph's form, P := (I - K H) P (I - K H)ᵀ + K R Kᵀ (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan,
/// "Estimation with Applications to Tracking and Navigation", 2001, sections 5.2.3 and 10.3), which keeps P positive definite.
/// </summary>
internal static class KalmanUpdate
{
    private const int N = ModelBank.N;
    private const int Half = StateMoments.N;
    private const double LogTwoPi = 1.8378770664093453;

    /// <summary>
    /// Updates a state in place with an observation made at the state's time plus <paramref name="offsetSeconds"/>, which is 0 or negative.
    /// An observation of the past is compared with the state taken back to its time, and the process noise in between is added to its own:
    /// the retrodiction that takes the two as uncorrelated (Y. Bar-Shalom, "Update with out-of-sequence measurements in tracking: exact
    /// solution", IEEE Trans. AES 38(3), 2002, algorithm C).
    /// </summary>
    /// <param name="model">The state's motion model.</param>
    /// <param name="observation">What was measured.</param>
    /// <param name="offsetSeconds">From the state's time to the observation's, at most 0.</param>
    /// <param name="state">9 numbers, changed.</param>
    /// <param name="p">9 by 9, changed.</param>
    /// <param name="logLikelihood">The logarithm of the density of the observation before the update.</param>
    /// <returns>False, with nothing changed, where the observation cannot be compared with the state.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryApply(
        IMotionModel model, in Observation observation, double offsetSeconds, Span<double> state, Span<double> p, out double logLikelihood)
    {
        logLikelihood = double.NegativeInfinity;
        int rows = observation.Rows;
        Span<double> h = stackalloc double[Observation.MaxRows * N];
        Span<double> r = stackalloc double[Observation.MaxRows * Observation.MaxRows];
        Span<double> residual = stackalloc double[Observation.MaxRows];
        if (!TryExpect(model, observation, offsetSeconds, state, h, r, residual))
        {
            return false;
        }

        // phT = P Hᵀ, 9 by rows; S = H P Hᵀ + R.
        Span<double> phT = stackalloc double[N * Observation.MaxRows];
        Span<double> s = stackalloc double[Observation.MaxRows * Observation.MaxRows];
        for (int i = 0; i < N; i++)
        {
            for (int m = 0; m < rows; m++)
            {
                phT[(i * rows) + m] = Dot(p.Slice(i * N, N), h.Slice(m * N, N));
            }
        }

        for (int m = 0; m < rows; m++)
        {
            for (int n = 0; n < rows; n++)
            {
                double sum = r[(m * rows) + n];
                for (int i = 0; i < N; i++)
                {
                    sum += h[(m * N) + i] * phT[(i * rows) + n];
                }

                s[(m * rows) + n] = sum;
            }
        }

        if (!SpdMatrix.TryFactor(s, rows))
        {
            return false;
        }

        // The gain's row i solves S kᵢ = (P Hᵀ)ᵢ.
        Span<double> gain = stackalloc double[N * Observation.MaxRows];
        phT[..(N * rows)].CopyTo(gain);
        for (int i = 0; i < N; i++)
        {
            Span<double> row = gain.Slice(i * rows, rows);
            SpdMatrix.SolveLower(s, rows, row);
            SpdMatrix.SolveUpper(s, rows, row);
            state[i] += Dot(row, residual[..rows]);
        }

        Span<double> whitened = stackalloc double[Observation.MaxRows];
        residual[..rows].CopyTo(whitened);
        SpdMatrix.SolveLower(s, rows, whitened);
        double distance = Dot(whitened[..rows], whitened[..rows]);
        logLikelihood = -0.5 * (distance + SpdMatrix.LogDeterminant(s, rows) + (rows * LogTwoPi));
        JosephUpdate(p, gain, h, r, phT, rows);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryExpect(
        IMotionModel model, in Observation observation, double offsetSeconds, ReadOnlySpan<double> state, Span<double> h, Span<double> r, Span<double> residual)
    {
        int rows = observation.Rows;
        Span<double> jacobian = stackalloc double[Observation.MaxRows * Half];
        r.Clear();
        for (int m = 0; m < rows; m++)
        {
            r[(m * rows) + m] = observation.Variance(m);
        }

        if (offsetSeconds == 0)
        {
            if (!observation.TryLinearise(ModelBank.Position(state), ModelBank.Velocity(state), residual, jacobian))
            {
                return false;
            }

            h.Clear();
            for (int m = 0; m < rows; m++)
            {
                jacobian.Slice(m * Half, Half).CopyTo(h.Slice(m * N, N));
            }

            return true;
        }

        AxisTransition back = model.Over(offsetSeconds);
        Span<double> past = stackalloc double[Half];
        for (int axis = 0; axis < 3; axis++)
        {
            past[axis] = state[axis] + (back.Pv * state[axis + 3]) + (back.Pa * state[axis + 6]);
            past[axis + 3] = state[axis + 3] + (back.Va * state[axis + 6]);
        }

        if (!observation.TryLinearise(ModelBank.Position(past), ModelBank.Velocity(past), residual, jacobian))
        {
            return false;
        }

        for (int m = 0; m < rows; m++)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                double byP = jacobian[(m * Half) + axis];
                double byV = jacobian[(m * Half) + axis + 3];
                h[(m * N) + axis] = byP;
                h[(m * N) + axis + 3] = (byP * back.Pv) + byV;
                h[(m * N) + axis + 6] = (byP * back.Pa) + (byV * back.Va);
                for (int n = 0; n < rows; n++)
                {
                    double alsoP = jacobian[(n * Half) + axis];
                    double alsoV = jacobian[(n * Half) + axis + 3];
                    r[(m * rows) + n] += (byP * ((back.Qpp * alsoP) + (back.Qpv * alsoV))) + (byV * ((back.Qpv * alsoP) + (back.Qvv * alsoV)));
                }
            }
        }

        return true;
    }

    /// <summary>With A = P - K (H P): P := A - (A Hᵀ) Kᵀ + K R Kᵀ, the lower half computed and mirrored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void JosephUpdate(
        Span<double> p, ReadOnlySpan<double> gain, ReadOnlySpan<double> h, ReadOnlySpan<double> r, ReadOnlySpan<double> phT, int rows)
    {
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                p[(i * N) + j] -= Dot(gain.Slice(i * rows, rows), phT.Slice(j * rows, rows));
            }
        }

        // What each row of A still gives away to K: K R - A Hᵀ.
        Span<double> rest = stackalloc double[N * Observation.MaxRows];
        for (int i = 0; i < N; i++)
        {
            for (int m = 0; m < rows; m++)
            {
                rest[(i * rows) + m] = Dot(gain.Slice(i * rows, rows), r.Slice(m * rows, rows)) - Dot(p.Slice(i * N, N), h.Slice(m * N, N));
            }
        }

        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double value = p[(i * N) + j] + Dot(rest.Slice(i * rows, rows), gain.Slice(j * rows, rows));
                p[(i * N) + j] = value;
                p[(j * N) + i] = value;
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
