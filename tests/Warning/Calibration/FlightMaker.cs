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
        ObjectClass.SpaceLaunch,
    ];

    /// <summary>Gets the classes that flights can be made of.</summary>
    public static IReadOnlyList<ObjectClass> Classes => Drawn;

    public static CalibrationFlight Make(ObjectClass kind, int seed)
    {
        SeededDraws draws = new((seed * 31) + (int)kind);
        Geodetic pad = Geodetic.FromDegrees(draws.Between(-65, 65), draws.Between(-180, 180), 0);
        double azimuth = draws.Between(0, Math.Tau);
        if (kind == ObjectClass.SpaceLaunch)
        {
            return Ascent(draws, pad, azimuth);
        }

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
            Stages = [.. plain.Stages.Select(stage => Varied(stage, draws))],
            Steering = Varied((Steering.PitchProgramme)plain.Steering, draws),
        };
        return (design, RocketAim.ForRange(design, pad, azimuth, range));
    }

    private static (RocketDesign Design, RocketFlightResult? Flown) Sounding(SeededDraws draws, Geodetic pad, double azimuth)
    {
        RocketDesign plain = RocketCatalogue.SoundingRocket(double.DegreesToRadians(draws.Between(78, 86)), Options(draws));
        RocketDesign design = plain with { Stages = [.. plain.Stages.Select(stage => Varied(stage, draws))] };
        return (design, RocketAim.ForApogee(design, pad, azimuth, draws.Between(90_000, 350_000)));
    }

    private static MissileOptions Options(SeededDraws draws) => new(400_000, 20, 5_000 * Math.Exp(0.5 * draws.Normal()));

    private static RocketStage Varied(RocketStage stage, SeededDraws draws)
    {
        double thrust = stage.ThrustAccelerationMetersPerSecondSquared * draws.Between(0.8, 1.3);
        double exhaust = stage.ExhaustVelocityMetersPerSecond * draws.Between(0.95, 1.25);
        return stage with
        {
            ThrustAccelerationMetersPerSecondSquared = thrust, ExhaustVelocityMetersPerSecond = exhaust, LongestBurnSeconds = 0.82 * exhaust / thrust,
        };
    }

    private static Steering.PitchProgramme Varied(Steering.PitchProgramme plain, SeededDraws draws) => new(
        draws.Between(3, 8), plain.PitchOverSeconds * draws.Between(0.8, 1.3), plain.FinalElevationRadians + (0.07 * draws.Normal()));

    private static double Top(IReadOnlyList<PathSample> samples) =>
        samples.MaxBy(s => Wgs84.ToGeodetic(Ecef.FromVector(s.PositionMeters)).HeightMeters).Seconds;

    /// <summary>A climb to orbit drawn rather than flown: straight up at first, level at the end, with a smooth course of both speeds between.</summary>
    private static CalibrationFlight Ascent(SeededDraws draws, Geodetic pad, double azimuth)
    {
        const double Step = 0.25;
        double seconds = draws.Between(440, 560);
        double top = draws.Between(180_000, 260_000);
        double inertial = draws.Between(7_850, 8_100);
        Vector3 position = pad.ToEcef().Vector;
        List<PathSample> samples = [];
        for (double t = 0; t <= seconds + 120; t += Step)
        {
            double s = Math.Min(1, t / seconds);
            Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(position));
            LocalFrame frame = LocalFrame.At(place);
            double carried = Wgs84.RotationRateRadiansPerSecond * Wgs84.SemiMajorAxisMeters * Math.Cos(place.LatitudeRadians);
            double across = carried * Math.Cos(azimuth);
            double level = (Math.Sqrt((inertial * inertial) - (across * across)) - (carried * Math.Sin(azimuth))) * Math.Pow(s, 2);
            double climb = 1_000 * Math.Sin(Math.PI * Math.Pow(s, 0.6)) * Math.Max(0, 1 - (place.HeightMeters / top));
            Vector3 v = frame.DirectionToCommon(new Enu(level * Math.Sin(azimuth), level * Math.Cos(azimuth), climb));
            samples.Add(new PathSample(t, position, v, t < seconds ? 400_000 : 20, false));
            position += Step * v;
        }

        return new CalibrationFlight(ObjectClass.SpaceLaunch, new SampledPath(samples), pad, azimuth, seconds, seconds + 60, null);
    }
}
