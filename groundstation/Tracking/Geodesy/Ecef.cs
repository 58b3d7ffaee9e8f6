namespace JointWatch.Tracking.Geodesy;

/// <summary>A place in the Earth-centred, Earth-fixed WGS-84 frame, metres. X pierces the equator at longitude 0, Z the north pole.</summary>
public readonly record struct Ecef(double XMeters, double YMeters, double ZMeters)
{
    /// <summary>Gets the vector from the Earth's centre, metres.</summary>
    public Vector3 Vector => new(XMeters, YMeters, ZMeters);

    public static Vector3 operator -(Ecef to, Ecef from) => to.Vector - from.Vector;

    public static Ecef operator +(Ecef from, Vector3 offset) => FromVector(from.Vector + offset);

    /// <summary>The place at the tip of a vector from the Earth's centre, metres.</summary>
    public static Ecef FromVector(Vector3 v) => new(v.X, v.Y, v.Z);

    /// <summary>The straight-line distance, metres.</summary>
    public double DistanceTo(Ecef other) => (other - this).Length;
}
