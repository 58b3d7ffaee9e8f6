using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Motion;

/// <summary>Where things are in a state and a covariance.</summary>
internal static class StateLayout
{
    /// <summary>Position and velocity: what the states of all models have in common.</summary>
    public const int Common = 6;

    /// <summary>The longest state.</summary>
    public const int MaxLength = 9;

    /// <summary>The longest row, with its padding.</summary>
    public const int MaxStride = 12;

    /// <summary>The length of a matrix's rows: the next multiple of 4, so that rows are whole vectors of 4. What is beyond n is zero.</summary>
    public static int Stride(int length) => (length + 3) & ~3;

    public static Vector3 Position(ReadOnlySpan<double> state) => new(state[0], state[1], state[2]);

    public static Vector3 Velocity(ReadOnlySpan<double> state) => new(state[3], state[4], state[5]);

    public static void Set(Span<double> state, Vector3 position, Vector3 velocity)
    {
        (state[0], state[1], state[2]) = (position.X, position.Y, position.Z);
        (state[3], state[4], state[5]) = (velocity.X, velocity.Y, velocity.Z);
    }

    /// <summary>Adds the covariance of white noise acceleration of power spectral density q, the same on the three axes.</summary>
    public static void AddAccelerationNoise(double psd, double seconds, int stride, Span<double> covariance)
    {
        double pp = psd * seconds * seconds * seconds / 3;
        double pv = psd * seconds * seconds / 2;
        double vv = psd * seconds;
        for (int axis = 0; axis < 3; axis++)
        {
            covariance[(axis * stride) + axis] += pp;
            covariance[(axis * stride) + axis + 3] += pv;
            covariance[((axis + 3) * stride) + axis] += pv;
            covariance[((axis + 3) * stride) + axis + 3] += vv;
        }
    }
}
