using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Metrics.Sets;

/// <summary>
/// OSPA (D. Schuhmacher, B.-T. Vo, B.-N. Vo, "A consistent metric for performance evaluation of multi-object filters", IEEE Trans. SP 56(8),
/// 2008, equation 3) and GOSPA with alpha 2 (A. Rahmathullah, Á. García-Fernández, L. Svensson, "Generalized optimal sub-pattern assignment
/// metric", FUSION 2017, definition 1 and proposition 1) of positions. Keeps its working memory between calls; not for several threads at once.
/// </summary>
public sealed class SetMetric
{
    private readonly double _cutOff;
    private readonly double _order;
    private readonly CutOffMatch _match;

    /// <param name="cutOffMeters">c: beyond it a track does not hold an object; more than 0.</param>
    /// <param name="order">p, from 1 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public SetMetric(double cutOffMeters, double order)
    {
        OptionRange.Check(cutOffMeters, 1e-9, 1e12);
        OptionRange.Check(order, 1, 10);
        _cutOff = cutOffMeters;
        _order = order;
        _match = new CutOffMatch(cutOffMeters, order);
    }

    /// <summary>The distance between two sets of places in one Cartesian frame, metres; 0 where both are empty.</summary>
    public SetDistance Between(IReadOnlyList<Vector3> truth, IReadOnlyList<Vector3> tracks)
    {
        _match.Match(truth, tracks);
        int pairs = _match.Pairs.Count;
        double near = _match.Pairs.Sum(pair => Math.Pow(pair.Meters, _order));
        double most = Math.Pow(_cutOff, _order);
        int missed = truth.Count - pairs;
        int wrong = tracks.Count - pairs;
        int greater = Math.Max(truth.Count, tracks.Count);
        return new SetDistance(
            Math.Pow(near + (most / 2 * (missed + wrong)), 1 / _order),
            greater == 0 ? 0 : Math.Pow((near + (most * (greater - pairs))) / greater, 1 / _order),
            near,
            most / 2 * missed,
            most / 2 * wrong,
            missed,
            wrong,
            [.. _match.Pairs]);
    }
}
