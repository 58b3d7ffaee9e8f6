using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// Where new objects appear, for those who know: a normal distribution in the common frame, the same sigma on each axis that sensors measure.
/// </summary>
public sealed record BirthPlace(Vector3 Mean, double SigmaMeters)
{
    /// <summary>Refuses what lies outside its range: a sigma of 1e-3 to 1e7 m.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sigma is outside its range.</exception>
    public void Validate() => OptionRange.Check(SigmaMeters, 1e-3, 1e7);
}
