namespace JointWatch.Exercises.Flights;

/// <summary>
/// How readings of a webcast's display become a smooth flight. Vertical and horizontal motion are smoothed alike, each with the state
/// position, velocity, specific force (acceleration without gravity).
/// </summary>
/// <param name="PositionSigmaMeters">Displays round to 100 m or 1 km and stand still meanwhile: 100 m, from 1 to 1,000.</param>
/// <param name="SpeedSigmaMetersPerSecond">Scatter of the speeds about a smooth curve in coasting flight: 1.5 m/s, from 0.1 to 20.</param>
/// <param name="PoweredForceDrift">Random walk of the specific force, (m/s²)²/s: 25 lets it follow an engine's cut-off within seconds; from 1 to 1,000.</param>
/// <param name="CoastForceDrift">The same in free fall, where it is nearly zero: 0.001; above zero, to 1.</param>
/// <param name="CoastForceMetersPerSecondSquared">Free fall is where the specific force stays below this: 2 m/s², from 0.5 to 5.</param>
/// <param name="CoastHeightMeters">and the air is too thin to matter: 45 km, from 30 to 100.</param>
/// <param name="ShortestCoastSeconds">and that lasts so long: 12 s, longer than a staging's pause of the display.</param>
/// <param name="OutlierSigmas">A reading farther from the smooth flight than this is left out in the second pass: 4.</param>
public sealed record SmoothingOptions(
    double PositionSigmaMeters = 100,
    double SpeedSigmaMetersPerSecond = 1.5,
    double PoweredForceDrift = 25,
    double CoastForceDrift = 0.001,
    double CoastForceMetersPerSecondSquared = 2,
    double CoastHeightMeters = 45_000,
    double ShortestCoastSeconds = 12,
    double OutlierSigmas = 4);
