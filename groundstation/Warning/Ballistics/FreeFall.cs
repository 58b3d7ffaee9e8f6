using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Ballistics;

/// <summary>What pulls at a body without an engine, as accelerations in the rotating ECEF frame.</summary>
internal static class FreeFall
{
    /// <summary>
    /// Acceleration of a body in vacuum, m/s²: gravity of the Earth's mass and its oblateness J2 (D. A. Vallado, "Fundamentals of
    /// Astrodynamics and Applications", 4th ed., section 8.6), and what the frame's rotation adds, -ω×(ω×r) - 2 ω×v.
    /// </summary>
    public static Vector3 InVacuum(Vector3 position, Vector3 velocity)
    {
        const double W = Wgs84.RotationRateRadiansPerSecond;
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

    /// <summary>
    /// The rate of change of a state in the air: vacuum, and drag -ρ |v| v / (2 β) with the ballistic coefficient β = m / (Cd A), kg/m²
    /// (R. R. Bate, D. D. Mueller, J. E. White, "Fundamentals of Astrodynamics", 1971, section 9.7.3 has the force).
    /// </summary>
    public static BodyState Rate(in BodyState state, double ballisticCoefficient)
    {
        Vector3 acceleration = InVacuum(state.Position, state.Velocity);
        double density = Atmosphere.DensityKilogramsPerCubicMeter(EarthShape.HeightMeters(state.Position));
        if (density > 0)
        {
            acceleration -= density * state.Velocity.Length / (2 * ballisticCoefficient) * state.Velocity;
        }

        return new BodyState(state.Velocity, acceleration);
    }
}
