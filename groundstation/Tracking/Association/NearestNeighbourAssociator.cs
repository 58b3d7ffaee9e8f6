using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Association;

/// <summary>
/// Global nearest neighbour: the one assignment of detections to tracks that is likeliest as a whole (S. Blackman and R. Popoli, "Design
/// and Analysis of Modern Tracking Systems", 1999, section 6.4). Tracks and detections that no gate connects are solved apart.
/// </summary>
internal sealed class NearestNeighbourAssociator(Gate gate) : IAssociator
{
    private readonly List<Pair> _pairs = [];
    private readonly AssignmentSolver _solver = new();
    private int[] _clusterParent = [];
    private int[] _localColumn = [];
    private double[] _costs = [];
    private int[] _columnOfRow = [];
    private int[] _rowTracks = [];
    private int[] _columnDetections = [];

    /// <inheritdoc/>
    public void Associate(
        IReadOnlyList<Track> tracks, ReadOnlySpan<Observation> observations, double detectionProbability, Span<bool> available)
    {
        FindPairs(tracks, observations, detectionProbability, available);
        if (_pairs.Count == 0)
        {
            return;
        }

        SortIntoClusters(tracks.Count, observations.Length);
        for (int first = 0; first < _pairs.Count;)
        {
            int last = first + 1;
            while (last < _pairs.Count && _pairs[last].Cluster == _pairs[first].Cluster)
            {
                last++;
            }

            SolveCluster(tracks, CollectionsMarshal.AsSpan(_pairs)[first..last], available);
            first = last;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindPairs(
        IReadOnlyList<Track> tracks, ReadOnlySpan<Observation> observations, double detectionProbability, ReadOnlySpan<bool> available)
    {
        _pairs.Clear();
        double logSeen = Math.Log(detectionProbability);
        double logMissed = Math.Log(1 - detectionProbability);
        for (int t = 0; t < tracks.Count; t++)
        {
            Track track = tracks[t];
            track.Taken = -1;
            for (int d = 0; d < observations.Length; d++)
            {
                if (available[d] && gate.Admits(track.AtScan, observations[d], out double logLikelihood))
                {
                    double score = logSeen + logLikelihood - observations[d].LogFalseDensity;
                    _pairs.Add(new Pair(t, d, score, (track.Visible ? logMissed : 0) - score, 0));
                }
            }
        }
    }

    /// <summary>Numbers the connected parts of the graph of pairs (union-find), and sorts the pairs by part, track and detection.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SortIntoClusters(int tracks, int detections)
    {
        Reserve(ref _clusterParent, tracks + detections);
        for (int i = 0; i < tracks + detections; i++)
        {
            _clusterParent[i] = i;
        }

        foreach (Pair pair in _pairs)
        {
            int a = Root(pair.Track);
            int b = Root(tracks + pair.Detection);
            _clusterParent[Math.Max(a, b)] = Math.Min(a, b);
        }

        Span<Pair> span = CollectionsMarshal.AsSpan(_pairs);
        foreach (ref Pair pair in span)
        {
            pair = pair with { Cluster = Root(pair.Track) };
        }

        span.Sort(static (a, b) =>
            a.Cluster != b.Cluster ? a.Cluster.CompareTo(b.Cluster)
            : a.Track != b.Track ? a.Track.CompareTo(b.Track)
            : a.Detection.CompareTo(b.Detection));
        Reserve(ref _localColumn, detections);
    }

    private int Root(int node)
    {
        while (_clusterParent[node] != node)
        {
            _clusterParent[node] = _clusterParent[_clusterParent[node]];
            node = _clusterParent[node];
        }

        return node;
    }

    /// <summary>Solves one part: its tracks are rows; its detections are columns, and after them one column a row for no detection, at no cost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveCluster(IReadOnlyList<Track> tracks, ReadOnlySpan<Pair> cluster, Span<bool> available)
    {
        Reserve(ref _rowTracks, cluster.Length);
        Reserve(ref _columnDetections, cluster.Length);
        int rows = 0;
        int seen = 0;
        foreach (Pair pair in cluster)
        {
            _localColumn[pair.Detection] = -1;
        }

        foreach (Pair pair in cluster)
        {
            if (rows == 0 || _rowTracks[rows - 1] != pair.Track)
            {
                _rowTracks[rows++] = pair.Track;
            }

            if (_localColumn[pair.Detection] < 0)
            {
                _columnDetections[seen] = pair.Detection;
                _localColumn[pair.Detection] = seen++;
            }
        }

        int columns = seen + rows;
        if (_costs.Length < rows * columns)
        {
            _costs = new double[2 * rows * columns];
        }

        int row = -1;
        int track = -1;
        foreach (Pair pair in cluster)
        {
            if (pair.Track != track)
            {
                track = pair.Track;
                row++;
                _costs.AsSpan(row * columns, seen).Fill(double.PositiveInfinity);
                _costs.AsSpan((row * columns) + seen, rows).Clear();
            }

            _costs[(row * columns) + _localColumn[pair.Detection]] = pair.Cost;
        }

        Reserve(ref _columnOfRow, rows);
        _solver.TrySolve(_costs.AsSpan(0, rows * columns), rows, columns, _columnOfRow);
        foreach (Pair pair in cluster)
        {
            int assigned = _columnOfRow[Array.IndexOf(_rowTracks, pair.Track, 0, rows)];
            if (assigned < seen && _columnDetections[assigned] == pair.Detection)
            {
                tracks[pair.Track].Taken = pair.Detection;
                tracks[pair.Track].TakenScore = pair.Score;
                available[pair.Detection] = false;
            }
        }
    }

    private static void Reserve(ref int[] array, int length)
    {
        if (array.Length < length)
        {
            array = new int[2 * length];
        }
    }

    /// <summary>A detection in a track's gate: its log-likelihood ratio against a false detection, and what the pair costs against none.</summary>
    private readonly record struct Pair(int Track, int Detection, double Score, double Cost, int Cluster);
}
