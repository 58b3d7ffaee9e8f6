namespace JointWatch.Exercises.Flights;

/// <summary>
/// How readings of a webcast's display become a smooth flight. Vertical and horizontal motion are smoothed alike, each with the state
/// position, velocity, specific force (acceleration without gravity).
/// </summary>
/// <param name="PositionSigmaMeters">Displays round to 100 m or 1 km and stand still meanwhile, and what was read is smoothed: 50 m, from 1 to 1,000.</param>
/// <param name="SpeedSigmaMetersPerSecond">Vertical speeds lag behind the altitudes by some 0.3 s, which in free fall is 3 m/s: so much, from 0.1 to 20.</param>
/// <param name="PoweredForceDrift">Random walk of the specific force, (m/s²)²/s: 25 lets it follow an engine's cut-off within seconds; from 1 to 1,000.</param>
/// <param name="CoastForceDrift">The same in free fall, where it is nearly zero: 0.001; above zero, to 1.</param>
/// <param name="CoastHeightMeters">Free fall is where no engine burns and the air is too thin to matter: 45 km and more, from 30 to 100.</param>
/// <param name="ShortestCoastSeconds">and that lasts so long: 12 s, longer than a staging's pause.</param>
/// <param name="DisplayLagSeconds">Displays smooth too: an engine's cut-off takes them some 3 s; from 0 to 5.</param>
/// <param name="OutlierSigmas">A reading farther from the smooth flight than this is left out in the second pass: 4.</param>
public sealed record SmoothingOptions(
    double PositionSigmaMeters = 50,
    double SpeedSigmaMetersPerSecond = 3,
    double PoweredForceDrift = 25,
    double CoastForceDrift = 0.001,
    double CoastHeightMeters = 45_000,
    double ShortestCoastSeconds = 12,
    double DisplayLagSeconds = 3,
    double OutlierSigmas = 4);
