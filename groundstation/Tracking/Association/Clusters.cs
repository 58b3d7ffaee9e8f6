using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Association;

/// <summary>
/// The parts into which a problem falls: tracks that share detections, directly or over others, are in one part, and are solved together. So
/// the cost follows how crowded the sky is at each place, not how much is in it. Union-find, the least track of a part standing for it.
/// </summary>
internal sealed class Clusters
{
    private int[] _parent = [];
    private int[] _next = [];
    private int[] _tail = [];

    /// <summary>Gets the number of tracks.</summary>
    public int Tracks { get; private set; }

    /// <summary>Finds the parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(AssociationProblem problem)
    {
        Tracks = problem.Tracks;
        if (_parent.Length < Tracks)
        {
            _parent = new int[Math.Max(1_024, 2 * Tracks)];
            _next = new int[Math.Max(1_024, 2 * Tracks)];
            _tail = new int[Math.Max(1_024, 2 * Tracks)];
        }

        for (int t = 0; t < Tracks; t++)
        {
            _parent[t] = t;
        }

        ReadOnlySpan<int> trackOf = problem.TrackOf;
        for (int d = 0; d < problem.Detections; d++)
        {
            ReadOnlySpan<int> edges = problem.EdgesOfDetection(d);
            for (int i = 1; i < edges.Length; i++)
            {
                int a = Root(trackOf[edges[0]]);
                int b = Root(trackOf[edges[i]]);
                _parent[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        // Members of a part, in order of track: a list linked through the tracks, its end kept at its first.
        for (int t = 0; t < Tracks; t++)
        {
            int root = Root(t);
            _next[t] = -1;
            if (root != t)
            {
                _next[_tail[root]] = t;
            }

            _tail[root] = t;
        }
    }

    /// <summary>Whether a track is the first of its part.</summary>
    public bool IsFirst(int track) => _parent[track] == track;

    /// <summary>Whether a track's part is larger than itself.</summary>
    public bool HasOthers(int first) => _next[first] >= 0;

    /// <summary>The tracks of a part, given its first, in order.</summary>
    public ReadOnlySpan<int> Members(int first, Span<int> members)
    {
        int count = 0;
        for (int t = first; t >= 0; t = _next[t])
        {
            members[count++] = t;
        }

        return members[..count];
    }

    private int Root(int track)
    {
        while (_parent[track] != track)
        {
            _parent[track] = _parent[_parent[track]];
            track = _parent[track];
        }

        return track;
    }
}
