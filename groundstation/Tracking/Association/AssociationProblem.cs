using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Association;

/// <summary>
/// Which detections of a scan may come from which tracks, and how much more likely each pairing is than its parts apart: a sparse matrix of
/// weights, tracks by detections, and room for what an <see cref="IAssociator"/> makes of it. Keeps its memory from scan to scan.
/// </summary>
/// <remarks>
/// The weight of a pair is ψ = r Pd p(z | track) / ((1 - r Pd) c(z)): r the track's existence probability, Pd the probability of detecting it,
/// c the density of false and new detections. A joint association is as likely as the product of the weights of its pairs (J. Williams and
/// R. Lau, "Approximate evaluation of marginal association probabilities with belief propagation", IEEE Trans. AES 50(4), 2014, section II).
/// </remarks>
internal sealed class AssociationProblem
{
    private int[] _edgeStart = [0];
    private int[] _edgeDetection = [];
    private double[] _weight = [];
    private double[] _belief = [];
    private double[] _missed = [];
    private double[] _free = [];
    private int[] _detectionStart = [];
    private int[] _detectionEdges = [];
    private int[] _edgeTrack = [];

    /// <summary>Gets the number of tracks.</summary>
    public int Tracks { get; private set; }

    /// <summary>Gets the number of detections.</summary>
    public int Detections { get; private set; }

    /// <summary>Gets the number of pairs.</summary>
    public int Edges { get; private set; }

    /// <summary>Gets, for each pair, ψ. Pairs are in order of track, then as they were added.</summary>
    public ReadOnlySpan<double> Weight => _weight.AsSpan(0, Edges);

    /// <summary>Gets, for each pair, the probability that the detection is the track's.</summary>
    public Span<double> Belief => _belief.AsSpan(0, Edges);

    /// <summary>Gets, for each track, the probability that none of the detections is its.</summary>
    public Span<double> Missed => _missed.AsSpan(0, Tracks);

    /// <summary>Gets, for each detection, the probability that it is no track's.</summary>
    public Span<double> Free => _free.AsSpan(0, Detections);

    /// <summary>Gets, for each pair, its detection.</summary>
    public ReadOnlySpan<int> DetectionOf => _edgeDetection.AsSpan(0, Edges);

    /// <summary>Gets, for each pair, its track.</summary>
    public ReadOnlySpan<int> TrackOf => _edgeTrack.AsSpan(0, Edges);

    /// <summary>Empties it for another scan.</summary>
    public void Begin(int detections)
    {
        Tracks = 0;
        Edges = 0;
        Detections = detections;
        _edgeStart[0] = 0;
    }

    /// <summary>Adds a pair of the track that is being described.</summary>
    public void AddEdge(int detection, double weight)
    {
        if (Edges == _edgeDetection.Length)
        {
            int size = Math.Max(1_024, 2 * Edges);
            Array.Resize(ref _edgeDetection, size);
            Array.Resize(ref _weight, size);
        }

        _edgeDetection[Edges] = detection;
        _weight[Edges++] = weight;
    }

    /// <summary>Ends the description of a track: the next pairs are of the next one.</summary>
    public void EndTrack()
    {
        if (++Tracks == _edgeStart.Length)
        {
            Array.Resize(ref _edgeStart, Math.Max(1_024, 2 * Tracks));
        }

        _edgeStart[Tracks] = Edges;
    }

    /// <summary>Ends the description: sorts the pairs by detection too, and sets the answer to "none belongs together".</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void End()
    {
        Reserve(ref _belief, Edges);
        Reserve(ref _missed, Tracks);
        Reserve(ref _free, Detections);
        Reserve(ref _detectionStart, Detections + 2);
        Reserve(ref _detectionEdges, Edges);
        Reserve(ref _edgeTrack, Edges);
        _belief.AsSpan(0, Edges).Clear();
        _missed.AsSpan(0, Tracks).Fill(1);
        _free.AsSpan(0, Detections).Fill(1);
        Array.Clear(_detectionStart, 0, Detections + 2);
        for (int e = 0; e < Edges; e++)
        {
            _detectionStart[_edgeDetection[e] + 2]++;
        }

        for (int d = 2; d < Detections + 2; d++)
        {
            _detectionStart[d] += _detectionStart[d - 1];
        }

        for (int t = 0; t < Tracks; t++)
        {
            for (int e = _edgeStart[t]; e < _edgeStart[t + 1]; e++)
            {
                _edgeTrack[e] = t;
                _detectionEdges[_detectionStart[_edgeDetection[e] + 1]++] = e;
            }
        }
    }

    /// <summary>Multiplies the weight of a pair, once the description has ended.</summary>
    public void Scale(int edge, double factor) => _weight[edge] *= factor;

    /// <summary>The pairs of a track: from the first to before the last.</summary>
    public (int First, int Last) EdgesOf(int track) => (_edgeStart[track], _edgeStart[track + 1]);

    /// <summary>The pairs of a detection, in order of track.</summary>
    public ReadOnlySpan<int> EdgesOfDetection(int detection) =>
        _detectionEdges.AsSpan(_detectionStart[detection], _detectionStart[detection + 1] - _detectionStart[detection]);

    private static void Reserve<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(1_024, 2 * length)];
        }
    }
}
