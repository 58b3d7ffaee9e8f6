using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Ballistics;

/// <summary>Place and Earth-fixed velocity in ECEF, m and m/s.</summary>
internal readonly record struct BodyState(Vector3 Position, Vector3 Velocity)
{
    public static BodyState operator +(BodyState a, BodyState b) => new(a.Position + b.Position, a.Velocity + b.Velocity);

    public static BodyState operator *(double s, BodyState a) => new(s * a.Position, s * a.Velocity);
}
