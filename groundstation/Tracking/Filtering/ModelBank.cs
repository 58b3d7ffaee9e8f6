using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The estimates of one object under each motion model, and the probability of each. A state is 9 numbers: position, velocity and
/// acceleration along x, y, z of the common frame (m, m/s, m/s²); a covariance is 9 by 9, row by row.
/// </summary>
internal sealed class ModelBank(int models)
{
    /// <summary>The length of a state.</summary>
    public const int N = 9;

    private readonly double[] _states = new double[models * N];
    private readonly double[] _covariances = new double[models * N * N];
    private readonly double[] _probabilities = new double[models];

    public int Models => models;

    public Span<double> Probabilities => _probabilities;

    public Span<double> State(int model) => _states.AsSpan(model * N, N);

    public Span<double> Covariance(int model) => _covariances.AsSpan(model * N * N, N * N);

    public void CopyFrom(ModelBank other)
    {
        other._states.CopyTo(_states, 0);
        other._covariances.CopyTo(_covariances, 0);
        other._probabilities.CopyTo(_probabilities, 0);
    }

    public static Vector3 Position(ReadOnlySpan<double> state) => new(state[0], state[1], state[2]);

    public static Vector3 Velocity(ReadOnlySpan<double> state) => new(state[3], state[4], state[5]);
}
