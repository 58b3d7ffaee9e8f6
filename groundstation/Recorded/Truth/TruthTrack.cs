using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Truth;

/// <summary>One object's true way, its points rising in time.</summary>
public sealed class TruthTrack
{
    /// <summary>Points farther apart are ends of the way, not parts of it.</summary>
    private const double LongestGapSeconds = 5;

    /// <summary>Times no further apart than this are the same: files round.</summary>
    private const double SameSeconds = 1e-3;

    private readonly List<TruthPoint> _points;

    /// <param name="id">Its name in the set.</param>
    /// <param name="points">In any order; of several at one time the first counts.</param>
    public TruthTrack(string id, IEnumerable<TruthPoint> points)
    {
        Id = id;
        _points = [.. points.DistinctBy(p => p.Time).OrderBy(p => p.Time)];
    }

    public string Id { get; }

    public IReadOnlyList<TruthPoint> Points => _points;

    /// <summary>Where it was at a time, on the straight line between the points before and after; null where there is none.</summary>
    public Vector3? At(UtcMicroseconds time) => Between(time, point => point.Position);

    /// <summary>How fast it was, likewise; null where there is none, NaN where the set does not tell.</summary>
    public Vector3? VelocityAt(UtcMicroseconds time) => Between(time, point => point.Velocity);

    private Vector3? Between(UtcMicroseconds time, Func<TruthPoint, Vector3> of)
    {
        int after = FirstFrom(time);
        if (after < _points.Count && Math.Abs(_points[after].Time.SecondsSince(time)) <= SameSeconds)
        {
            return of(_points[after]);
        }

        if (after > 0 && Math.Abs(_points[after - 1].Time.SecondsSince(time)) <= SameSeconds)
        {
            return of(_points[after - 1]);
        }

        if (after == 0 || after == _points.Count || _points[after].Time.SecondsSince(_points[after - 1].Time) > LongestGapSeconds)
        {
            return null;
        }

        (TruthPoint a, TruthPoint b) = (_points[after - 1], _points[after]);
        return of(a) + (time.SecondsSince(a.Time) / b.Time.SecondsSince(a.Time) * (of(b) - of(a)));
    }

    /// <summary>The first point that is not before a time, or the number of points.</summary>
    private int FirstFrom(UtcMicroseconds time)
    {
        (int low, int high) = (0, _points.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _points[middle].Time < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
