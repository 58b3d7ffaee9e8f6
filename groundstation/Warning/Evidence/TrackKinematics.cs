using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Ballistics;

namespace JointWatch.Warnings.Evidence;

/// <summary>What one estimate says of height, speed and climb, each with one sigma from the covariance. SI units.</summary>
internal readonly record struct TrackKinematics(
    Vector3 Up,
    double HeightMeters,
    double HeightSigma,
    double Speed,
    double SpeedSigma,
    double Climb,
    double ClimbSigma,
    double VelocitySigma)
{
    private const int N = 6;

    /// <summary>Gets the angle of the velocity above the horizontal, radians.</summary>
    public double PathAngleRadians => Speed > 0 ? Math.Asin(Math.Clamp(Climb / Speed, -1, 1)) : 0;

    public static TrackKinematics Of(TrackEstimate track)
    {
        Vector3 up = EarthShape.Up(track.Position);
        double speed = track.Velocity.Length;
        IReadOnlyList<double> p = track.Covariance;
        double velocityVariance = (p[21] + p[28] + p[35]) / 3;
        return new TrackKinematics(
            up,
            EarthShape.HeightMeters(track.Position),
            SigmaAlong(p, up, 0),
            speed,
            speed > 0 ? SigmaAlong(p, track.Velocity / speed, 3) : Math.Sqrt(velocityVariance),
            Vector3.Dot(track.Velocity, up),
            SigmaAlong(p, up, 3),
            Math.Sqrt(velocityVariance));
    }

    /// <summary>Whether an estimate is fit to be looked at: finite, with a covariance of the right length and no negative variance.</summary>
    public static bool IsSound(TrackEstimate track)
    {
        if (track.Covariance.Count != N * N || !double.IsFinite(track.Velocity.Length) || !(track.Position.Length > 1))
        {
            return false;
        }

        for (int i = 0; i < N * N; i++)
        {
            if (!double.IsFinite(track.Covariance[i]) || (i % (N + 1) == 0 && track.Covariance[i] < 0))
            {
                return false;
            }
        }

        return double.IsFinite(track.Position.Length);
    }

    /// <summary>sqrt(uᵀ P u) of the 3 by 3 block that begins at row and column <paramref name="first"/>.</summary>
    private static double SigmaAlong(IReadOnlyList<double> p, Vector3 u, int first)
    {
        int i = (first * N) + first;
        double xx = p[i];
        double yy = p[i + N + 1];
        double zz = p[i + (2 * N) + 2];
        double variance = (u.X * u.X * xx) + (u.Y * u.Y * yy) + (u.Z * u.Z * zz)
            + (2 * ((u.X * u.Y * p[i + 1]) + (u.X * u.Z * p[i + 2]) + (u.Y * u.Z * p[i + N + 2])));
        return Math.Sqrt(Math.Max(0, variance));
    }
}
