using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Motion;

/// <summary>
/// Nearly constant velocity: white noise acceleration of power spectral density q (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan,
/// "Estimation with Applications to Tracking and Navigation", 2001, section 6.2.2). Aircraft on course, ships, drones that cruise.
/// </summary>
/// <param name="accelerationPsd">q, m²/s³.</param>
internal sealed class NearlyConstantVelocity(double accelerationPsd) : IAxisModel
{
    /// <inheritdoc/>
    public int Length => StateLayout.Common;

    /// <inheritdoc/>
    public AxisTransition Over(double seconds) => new()
    {
        Pv = seconds,
        Qpp = accelerationPsd * seconds * seconds * seconds / 3,
        Qpv = accelerationPsd * seconds * seconds / 2,
        Qvv = accelerationPsd * seconds,
    };

    /// <inheritdoc/>
    public void Move(double seconds, Span<double> state)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            state[axis] += seconds * state[axis + 3];
        }
    }

    /// <inheritdoc/>
    public void Move(double seconds, Span<double> state, Span<double> transition)
    {
        Move(seconds, state);
        int stride = StateLayout.Stride(Length);
        transition[..(Length * stride)].Clear();
        for (int axis = 0; axis < 3; axis++)
        {
            transition[(axis * stride) + axis] = 1;
            transition[(axis * stride) + axis + 3] = seconds;
            transition[((axis + 3) * stride) + axis + 3] = 1;
        }
    }

    /// <inheritdoc/>
    public void AddNoise(double seconds, ReadOnlySpan<double> state, Span<double> covariance) =>
        StateLayout.AddAccelerationNoise(accelerationPsd, seconds, StateLayout.Stride(Length), covariance);

    /// <inheritdoc/>
    public Vector3 Acceleration(ReadOnlySpan<double> state) => Vector3.Zero;

    /// <inheritdoc/>
    public void Enter(Vector3 acceleration, Span<double> state, Span<double> variances)
    {
        // It has no parameters.
    }
}
