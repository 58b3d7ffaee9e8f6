using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// Where new objects appear, for those who know: a normal distribution in the common frame, the same sigma on each axis that sensors measure.
/// </summary>
public sealed record BirthPlace(Vector3 Mean, double SigmaMeters)
{
    private const double LogTwoPi = 1.8378770664093453;

    /// <summary>The logarithm of the density of one new object at a place, in a cubic metre; or in a square metre of the plane of a frame.</summary>
    internal double LogDensity(Vector3 place, LocalFrame? plane)
    {
        Vector3 offset = place - Mean;
        double squared = Vector3.Dot(offset, offset);
        if (plane is not null)
        {
            double up = Vector3.Dot(offset, plane.Up);
            squared -= up * up;
        }

        return (-0.5 * squared / (SigmaMeters * SigmaMeters)) - ((plane is null ? 3 : 2) * (Math.Log(SigmaMeters) + (0.5 * LogTwoPi)));
    }

    /// <summary>Refuses what lies outside its range: a sigma of 1e-3 to 1e7 m.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sigma is outside its range.</exception>
    public void Validate() => OptionRange.Check(SigmaMeters, 1e-3, 1e7);
}
