using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Motion;

/// <summary>
/// The WGS-84 Earth in its own, turning frame: gravity of its mass and its oblateness J2 (D. A. Vallado, "Fundamentals of Astrodynamics and
/// Applications", 4th ed., section 8.6), and what the rotation adds, -ω×(ω×r) - 2 ω×v.
/// </summary>
internal sealed class EarthSurroundings : Surroundings
{
    private const double W = Wgs84.RotationRateRadiansPerSecond;
    private const double SquaredAxisRatio = 1 / ((1 - Wgs84.Flattening) * (1 - Wgs84.Flattening));

    /// <inheritdoc/>
    /// <remarks>The ellipsoid's normal by the direction from the centre: exact on the ellipsoid and within 0.006 degrees at 200 km.</remarks>
    public override Vector3 Up(Vector3 position) => new Vector3(position.X, position.Y, SquaredAxisRatio * position.Z).Unit;

    /// <inheritdoc/>
    /// <remarks>Along the radius: exact on the ellipsoid, within 1.2 m of the geodetic height up to 200 km.</remarks>
    public override double HeightMeters(Vector3 position)
    {
        double r2 = Vector3.Dot(position, position);
        double equatorial = ((position.X * position.X) + (position.Y * position.Y)) / r2;
        return Math.Sqrt(r2) - (Wgs84.SemiMinorAxisMeters / Math.Sqrt(1 - (Wgs84.EccentricitySquared * equatorial)));
    }

    /// <inheritdoc/>
    public override Vector3 FreeFall(Vector3 position, Vector3 velocity)
    {
        const double Oblateness = 1.5 * Wgs84.J2 * Wgs84.SemiMajorAxisMeters * Wgs84.SemiMajorAxisMeters;
        double r2 = Vector3.Dot(position, position);
        double central = -Wgs84.GravitationalConstant / (r2 * Math.Sqrt(r2));
        double j2 = Oblateness / r2;
        double z2 = 5 * position.Z * position.Z / r2;
        double equatorial = (central * (1 + (j2 * (1 - z2)))) + (W * W);
        double polar = central * (1 + (j2 * (3 - z2)));
        return new Vector3(
            (equatorial * position.X) + (2 * W * velocity.Y),
            (equatorial * position.Y) - (2 * W * velocity.X),
            polar * position.Z);
    }

    /// <inheritdoc/>
    /// <remarks>J2's share in the gradient, a hundredth of a millionth of 1/s², is left out.</remarks>
    public override (Matrix3 ByPosition, Matrix3 ByVelocity) FreeFallSlopes(Vector3 position)
    {
        double r2 = Vector3.Dot(position, position);
        double central = Wgs84.GravitationalConstant / (r2 * Math.Sqrt(r2));
        Matrix3 gravity = Matrix3.Diagonal(-central) + Matrix3.Outer(3 * central / r2 * position, position);
        Matrix3 centrifugal = new(new(W * W, 0, 0), new(0, W * W, 0), Vector3.Zero);
        Matrix3 coriolis = new(new(0, 2 * W, 0), new(-2 * W, 0, 0), Vector3.Zero);
        return (gravity + centrifugal, coriolis);
    }
}
