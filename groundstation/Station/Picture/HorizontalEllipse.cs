using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Picture;

/// <summary>The horizontal one-sigma ellipse of a position.</summary>
internal static class HorizontalEllipse
{
    /// <summary>
    /// Half axes, metres, and the azimuth of the larger one, from the position block of a 6 by 6 covariance, turned into the local frame:
    /// eigenvalues of a symmetric 2 by 2 matrix in closed form.
    /// </summary>
    public static (double SemiMajorMeters, double SemiMinorMeters, double MajorAzimuthRadians) Of(IReadOnlyList<double> covariance, LocalFrame frame)
    {
        double east = Quadratic(covariance, frame.East, frame.East);
        double north = Quadratic(covariance, frame.North, frame.North);
        double cross = Quadratic(covariance, frame.East, frame.North);
        double middle = (east + north) / 2;
        double radius = Math.Sqrt((((east - north) / 2) * ((east - north) / 2)) + (cross * cross));
        double azimuth = 0.5 * Math.Atan2(2 * cross, north - east);
        return (Math.Sqrt(Math.Max(0, middle + radius)), Math.Sqrt(Math.Max(0, middle - radius)), (azimuth + Math.PI) % Math.PI);
    }

    private static double Quadratic(IReadOnlyList<double> c, Vector3 a, Vector3 b)
    {
        const int Stride = 6;
        return (a.X * ((c[0] * b.X) + (c[1] * b.Y) + (c[2] * b.Z)))
            + (a.Y * ((c[Stride] * b.X) + (c[Stride + 1] * b.Y) + (c[Stride + 2] * b.Z)))
            + (a.Z * ((c[2 * Stride] * b.X) + (c[(2 * Stride) + 1] * b.Y) + (c[(2 * Stride) + 2] * b.Z)));
    }
}
