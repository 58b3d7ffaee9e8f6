using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Measurement;

/// <summary>Sums of w v vᵀ, 3 by 3, row by row.</summary>
internal static class Dyad
{
    public static void Set(Span<double> m, Vector3 v, double weight)
    {
        m[..9].Clear();
        Add(m, v, weight);
    }

    public static void Add(Span<double> m, Vector3 v, double weight)
    {
        double x = weight * v.X;
        double y = weight * v.Y;
        double z = weight * v.Z;
        m[0] += x * v.X;
        m[1] += x * v.Y;
        m[2] += x * v.Z;
        m[3] += y * v.X;
        m[4] += y * v.Y;
        m[5] += y * v.Z;
        m[6] += z * v.X;
        m[7] += z * v.Y;
        m[8] += z * v.Z;
    }
}
