using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Ballistics;

/// <summary>
/// The ellipse that a body would follow about a point mass without air (R. R. Bate, D. D. Mueller, J. E. White, "Fundamentals of
/// Astrodynamics", 1971, sections 1.4 to 1.6). Heights are above the equatorial radius.
/// </summary>
/// <param name="ApogeeMeters">Infinite on a way of escape.</param>
internal readonly record struct Orbit(double PerigeeMeters, double ApogeeMeters)
{
    /// <summary>
    /// How far the perigee of a low, nearly circular orbit moves with the speed, metres a metre a second: 4 / n, a half turn later.
    /// </summary>
    public const double PerigeePerSpeed = 3_600;

    /// <summary>The orbit of a body with this Earth-fixed state.</summary>
    public static Orbit Of(in BodyState state)
    {
        const double W = Wgs84.RotationRateRadiansPerSecond;
        Vector3 r = state.Position;
        Vector3 v = state.Velocity + new Vector3(-W * r.Y, W * r.X, 0);
        double energy = (Vector3.Dot(v, v) / 2) - (Wgs84.GravitationalConstant / r.Length);
        Vector3 momentum = Vector3.Cross(r, v);
        double parameter = Vector3.Dot(momentum, momentum) / Wgs84.GravitationalConstant;
        double eccentricity = Math.Sqrt(Math.Max(0, 1 + (2 * energy * parameter / Wgs84.GravitationalConstant)));
        return new Orbit(
            (parameter / (1 + eccentricity)) - Wgs84.SemiMajorAxisMeters,
            energy < 0 ? (parameter / (1 - eccentricity)) - Wgs84.SemiMajorAxisMeters : double.PositiveInfinity);
    }
}
