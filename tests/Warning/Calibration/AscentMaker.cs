using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Warning.Calibration;

/// <summary>A climb to orbit by a launcher that is drawn by seed.</summary>
internal static class AscentMaker
{
    private const double CoastSeconds = 120;

    public static CalibrationFlight Fly(SeededDraws draws, Geodetic pad, double azimuth)
    {
        while (true)
        {
            if (Draw(draws).Climb(pad, azimuth, CoastSeconds) is { } ascent)
            {
                return new CalibrationFlight(
                    ObjectClass.SpaceLaunch, new SampledPath(ascent.Samples), pad, azimuth, ascent.CutOffSeconds, ascent.CutOffSeconds + (CoastSeconds / 2), null);
            }
        }
    }

    private static AscentDesign Draw(SeededDraws draws)
    {
        (double rise, double turn) = (draws.Between(5, 12), draws.Between(120, 150));
        double elevation = draws.Between(0.3, 0.5);
        double top = draws.Between(180_000, 300_000);
        double surplus = draws.Between(20, 80);
        double from = draws.Between(35, 60);
        var first = new RocketStage(draws.Between(12.5, 16), draws.Between(2_750, 3_000), draws.Between(140, 160), 400_000)
        {
            Throttled = new Throttling(from, from + draws.Between(10, 20), draws.Between(0.7, 0.95)),
        };
        var second = new RocketStage(draws.Between(7.5, 9.5), draws.Between(3_300, 3_450), double.PositiveInfinity, 60_000);
        return new AscentDesign(
            first,
            second,
            rise,
            turn,
            elevation,
            StagingGapSeconds: draws.Between(2, 8),
            OrbitHeightMeters: top,
            SurplusMetersPerSecond: surplus,
            BallisticCoefficientKilogramsPerSquareMeter: draws.Between(30_000, 90_000),
            BodyIntensityWattsPerSteradian: 500);
    }
}
