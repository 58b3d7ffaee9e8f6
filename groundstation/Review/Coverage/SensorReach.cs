using JointWatch.Exercises;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Reviews.Coverage;

/// <summary>
/// What a sensor can see by its field of view and the horizon of a sphere of the Earth's mean radius, without refraction: as the boards of an exercise see. Whether what is
/// in sight is detected is another matter: that depends on how large or hot it is.
/// </summary>
internal sealed class SensorReach
{
    private const double StepMeters = 2_000;
    private const double FarthestMeters = 6_000_000;

    private readonly FieldOfView _field;
    private readonly LocalFrame _frame;
    private readonly Geodetic _place;
    private readonly double _lowest;

    public SensorReach(BoardSpec board)
    {
        Board = board;
        _field = board.FieldOfView;
        _place = board.Place;
        _frame = LocalFrame.At(board.Place);

        // The horizon from a height above a sphere: -acos(R / (R + h)).
        double horizon = -Math.Acos(Wgs84.MeanRadiusMeters / (Wgs84.MeanRadiusMeters + Math.Max(0, board.Place.HeightMeters)));
        _lowest = Math.Max(_field.ElevationMinRadians, horizon);
    }

    public BoardSpec Board { get; }

    /// <summary>Gets a value indicating whether it looks all round.</summary>
    public bool IsAllRound => _field.AzimuthWidthRadians >= Math.Tau - 1e-6;

    /// <summary>Whether a place is in sight.</summary>
    public bool Sees(Geodetic place)
    {
        Enu local = _frame.ToLocal(place.ToEcef().Vector);
        double range = local.RangeMeters;
        double elevation = local.ElevationRadians;
        return range >= _field.RangeMinMeters && range <= _field.RangeMaxMeters && elevation >= _lowest && elevation <= _field.ElevationMaxRadians && Faces(local.AzimuthRadians);
    }

    /// <summary>
    /// From how near to how far, along the ground, it sees what flies at a height, in metres; null: nothing there. The ground is the mean sphere; all directions are alike to
    /// some parts in a thousand, so the middle one stands for all.
    /// </summary>
    public (double Near, double Far)? At(double heightMeters)
    {
        double azimuth = _field.AzimuthStartRadians + (_field.AzimuthWidthRadians / 2);
        double? near = null;
        double far = 0;
        for (double d = 0; d <= FarthestMeters; d += StepMeters)
        {
            if (Sees(SphericalGround.From(_place, azimuth, d) with { HeightMeters = heightMeters }))
            {
                near ??= d;
                far = d;
            }
            else if (near is not null)
            {
                break;
            }
        }

        return near is { } first ? (first, Edge(azimuth, heightMeters, far)) : null;
    }

    /// <summary>The border on the ground of what it sees at a height: from the first to the last direction, far and near.</summary>
    public (IReadOnlyList<Geodetic> Far, IReadOnlyList<Geodetic> Near) Border(double heightMeters)
    {
        const int Parts = 72;
        if (At(heightMeters) is not var (near, far))
        {
            return ([], []);
        }

        double[] azimuths = [.. Enumerable.Range(0, Parts + 1).Select(i => _field.AzimuthStartRadians + (i * Math.Min(_field.AzimuthWidthRadians, Math.Tau) / Parts))];
        return ([.. azimuths.Select(a => SphericalGround.From(_place, a, far))], near <= 0 ? [] : [.. azimuths.Select(a => SphericalGround.From(_place, a, near))]);
    }

    private bool Faces(double azimuth) => IsAllRound
        || Math.Abs(Math.IEEERemainder(azimuth - _field.AzimuthStartRadians - (_field.AzimuthWidthRadians / 2), Math.Tau)) <= (_field.AzimuthWidthRadians / 2) + 1e-12;

    /// <summary>The far edge within a metre, by halving the step in which it lies.</summary>
    private double Edge(double azimuth, double heightMeters, double seen)
    {
        (double low, double high) = (seen, seen + StepMeters);
        while (high - low > 1)
        {
            double middle = (low + high) / 2;
            (low, high) = Sees(SphericalGround.From(_place, azimuth, middle) with { HeightMeters = heightMeters }) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
