using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Scenarios;

/// <summary>
/// A rocket on WGS-84: it leaves upright, tilts towards an azimuth, its thrust acceleration grows to 40 m/s² as it empties, the engine cuts
/// off, and it falls under gravity (central, with the accelerations of the turning Earth). Integrated by Euler's method with short steps.
/// </summary>
internal sealed class Rocket
{
    private const double Step = 0.01;
    private readonly List<(Vector3 Position, Vector3 Velocity)> _path = [];

    public Rocket(Geodetic site, double azimuthRadians, double burnSeconds, double seconds)
    {
        LocalFrame frame = LocalFrame.At(site);
        Vector3 downrange = frame.DirectionToCommon(Enu.FromSpherical(1, azimuthRadians, 0));
        Vector3 position = frame.Origin;
        Vector3 velocity = Vector3.Zero;
        Vector3 spin = new(0, 0, Wgs84.RotationRateRadiansPerSecond);
        for (double t = 0; t < seconds; t += Step)
        {
            _path.Add((position, velocity));
            double tilt = Math.Clamp((t - 10) / 100, 0, 0.9);
            double thrust = t < burnSeconds ? 14 + (26 * t / burnSeconds) : 0;
            double distance = position.Length;
            Vector3 acceleration = (-Wgs84.GravitationalConstant / (distance * distance * distance) * position)
                - (2 * Vector3.Cross(spin, velocity))
                - Vector3.Cross(spin, Vector3.Cross(spin, position))
                + (thrust * ((Math.Cos(tilt) * frame.Up) + (Math.Sin(tilt) * downrange)));
            velocity += Step * acceleration;
            position += Step * velocity;
        }
    }

    public (Vector3 Position, Vector3 Velocity)? At(double seconds)
    {
        int index = (int)(seconds / Step);
        return index >= 0 && index < _path.Count ? _path[index] : null;
    }
}
