using System.Runtime.CompilerServices;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>Finds tracks that for several scans cannot be told from an older one: two tracks of one object. The older stays.</summary>
internal sealed class TwinMerging(MergingOptions options)
{
    private const int N = StateMoments.N;

    /// <summary>Whether <paramref name="tracks"/>[<paramref name="index"/>] is by now the same as an older, confirmed one. Once a scan for each track.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IsTwin(List<Track> tracks, int index)
    {
        Track track = tracks[index];
        TrackId? twin = null;
        for (int i = 0; i < index && twin is null; i++)
        {
            if (tracks[i].State == TrackState.Confirmed && IsSame(tracks[i].AtScan, track.AtScan))
            {
                twin = tracks[i].Id;
            }
        }

        track.TwinScans = twin is not null && twin == track.Twin ? track.TwinScans + 1 : twin is null ? 0 : 1;
        track.Twin = twin;
        return track.TwinScans >= options.Scans;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsSame(StateMoments a, StateMoments b)
    {
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
