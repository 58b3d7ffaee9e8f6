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
    private int[] _members = [];
    private int _tracks;

    /// <summary>Finds the parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(AssociationProblem problem)
    {
        _tracks = problem.Tracks;
        if (_parent.Length < _tracks)
        {
            _parent = new int[2 * _tracks];
            _next = new int[2 * _tracks];
            _tail = new int[2 * _tracks];
            _members = new int[2 * _tracks];
        }

        for (int t = 0; t < _tracks; t++)
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
        for (int t = 0; t < _tracks; t++)
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

    /// <summary>The tracks of a part, given its first: valid until the next call.</summary>
    public ReadOnlySpan<int> Members(int first)
    {
        int count = 0;
        for (int t = first; t >= 0; t = _next[t])
        {
            _members[count++] = t;
        }

        return _members.AsSpan(0, count);
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
