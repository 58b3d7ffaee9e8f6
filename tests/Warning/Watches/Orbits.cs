using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warning.Tests.Watches;

/// <summary>Bodies that fall freely, by the exercise's own Earth (J2, rotation, air) and the classical Runge-Kutta method with steps of a second.</summary>
internal static class Orbits
{
    /// <summary>A satellite that crosses a place at a height, with an eccentricity whose perigee is there; it comes up and goes down again.</summary>
    public static SampledPath Pass(Geodetic over, double azimuth, double heightMeters, double eccentricity, double startSeconds)
    {
        // It starts a quarter of an hour's flight short of the region, where no sensor sees it yet.
        const double Lead = 2_800_000;
        (Geodetic start, double course) = Geodesic.Direct(over, azimuth, -Lead);
        Vector3 position = (start with { HeightMeters = heightMeters }).ToEcef().Vector;
        double speed = Math.Sqrt(Wgs84.GravitationalConstant * (1 + eccentricity) / position.Length);
        LocalFrame frame = LocalFrame.At(start);
        Vector3 inertial = speed * frame.DirectionToCommon(Enu.FromSpherical(1, course, 0));
        Vector3 ground = inertial - Vector3.Cross(new Vector3(0, 0, Wgs84.RotationRateRadiansPerSecond), position);
        return Fall(position, ground, 100, startSeconds, 2.2 * Lead / speed);
    }

    /// <summary>A body with a ballistic coefficient, kg/m², until it is at 5 km or the time is up.</summary>
    public static SampledPath Fall(Vector3 position, Vector3 velocity, double ballisticCoefficient, double startSeconds, double seconds, double step = 1)
    {
        var samples = new List<PathSample> { new(startSeconds, position, velocity, 0, false) };
        for (int i = 1; i * step <= seconds || i < 2; i++)
        {
            (Vector3 p, Vector3 v, double h) = (position, velocity, step);
            Vector3 a1 = Pull(p, v);
            Vector3 a2 = Pull(p + (h / 2 * v), v + (h / 2 * a1));
            Vector3 a3 = Pull(p + (h / 2 * v) + (h * h / 4 * a1), v + (h / 2 * a2));
            Vector3 a4 = Pull(p + (h * v) + (h * h / 2 * a2), v + (h * a3));
            position = p + (h * v) + (h * h / 6 * (a1 + a2 + a3));
            velocity = v + (h / 6 * (a1 + (2 * a2) + (2 * a3) + a4));
            samples.Add(new PathSample(startSeconds + (i * step), position, velocity, 0, false));
            if (Wgs84.ToGeodetic(Ecef.FromVector(position)).HeightMeters < 5_000)
            {
                break;
            }
        }

        return new SampledPath(samples);

        Vector3 Pull(Vector3 p, Vector3 v) => EarthModel.Real.Acceleration(p, v, ballisticCoefficient);
    }
}
