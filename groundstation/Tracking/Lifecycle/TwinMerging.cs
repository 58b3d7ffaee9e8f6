using System.Runtime.CompilerServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>
/// The guard against two tracks on one object: tracks that want the same detections, and for several looks in a row cannot be told apart, are
/// one. The one that was confirmed stays, or else the older.
/// </summary>
internal sealed class TwinMerging(MergingOptions options)
{
    private const int N = StateMoments.N;

    /// <summary>How many of the tracks that want one detection are compared: among more, some pair is found at the next look.</summary>
    private const int MostRivals = 6;

    /// <summary>Marks the tracks that are by now the same as another: their existence becomes 0, and what they had goes to the one that stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Review(AssociationProblem problem, List<Track> tracks)
    {
        for (int d = 0; d < problem.Detections; d++)
        {
            ReadOnlySpan<int> edges = problem.EdgesOfDetection(d);
            int rivals = Math.Min(edges.Length, MostRivals);
            for (int i = 0; i < rivals; i++)
            {
                for (int j = i + 1; j < rivals; j++)
                {
                    Compare(tracks[problem.TrackOf[edges[i]]], tracks[problem.TrackOf[edges[j]]]);
                }
            }
        }
    }

    private void Compare(Track a, Track b)
    {
        // Two tracks of one object share its detections, and so its existence. Where each has enough of its own there are two objects.
        if (a.Existence <= 0 || b.Existence <= 0 || a.Existence + b.Existence > options.MostExistence)
        {
            return;
        }

        (Track stays, Track goes) = a.WasConfirmed == b.WasConfirmed ? (a.Id.Value < b.Id.Value ? (a, b) : (b, a)) : a.WasConfirmed ? (a, b) : (b, a);
        if (!IsSame(stays, goes))
        {
            if (goes.Twin == stays.Id)
            {
                goes.TwinScans = 0;
            }

            return;
        }

        goes.TwinScans = goes.Twin == stays.Id ? goes.TwinScans + 1 : 1;
        goes.Twin = stays.Id;
        if (goes.TwinScans >= options.Scans)
        {
            stays.Existence = 1 - ((1 - stays.Existence) * (1 - goes.Existence));
            goes.Existence = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsSame(Track first, Track second)
    {
        // Both have been taken to the present scan: they share a detection of it.
        StateMoments a = first.Predicted ? first.AtScan : first.Moments;
        StateMoments b = second.Predicted ? second.AtScan : second.Moments;
        Vector3 apart = a.Position - b.Position;
        if (Vector3.Dot(apart, apart) > options.SquaredDistance * (a.PositionVariance + b.PositionVariance))
        {
            return false;
        }

        Vector3 diverging = a.Velocity - b.Velocity;
        Span<double> difference = [apart.X, apart.Y, apart.Z, diverging.X, diverging.Y, diverging.Z];
        Span<double> s = stackalloc double[N * N];
        for (int i = 0; i < N * N; i++)
        {
            s[i] = a.Covariance[i] + b.Covariance[i];
        }

        if (!SpdMatrix.TryFactor(s, N))
        {
            return false;
        }

        SpdMatrix.SolveLower(s, N, difference);
        double squaredDistance = 0;
        foreach (double d in difference)
        {
            squaredDistance += d * d;
        }

        return squaredDistance <= options.SquaredDistance;
    }
}
