using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warning.Tests.Simulation;

/// <summary>
/// An aircraft that does as it pleases within an envelope wider than airliners': up to Mach 2, turns of 6 g, climbs and dives of 150 m/s,
/// sharp changes of speed; every half minute or so something else.
/// </summary>
internal static class JetFlight
{
    private const double StepSeconds = 0.5;

    /// <param name="from">Where it starts; anywhere between 60 degrees south and north if left out.</param>
    /// <param name="startSeconds">When.</param>
    public static Truth Fly(int seed, double hours, Geodetic? from = null, double startSeconds = 0)
    {
        var random = new Random(seed);
        List<PathSample> samples = [];
        Vector3 position = Geodetic.FromDegrees((random.NextDouble() * 120) - 60, (random.NextDouble() * 360) - 180, 5_000).ToEcef().Vector;
        position = from?.ToEcef().Vector ?? position;
        (double speed, double climb, double course) = (230, 0, random.NextDouble() * Math.Tau);
        (double wantedSpeed, double wantedClimb, double lateral, double along) = (230, 0, 0, 1);
        int steps = (int)(hours * 3600 / StepSeconds);
        for (int i = 0; i < steps; i++)
        {
            if (random.NextDouble() < StepSeconds / 30)
            {
                wantedSpeed = 80 + (random.NextDouble() * 510);
                wantedClimb = random.NextDouble() < 0.5 ? 0 : (random.NextDouble() * 300) - 150;
                lateral = random.NextDouble() < 0.5 ? 0 : (random.NextDouble() * 120) - 60;
                along = 0.5 + (random.NextDouble() * 7.5);
            }

            Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(position));
            wantedClimb = place.HeightMeters > 18_000 ? -50 : place.HeightMeters < 1_500 ? 50 : wantedClimb;
            Enu velocity = Enu.FromSpherical(1, course, 0);
            double level = Math.Sqrt(Math.Max(40 * 40, (speed * speed) - (climb * climb)));
            Vector3 v = LocalFrame.At(place).DirectionToCommon(new Enu(level * velocity.EastMeters, level * velocity.NorthMeters, climb));
            samples.Add(new PathSample(startSeconds + (i * StepSeconds), position, v, 0, false));
            position += StepSeconds * v;
            speed += Math.Clamp(wantedSpeed - speed, -along * StepSeconds, along * StepSeconds);
            climb += Math.Clamp(wantedClimb - climb, -20 * StepSeconds, 20 * StepSeconds);
            climb = Math.Clamp(climb, -0.7 * speed, 0.7 * speed);
            course += lateral / Math.Max(speed, 150) * StepSeconds;
        }

        return Truth.Of(new SampledPath(samples));
    }
}
