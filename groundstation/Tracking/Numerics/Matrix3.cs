using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Numerics;

/// <summary>A 3 by 3 matrix by its rows.</summary>
internal readonly record struct Matrix3(Vector3 X, Vector3 Y, Vector3 Z)
{
    /// <summary>The unit matrix times a number.</summary>
    public static Matrix3 Diagonal(double value) => new(new(value, 0, 0), new(0, value, 0), new(0, 0, value));

    /// <summary>a bᵀ.</summary>
    public static Matrix3 Outer(Vector3 a, Vector3 b) => new(a.X * b, a.Y * b, a.Z * b);

    public static Matrix3 operator +(in Matrix3 a, in Matrix3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Matrix3 operator *(double s, in Matrix3 a) => new(s * a.X, s * a.Y, s * a.Z);

    public static Vector3 operator *(in Matrix3 a, Vector3 v) => new(Vector3.Dot(a.X, v), Vector3.Dot(a.Y, v), Vector3.Dot(a.Z, v));

    public static Matrix3 operator *(in Matrix3 a, in Matrix3 b) => new(Row(a.X, b), Row(a.Y, b), Row(a.Z, b));

    /// <summary>Writes it into a larger matrix.</summary>
    public void CopyTo(Span<double> matrix, int row, int column, int stride)
    {
        Put(X, matrix.Slice((row * stride) + column, 3));
        Put(Y, matrix.Slice(((row + 1) * stride) + column, 3));
        Put(Z, matrix.Slice(((row + 2) * stride) + column, 3));
    }

    private static Vector3 Row(Vector3 a, in Matrix3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    private static void Put(Vector3 v, Span<double> three) => (three[0], three[1], three[2]) = (v.X, v.Y, v.Z);
}
