using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>Which tracks are hard to tell apart: near in place and velocity, by what is known of both.</summary>
internal static class Likeness
{
    private const int N = StateMoments.N;

    /// <summary>Whether two of the tracks are nearer to each other than a squared Mahalanobis distance.</summary>
    /// <param name="all">All tracks, brought to the scan.</param>
    /// <param name="members">The indices of those asked for.</param>
    /// <param name="squaredDistance">The distance, of six degrees of freedom.</param>
    public static bool Any(ReadOnlySpan<Track> all, ReadOnlySpan<int> members, double squaredDistance)
    {
        Span<double> s = stackalloc double[N * N];
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
            {
                Track first = all[members[i]];
                Track second = all[members[j]];
                if (!first.Predicted || !second.Predicted)
                {
                    continue;
                }

                StateMoments a = first.AtScan;
                StateMoments b = second.AtScan;
                for (int k = 0; k < N * N; k++)
                {
                    s[k] = a.Covariance[k] + b.Covariance[k];
                }

                var apart = a.Position - b.Position;
                var diverging = a.Velocity - b.Velocity;
                Span<double> d = [apart.X, apart.Y, apart.Z, diverging.X, diverging.Y, diverging.Z];
                if (SpdMatrix.TryFactor(s, N) && SquaredDistance(s, d) < squaredDistance)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double SquaredDistance(ReadOnlySpan<double> factor, Span<double> difference)
    {
        SpdMatrix.SolveLower(factor, N, difference);
        double sum = 0;
        foreach (double d in difference)
        {
            sum += d * d;
        }

        return sum;
    }
}
