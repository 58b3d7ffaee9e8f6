using JointWatch.Exercises;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Scenarios;

/// <summary>
/// Whether a board can see an object: inside the field of view, above the horizon of the ellipsoid (straight rays, no refraction), and
/// strong enough: 13 dB by the radar equation, or the board's infra-red sensitivity. Written apart from the firmware's own models.
/// </summary>
internal static class Sight
{
    public static bool Sees(BoardSpec board, ExerciseObject item, double seconds)
    {
        if (!item.ExistsAt(seconds))
        {
            return false;
        }

        ObjectState state = item.Path.StateAt(seconds);
        return IsInField(board, state.PositionMeters)
            && IsAboveHorizon(board.Place.ToEcef().Vector, state.PositionMeters)
            && IsStrongEnough(board, item, state);
    }

    private static bool IsInField(BoardSpec board, Vector3 target)
    {
        Enu local = LocalFrame.At(board.Place).ToLocal(target);
        FieldOfView field = board.FieldOfView;
        double turned = Math.IEEERemainder(local.AzimuthRadians - field.AzimuthStartRadians, Math.Tau);
        turned = turned < 0 ? turned + Math.Tau : turned;
        return turned <= field.AzimuthWidthRadians
            && local.ElevationRadians >= field.ElevationMinRadians && local.ElevationRadians <= field.ElevationMaxRadians
            && local.RangeMeters >= field.RangeMinMeters && local.RangeMeters <= field.RangeMaxMeters;
    }

    /// <summary>Axes scaled so that the ellipsoid is the unit sphere: does the segment stay outside?</summary>
    private static bool IsAboveHorizon(Vector3 from, Vector3 to)
    {
        Vector3 a = Scaled(from);
        Vector3 d = Scaled(to) - a;
        double nearest = Math.Clamp(-Vector3.Dot(a, d) / Vector3.Dot(d, d), 0, 1);
        return (a + (nearest * d)).Length >= 1 - 1e-12;
        static Vector3 Scaled(Vector3 v) => new(v.X / Wgs84.SemiMajorAxisMeters, v.Y / Wgs84.SemiMajorAxisMeters, v.Z / Wgs84.SemiMinorAxisMeters);
    }

    private static bool IsStrongEnough(BoardSpec board, ExerciseObject item, ObjectState state)
    {
        double range = (state.PositionMeters - board.Place.ToEcef().Vector).Length;
        return board.Kind == SensorKind.Radar
            ? Math.Pow(board.ReferenceRangeMeters / range, 4) * Math.Pow(10, item.RadarCrossSectionDbsm / 10) >= 1
            : state.IntensityWattsPerSteradian / (range * range) * 1e9 >= board.SensitivityNanowattsPerSquareMeter;
    }
}
