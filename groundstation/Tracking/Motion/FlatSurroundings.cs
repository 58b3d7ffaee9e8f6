using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Motion;

/// <summary>A flat world with z up: gravity is the standard 9.80665 m/s² everywhere, and z = 0 is the sea.</summary>
internal sealed class FlatSurroundings : Surroundings
{
    private const double StandardGravity = 9.80665;

    /// <inheritdoc/>
    public override Vector3 Up(Vector3 position) => new(0, 0, 1);

    /// <inheritdoc/>
    public override double HeightMeters(Vector3 position) => position.Z;

    /// <inheritdoc/>
    public override Vector3 FreeFall(Vector3 position, Vector3 velocity) => new(0, 0, -StandardGravity);

    /// <inheritdoc/>
    public override (Matrix3 ByPosition, Matrix3 ByVelocity) FreeFallSlopes(Vector3 position) => default;
}
