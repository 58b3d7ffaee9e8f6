using System.Globalization;

namespace JointWatch.Tracking.Geodesy;

/// <summary>Three doubles in a Cartesian frame that the context names; a free vector, not a place.</summary>
public readonly record struct Vector3(double X, double Y, double Z)
{
    /// <summary>Gets the zero vector.</summary>
    public static Vector3 Zero => default;

    /// <summary>Gets the Euclidean length, in the unit of the components.</summary>
    public double Length => Math.Sqrt(Dot(this, this));

    /// <summary>Gets the vector of length one in the same direction. The zero vector has none and gives NaN.</summary>
    public Vector3 Unit => this / Length;

    public static Vector3 operator +(Vector3 a, Vector3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector3 operator -(Vector3 a, Vector3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector3 operator -(Vector3 a) => new(-a.X, -a.Y, -a.Z);

    public static Vector3 operator *(double s, Vector3 a) => new(s * a.X, s * a.Y, s * a.Z);

    public static Vector3 operator *(Vector3 a, double s) => s * a;

    public static Vector3 operator /(Vector3 a, double s) => new(a.X / s, a.Y / s, a.Z / s);

    /// <summary>The scalar product.</summary>
    public static double Dot(Vector3 a, Vector3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    /// <summary>The vector product, right-handed.</summary>
    public static Vector3 Cross(Vector3 a, Vector3 b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

    /// <summary>The three components, as in <c>(1.5, 0, -3)</c>. A record's own would print <see cref="Unit"/>, and that its own, without end.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({X}, {Y}, {Z})");
}
