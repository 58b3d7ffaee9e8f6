using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Paths;

/// <summary>
/// The cubic Hermite curve between two knots with position and velocity, as the boards interpolate (contract.cddl). Its derivative is
/// the velocity between the knots. Formulas: C. de Boor, "A Practical Guide to Splines", chapter IV.
/// </summary>
public static class Hermite
{
    /// <summary>Position and velocity at the fraction <paramref name="s"/>, 0 to 1, of a span of <paramref name="spanSeconds"/>.</summary>
    public static (Vector3 Position, Vector3 Velocity) At(
        double s, double spanSeconds, Vector3 p0, Vector3 v0, Vector3 p1, Vector3 v1)
    {
        double s2 = s * s;
        double s3 = s2 * s;
        // The difference of the positions, not the positions themselves: near the Earth's surface that keeps seven more digits.
        Vector3 step = p1 - p0;
        Vector3 position = p0
            + (((3 * s2) - (2 * s3)) * step)
            + ((s3 - (2 * s2) + s) * spanSeconds * v0)
            + ((s3 - s2) * spanSeconds * v1);
        Vector3 velocity = (((6 * s) - (6 * s2)) / spanSeconds * step)
            + (((3 * s2) - (4 * s) + 1) * v0)
            + (((3 * s2) - (2 * s)) * v1);
        return (position, velocity);
    }
}
