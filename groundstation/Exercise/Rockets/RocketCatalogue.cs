using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Rockets;

/// <summary>
/// Invented rockets with plausible figures, sized by what a scenario asks of them. None is a model of a real one.
/// </summary>
public static class RocketCatalogue
{
    /// <summary>Beyond this a second stage is wanted: one stage of four fifths propellant gains 3.9 km/s at most.</summary>
    public const double LongestSingleStageRangeMeters = 1_000_000;

    /// <summary>The farthest that a scenario may ask for.</summary>
    public const double LongestRangeMeters = 10_000_000;

    private const double LargestPropellantShare = 0.8;
    private const double FirstStageThrust = 22;
    private const double UpperStageThrust = 16;
    private const double LiquidExhaustVelocity = 2_400;

    /// <summary>A guided missile for a range: straight up, then over to the elevation that carries farthest for its energy.</summary>
    public static RocketDesign Missile(double rangeMeters, MissileOptions options)
    {
        int stages = rangeMeters <= LongestSingleStageRangeMeters ? 1 : rangeMeters <= 5_500_000 ? 2 : 3;
        var list = new List<RocketStage>();
        for (int i = 0; i < stages; i++)
        {
            double thrust = i == 0 ? FirstStageThrust : UpperStageThrust;
            list.Add(new RocketStage(
                thrust, LiquidExhaustVelocity, LargestPropellantShare * LiquidExhaustVelocity / thrust, options.BoostIntensityWattsPerSteradian / (i + 1)));
        }

        // The elevation at burn-out that needs the least energy: 45° less a quarter of the range angle (R. R. Bate, D. D. Mueller,
        // J. E. White, "Fundamentals of Astrodynamics", 1971, equation 6.2-18).
        double elevation = (Math.PI / 4) - (rangeMeters / Wgs84.MeanRadiusMeters / 4) + Steeper(options.Profile);
        return new RocketDesign(
            list,
            new Steering.PitchProgramme(RiseSeconds: 5, PitchOverSeconds: stages == 1 ? 35 : 70, elevation),
            options.BallisticCoefficientKilogramsPerSquareMeter,
            options.BodyIntensityWattsPerSteradian);
    }

    /// <summary>A launcher of two stages to a low circular orbit of a height.</summary>
    public static AscentDesign Launcher(double heightMeters) => new(
        new RocketStage(14, 2_900, 150, 400_000) { Throttled = new Throttling(45, 60, 0.8) },
        new RocketStage(8.5, 3_380, double.PositiveInfinity, 60_000),
        RiseSeconds: 8,
        TurnSeconds: 135,
        StagingElevationRadians: 0.4,
        StagingGapSeconds: 5,
        OrbitHeightMeters: heightMeters,
        SurplusMetersPerSecond: 40,
        BallisticCoefficientKilogramsPerSquareMeter: 60_000,
        BodyIntensityWattsPerSteradian: 500);

    /// <summary>A slender solid rocket that is turned by gravity alone.</summary>
    public static RocketDesign SoundingRocket(double launchElevationRadians, MissileOptions options)
    {
        const double Thrust = 60;
        const double ExhaustVelocity = 2_300;
        var stage = new RocketStage(Thrust, ExhaustVelocity, LargestPropellantShare * ExhaustVelocity / Thrust, options.BoostIntensityWattsPerSteradian);
        return new RocketDesign(
            [stage],
            new Steering.Unguided(RailSeconds: 1, launchElevationRadians),
            options.BallisticCoefficientKilogramsPerSquareMeter,
            options.BodyIntensityWattsPerSteradian);
    }

    /// <summary>
    /// How much steeper than with the least energy, radians. A speed somewhat above the least reaches the same range along two paths, one steeper and one flatter
    /// (Bate, Mueller and White, section 6.2.5); these keep the speed within what the stages give.
    /// </summary>
    private static double Steeper(FlightProfile profile) => profile switch
    {
        FlightProfile.Lofted => double.DegreesToRadians(14),
        FlightProfile.Depressed => double.DegreesToRadians(-14),
        _ => 0,
    };
}

/// <summary>What a scenario may say of a rocket.</summary>
public sealed record MissileOptions(
    double BoostIntensityWattsPerSteradian, double BodyIntensityWattsPerSteradian, double BallisticCoefficientKilogramsPerSquareMeter)
{
    /// <summary>Gets how high it flies for its range.</summary>
    public FlightProfile Profile { get; init; }
}
