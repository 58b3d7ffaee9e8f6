using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Warning.Calibration;

/// <summary>
/// Draws flights by seed. Thrust, exhaust velocity, steering, ballistic coefficient, range, place and azimuth are drawn for each, and they are
/// flown by the exercise's integrator, air and Earth, which share no code with the warning stage.
/// </summary>
internal static class FlightMaker
{
    private static readonly ObjectClass[] Drawn =
    [
        ObjectClass.SoundingOrShortRange, ObjectClass.MediumRange, ObjectClass.IntermediateRange, ObjectClass.Intercontinental,
        ObjectClass.SpaceLaunch, ObjectClass.ReturningStage, ObjectClass.Aircraft, ObjectClass.Satellite,
    ];

    /// <summary>Gets the classes that flights can be made of.</summary>
    public static IReadOnlyList<ObjectClass> Classes => Drawn;

    /// <summary>Gets those of them that are launched.</summary>
    public static IEnumerable<ObjectClass> Launched => Drawn.Where(c => c is not (ObjectClass.Aircraft or ObjectClass.Satellite));

    public static CalibrationFlight Make(ObjectClass kind, int seed)
    {
        SeededDraws draws = new((seed * 31) + (int)kind);
        Geodetic pad = Geodetic.FromDegrees(draws.Between(-65, 65), draws.Between(-180, 180), 0);
        double azimuth = draws.Between(0, Math.Tau);
        return kind switch
        {
            ObjectClass.SpaceLaunch => AscentMaker.Fly(draws, pad, azimuth),
            ObjectClass.ReturningStage => ReturningFlight.Fly(draws, pad, azimuth),
            ObjectClass.Aircraft => OtherFlight.Aircraft(draws, pad),
            ObjectClass.Satellite => OtherFlight.Satellite(draws, pad, azimuth),
            _ => ByRange(kind, draws, pad, azimuth),
        };
    }

    private static CalibrationFlight ByRange(ObjectClass kind, SeededDraws draws, Geodetic pad, double azimuth)
    {
        while (true)
        {
            (RocketDesign design, RocketFlightResult? flown) = kind == ObjectClass.SoundingOrShortRange && draws.Between(0, 1) < 0.5
                ? Sounding(draws, pad, azimuth)
                : Missile(kind, draws, pad, azimuth);
            if (flown is { Impact: { } impact })
            {
                return new CalibrationFlight(
                    kind, new SampledPath(flown.Samples), pad, azimuth, flown.BurnoutSeconds, Top(flown.Samples), impact);
            }
        }
    }

    private static (RocketDesign Design, RocketFlightResult? Flown) Missile(ObjectClass kind, SeededDraws draws, Geodetic pad, double azimuth)
    {
        (double least, double most) = kind switch
        {
            ObjectClass.SoundingOrShortRange => (250_000.0, 980_000.0),
            ObjectClass.MediumRange => (1_020_000, 2_950_000),
            ObjectClass.IntermediateRange => (3_050_000, 5_400_000),
            _ => (5_600_000, 9_500_000),
        };
        double range = draws.Between(least, most);
        RocketDesign plain = RocketCatalogue.Missile(range, Options(draws));
        RocketDesign design = plain with
        {
            Stages = [.. Varied(plain.Stages, draws)],
            Steering = Varied((Steering.PitchProgramme)plain.Steering, draws),
        };
        return (design, RocketAim.ForRange(design, pad, azimuth, range));
    }

    private static (RocketDesign Design, RocketFlightResult? Flown) Sounding(SeededDraws draws, Geodetic pad, double azimuth)
    {
        RocketDesign plain = RocketCatalogue.SoundingRocket(double.DegreesToRadians(draws.Between(78, 86)), Options(draws));
        RocketDesign design = plain with { Stages = [.. Varied(plain.Stages, draws)] };
        return (design, RocketAim.ForApogee(design, pad, azimuth, draws.Between(90_000, 350_000)));
    }

    private static MissileOptions Options(SeededDraws draws) => new(400_000, 20, 5_000 * Math.Exp(0.5 * draws.Normal()));

    /// <summary>
    /// Another thrust and exhaust velocity; half of the first stages throttle down for a while within their first minute; between stages there is a gap in
    /// which nothing burns.
    /// </summary>
    private static IEnumerable<RocketStage> Varied(IReadOnlyList<RocketStage> stages, SeededDraws draws)
    {
        for (int i = 0; i < stages.Count; i++)
        {
            double thrust = stages[i].ThrustAccelerationMetersPerSecondSquared * draws.Between(0.8, 1.3);
            double exhaust = stages[i].ExhaustVelocityMetersPerSecond * draws.Between(0.95, 1.25);
            double from = draws.Between(8, 40);
            var throttling = new Throttling(from, from + draws.Between(8, 20), draws.Between(0.65, 0.95));
            if (i > 0)
            {
                yield return new RocketStage(0, exhaust, draws.Between(0.5, 3), 2_000);
            }

            yield return stages[i] with
            {
                ThrustAccelerationMetersPerSecondSquared = thrust,
                ExhaustVelocityMetersPerSecond = exhaust,
                LongestBurnSeconds = 0.82 * exhaust / thrust,
                Throttled = i == 0 && draws.Between(0, 1) < 0.5 ? throttling : null,
            };
        }
    }

    private static Steering.PitchProgramme Varied(Steering.PitchProgramme plain, SeededDraws draws) => new(
        draws.Between(3, 8), plain.PitchOverSeconds * draws.Between(0.8, 1.3), plain.FinalElevationRadians + (0.07 * draws.Normal()));

    private static double Top(IReadOnlyList<PathSample> samples) =>
        samples.MaxBy(s => Wgs84.ToGeodetic(Ecef.FromVector(s.PositionMeters)).HeightMeters).Seconds;
}
