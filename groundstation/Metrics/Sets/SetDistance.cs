namespace JointWatch.Metrics.Sets;

/// <summary>How far a set of tracks is from a set of true objects, at one time.</summary>
/// <param name="Gospa">With alpha 2, metres: the p-th root of the sum of the three costs.</param>
/// <param name="Ospa">Metres.</param>
/// <param name="LocalisationCost">The sum of d^p of the pairs, metres to the p.</param>
/// <param name="MissedCost">c^p/2 for each object missed.</param>
/// <param name="FalseCost">c^p/2 for each false track.</param>
/// <param name="Missed">Objects without a track.</param>
/// <param name="False">Tracks without an object.</param>
/// <param name="Pairs">Objects and tracks, by their places in the lists, that hold together; none is as far as the cut-off.</param>
public sealed record SetDistance(
    double Gospa,
    double Ospa,
    double LocalisationCost,
    double MissedCost,
    double FalseCost,
    int Missed,
    int False,
    IReadOnlyList<(int Truth, int Track, double Meters)> Pairs);
