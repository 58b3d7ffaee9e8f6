using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Rockets;

/// <summary>
/// The forces of the Earth on a body, as accelerations in ECEF. <see cref="Real"/> is the Earth of every exercise; the simpler ones are the
/// limiting cases for which textbooks have formulas.
/// </summary>
public sealed record EarthModel(double RotationRateRadiansPerSecond, double J2, bool HasAtmosphere)
{
    /// <summary>Gets the rotating, flattened Earth with its air.</summary>
    public static EarthModel Real { get; } = new(Wgs84.RotationRateRadiansPerSecond, Wgs84.J2, true);

    /// <summary>Gets a point mass that does not turn and has no air.</summary>
    public static EarthModel AirlessAtRest { get; } = new(0, 0, false);

    /// <summary>
    /// Acceleration of free fall at a place and Earth-fixed velocity: gravity with J2 (D. A. Vallado, "Fundamentals of Astrodynamics and
    /// Applications", 4th ed., section 8.6), centrifugal and Coriolis acceleration, and drag
    /// -ρ |v| v / (2 β) with the ballistic coefficient β = m / (Cd A), kg/m².
    /// </summary>
    public Vector3 Acceleration(Vector3 position, Vector3 velocity, double ballisticCoefficient)
    {
        double r2 = Vector3.Dot(position, position);
        double r = Math.Sqrt(r2);
        double gravity = -Wgs84.GravitationalConstant / (r2 * r);
        double oblateness = 1.5 * J2 * Wgs84.SemiMajorAxisMeters * Wgs84.SemiMajorAxisMeters / r2;
        double z = 5 * position.Z * position.Z / r2;
        double equatorial = gravity * (1 + (oblateness * (1 - z)));
        double polar = gravity * (1 + (oblateness * (3 - z)));
        double w = RotationRateRadiansPerSecond;
        var acceleration = new Vector3(
            (equatorial * position.X) + (w * w * position.X) + (2 * w * velocity.Y),
            (equatorial * position.Y) + (w * w * position.Y) - (2 * w * velocity.X),
            polar * position.Z);
        if (!HasAtmosphere)
        {
            return acceleration;
        }

        double height = Wgs84.ToGeodetic(Ecef.FromVector(position)).HeightMeters;
        double drag = Atmosphere1976.DensityKilogramsPerCubicMeter(height) * velocity.Length / (2 * ballisticCoefficient);
        return acceleration - (drag * velocity);
    }
}
