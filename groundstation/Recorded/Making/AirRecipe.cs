using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Making;

/// <summary>
/// A set of aircraft at constant velocity which all cross a disc half-way, seen by three radars and two infra-red sensors: the recipe of the
/// published sets cv10, cv50 and hard30 for any number of aircraft.
/// </summary>
/// <param name="Name">The set's name.</param>
/// <param name="Targets">How many aircraft, 1 to 20,000.</param>
/// <param name="Seed">The same seed gives the same set.</param>
/// <param name="DiscMeters">Radius of the disc about the origin that all cross half-way, uniform over its area.</param>
/// <param name="LowestMeters">Least height half-way; heights are uniform.</param>
/// <param name="HighestMeters">Greatest height half-way.</param>
/// <param name="DetectionProbability">Of each sensor for each aircraft in each look.</param>
/// <param name="FalsePerScan">Mean of the Poisson number of false detections in a look.</param>
/// <param name="RangeSigmaMeters">Of the radars.</param>
/// <param name="RadarAngleSigmaRadians">Of the radars' azimuth and elevation.</param>
/// <param name="FalseBox">Where the radars' false detections lie; null: uniform over range, azimuth and elevation.</param>
public sealed record AirRecipe(
    string Name,
    int Targets,
    int Seed,
    double DiscMeters,
    double LowestMeters,
    double HighestMeters,
    double DetectionProbability,
    double FalsePerScan,
    double RangeSigmaMeters,
    double RadarAngleSigmaRadians,
    FalseDetectionBox? FalseBox)
{
    public const int MostTargets = 20_000;
    public const double ScanPeriodSeconds = 2;
    public const int Scans = 60;
    public const double SlowestMetersPerSecond = 150;
    public const double FastestMetersPerSecond = 400;
    public const double SteepestMetersPerSecond = 10;
    public const double InfraredSigmaRadians = 0.0005;

    /// <summary>When all cross the disc.</summary>
    public const double CrossingSeconds = Scans * ScanPeriodSeconds / 2;

    /// <summary>Aircraft between 3 and 12 km that cross a disc of 15 km, Pd 0.9, 10 false detections a look, uniform in measurement space.</summary>
    public static AirRecipe Cv(int targets, int seed) =>
        new($"cv{targets}", targets, seed, 15_000, 3_000, 12_000, 0.9, 10, 30, 0.0015, null);

    /// <summary>Aircraft between 3 and 4 km that cross a disc of 2 km, Pd 0.8, 60 false detections a look, those of the radars in a box about the crossing.</summary>
    public static AirRecipe Hard(int targets, int seed) =>
        new($"hard{targets}", targets, seed, 2_000, 3_000, 4_000, 0.8, 60, 50, 0.003, new FalseDetectionBox(new Vector3(-30_000, -30_000, 500), new Vector3(30_000, 30_000, 8_000)));
}
