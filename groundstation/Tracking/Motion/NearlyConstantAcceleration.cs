using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Motion;

/// <summary>
/// Nearly constant acceleration: white noise jerk of power spectral density q, the Wiener-process acceleration model (Y. Bar-Shalom,
/// X.-R. Li, T. Kirubarajan, "Estimation with Applications to Tracking and Navigation", 2001, section 6.2.3). With much noise it stands for a
/// manoeuvre: whatever an object does that no other model describes. Its parameters are the acceleration, m/s².
/// </summary>
/// <param name="jerkPsd">q, m²/s⁵.</param>
/// <param name="enteringSigma">How far the acceleration may be from what it was when the manoeuvre begins, one sigma on each axis, m/s².</param>
internal sealed class NearlyConstantAcceleration(double jerkPsd, double enteringSigma) : IAxisModel
{
    private const int N = 9;

    /// <inheritdoc/>
    public int Length => N;

    /// <inheritdoc/>
    public AxisTransition Over(double seconds)
    {
        double t2 = seconds * seconds;
        double t3 = t2 * seconds;
        return new AxisTransition(
            Pv: seconds,
            Pa: t2 / 2,
            Va: seconds,
            Qpp: jerkPsd * t3 * t2 / 20,
            Qpv: jerkPsd * t2 * t2 / 8,
            Qpa: jerkPsd * t3 / 6,
            Qvv: jerkPsd * t3 / 3,
            Qva: jerkPsd * t2 / 2,
            Qaa: jerkPsd * seconds);
    }

    /// <inheritdoc/>
    public void Move(double seconds, Span<double> state)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            double a = state[axis + 6];
            state[axis] += seconds * (state[axis + 3] + (seconds / 2 * a));
            state[axis + 3] += seconds * a;
        }
    }

    /// <inheritdoc/>
    public void Move(double seconds, Span<double> state, Span<double> transition)
    {
        Move(seconds, state);
        int stride = StateLayout.Stride(N);
        transition[..(N * stride)].Clear();
        for (int i = 0; i < N; i++)
        {
            transition[(i * stride) + i] = 1;
        }

        for (int axis = 0; axis < 3; axis++)
        {
            transition[(axis * stride) + axis + 3] = seconds;
            transition[(axis * stride) + axis + 6] = seconds * seconds / 2;
            transition[((axis + 3) * stride) + axis + 6] = seconds;
        }
    }

    /// <inheritdoc/>
    public void AddNoise(double seconds, ReadOnlySpan<double> state, Span<double> covariance)
    {
        AxisTransition t = Over(seconds);
        int stride = StateLayout.Stride(N);
        for (int axis = 0; axis < 3; axis++)
        {
            int p = axis * stride;
            int v = (axis + 3) * stride;
            int a = (axis + 6) * stride;
            covariance[p + axis] += t.Qpp;
            covariance[p + axis + 3] += t.Qpv;
            covariance[p + axis + 6] += t.Qpa;
            covariance[v + axis] += t.Qpv;
            covariance[v + axis + 3] += t.Qvv;
            covariance[v + axis + 6] += t.Qva;
            covariance[a + axis] += t.Qpa;
            covariance[a + axis + 3] += t.Qva;
            covariance[a + axis + 6] += t.Qaa;
        }
    }

    /// <inheritdoc/>
    public Vector3 Acceleration(ReadOnlySpan<double> state) => new(state[6], state[7], state[8]);

    /// <inheritdoc/>
    public void Enter(Vector3 acceleration, Span<double> state, Span<double> variances)
    {
        (state[6], state[7], state[8]) = (acceleration.X, acceleration.Y, acceleration.Z);
        variances[..3].Fill(enteringSigma * enteringSigma);
    }
}
