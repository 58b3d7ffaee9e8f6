using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Rockets;

/// <summary>A launcher of two stages, as far as its climb to orbit depends on it.</summary>
/// <param name="RiseSeconds">How long it goes straight up.</param>
/// <param name="TurnSeconds">How long it then turns over, at an even rate.</param>
/// <param name="StagingElevationRadians">Where its thrust points at the end of the turn, above the horizon.</param>
/// <param name="StagingGapSeconds">From the first stage's burn-out to the ignition of the second.</param>
/// <param name="OrbitHeightMeters">The height that the second stage steers for.</param>
/// <param name="SurplusMetersPerSecond">By how much the speed at its cut-off is above that of a circle there.</param>
/// <param name="BallisticCoefficientKilogramsPerSquareMeter">All the way.</param>
/// <param name="BodyIntensityWattsPerSteradian">What it radiates without an engine burning.</param>
public sealed record AscentDesign(
    RocketStage First,
    RocketStage Second,
    double RiseSeconds,
    double TurnSeconds,
    double StagingElevationRadians,
    double StagingGapSeconds,
    double OrbitHeightMeters,
    double SurplusMetersPerSecond,
    double BallisticCoefficientKilogramsPerSquareMeter,
    double BodyIntensityWattsPerSteradian)
{
    /// <summary>Climbs from a pad along an azimuth, and coasts in orbit for so long.</summary>
    /// <returns>The climb; null where this launcher does not come to a lasting orbit from there.</returns>
    public OrbitalAscent? Climb(Geodetic pad, double azimuthRadians, double coastSeconds) => new AscentFlight(this, pad, azimuthRadians).Fly(coastSeconds);
}

/// <summary>A climb to orbit.</summary>
/// <param name="Samples">Seconds from lift-off.</param>
/// <param name="CutOffSeconds">When the second stage's engine stops, in orbit.</param>
public sealed record OrbitalAscent(IReadOnlyList<Paths.PathSample> Samples, double CutOffSeconds);
