using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Motion;

/// <summary>
/// How an object moves between two looks. A state is position and velocity in the common Cartesian frame (m, m/s), the same for every model, and
/// then the model's own parameters, up to 3. Matrices are row by row, their rows padded with zeros to <see cref="StateLayout.Stride"/>.
/// </summary>
internal interface IMotionModel
{
    /// <summary>Gets the length n of a state: 6 and the number of the model's parameters.</summary>
    int Length { get; }

    /// <summary>Takes a state forward in time, without noise.</summary>
    /// <param name="seconds">How far, at least 0.</param>
    /// <param name="state">n numbers, changed.</param>
    void Move(double seconds, Span<double> state);

    /// <summary>The same, with the derivatives of the state afterwards by the state before.</summary>
    /// <param name="seconds">How far, at least 0.</param>
    /// <param name="state">n numbers, changed.</param>
    /// <param name="transition">Gets the n by n Jacobian.</param>
    void Move(double seconds, Span<double> state, Span<double> transition);

    /// <summary>Adds the covariance of the process noise of a move to a covariance.</summary>
    void AddNoise(double seconds, ReadOnlySpan<double> state, Span<double> covariance);

    /// <summary>The acceleration in the common frame that a state implies, m/s².</summary>
    Vector3 Acceleration(ReadOnlySpan<double> state);

    /// <summary>
    /// Gives the parameters to an object that begins to move by this model: means from its position, velocity and present acceleration, and variances.
    /// </summary>
    /// <param name="acceleration">The acceleration under the model that it moved by until now, m/s².</param>
    /// <param name="state">n numbers: the first 6 given, the rest set.</param>
    /// <param name="variances">Gets the n - 6 variances.</param>
    void Enter(Vector3 acceleration, Span<double> state, Span<double> variances);
}
