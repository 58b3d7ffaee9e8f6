namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// The linear program of some pairs, each in its window. One weight w for each pair at each instant of its window; together they win the
/// most Σ g w - s Σ |w(k+1) - w(k)|, w being 0 outside the window, with at most 1 in all for each object and each track at each instant.
/// Weights stand instant by instant. A place is an object or a track at an instant.
/// </summary>
internal sealed class ClusterProgram
{
    /// <param name="pairs">The pairs, in their windows.</param>
    /// <param name="instants">How many instants the scene has: a window that reaches an end of it pays no fee there.</param>
    /// <param name="switchFee">s; above 0.</param>
    public ClusterProgram(IReadOnlyList<PairInPlay> pairs, int instants, double switchFee)
    {
        Pairs = pairs;
        SwitchFee = switchFee;
        int first = pairs.Min(p => p.Window.First);
        int last = pairs.Max(p => p.Window.Last);
        int count = pairs.Sum(p => p.Window.Last + 1 - p.Window.First);
        (Gains, EdgeFees, Next, TruthPlaces, TrackPlaces) = (new double[count], new double[count], new int[count], new int[count], new int[count]);
        Array.Fill(Next, -1);
        Starts = new int[last + 2 - first];
        Dictionary<(bool Truth, int Number), int> places = [];
        int[] previous = new int[pairs.Count];
        int at = 0;
        for (int k = first; k <= last; k++)
        {
            Starts[k - first] = at;
            places.Clear();
            for (int n = 0; n < pairs.Count; n++)
            {
                Window window = pairs[n].Window;
                if (k < window.First || k > window.Last)
                {
                    continue;
                }

                TruthPlaces[at] = PlaceOf(places, true, pairs[n].Pair.Truth, k);
                TrackPlaces[at] = PlaceOf(places, false, pairs[n].Pair.Track, k);
                int gain = pairs[n].Pair.Instants.BinarySearch(k);
                Gains[at] = gain >= 0 ? pairs[n].Pair.Gains[gain] : 0;
                EdgeFees[at] = switchFee * ((k == window.First && k > 0 ? 1 : 0) + (k == window.Last && k < instants - 1 ? 1 : 0));
                if (k > window.First)
                {
                    Next[previous[n]] = at;
                }

                previous[n] = at++;
            }
        }

        Starts[^1] = at;
    }

    public IReadOnlyList<PairInPlay> Pairs { get; }

    public double SwitchFee { get; }

    /// <summary>Gets g of each weight.</summary>
    public double[] Gains { get; }

    /// <summary>Gets what each weight pays for standing at its window's edge.</summary>
    public double[] EdgeFees { get; }

    /// <summary>Gets each weight's successor, the same pair's one instant on, or -1.</summary>
    public int[] Next { get; }

    /// <summary>Gets where each instant's weights start, and at last their number.</summary>
    public int[] Starts { get; }

    /// <summary>Gets the place of each weight's object.</summary>
    public int[] TruthPlaces { get; }

    /// <summary>Gets the place of each weight's track.</summary>
    public int[] TrackPlaces { get; }

    /// <summary>Gets what each place is.</summary>
    public List<(bool IsTruth, int Number, int Instant)> Places { get; } = [];

    /// <summary>Gets the sum over instants of the number of weights cubed: what a step of the solver takes, in products.</summary>
    public double Work => Enumerable.Range(0, Starts.Length - 1).Sum(k => Math.Pow(Starts[k + 1] - Starts[k], 3));

    /// <summary>What such weights win.</summary>
    public double Value(ReadOnlySpan<double> weights)
    {
        double value = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            value += Gains[i] * weights[i];
        }

        return value - FeesOf(weights);
    }

    /// <summary>What such weights pay in fees.</summary>
    public double FeesOf(ReadOnlySpan<double> weights)
    {
        double fees = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            fees += EdgeFees[i] * weights[i];
            fees += Next[i] >= 0 ? SwitchFee * Math.Abs(weights[Next[i]] - weights[i]) : 0;
        }

        return fees;
    }

    private int PlaceOf(Dictionary<(bool Truth, int Number), int> known, bool isTruth, int number, int instant)
    {
        if (!known.TryGetValue((isTruth, number), out int place))
        {
            place = Places.Count;
            known.Add((isTruth, number), place);
            Places.Add((isTruth, number, instant));
        }

        return place;
    }
}
