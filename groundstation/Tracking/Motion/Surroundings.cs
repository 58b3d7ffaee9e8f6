using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Motion;

/// <summary>What acts on every object, in the common frame: gravity, what the frame's rotation adds, and the air; and which way is up.</summary>
internal abstract class Surroundings
{
    /// <summary>A common frame whose origins are farther out than this is Earth-centred.</summary>
    private const double EarthCentredFromMeters = 6.0e6;

    /// <summary>Those of the common frame that a sensor's frame is given in.</summary>
    public static Surroundings Of(LocalFrame frame) =>
        frame.Origin.Length > EarthCentredFromMeters ? new EarthSurroundings() : new FlatSurroundings();

    /// <summary>The unit vector upwards.</summary>
    public abstract Vector3 Up(Vector3 position);

    /// <summary>The height above the sea, metres.</summary>
    public abstract double HeightMeters(Vector3 position);

    /// <summary>The acceleration of a body in vacuum without an engine, m/s².</summary>
    public abstract Vector3 FreeFall(Vector3 position, Vector3 velocity);

    /// <summary>The derivatives of <see cref="FreeFall"/> by position, 1/s², and by velocity, 1/s.</summary>
    public abstract (Matrix3 ByPosition, Matrix3 ByVelocity) FreeFallSlopes(Vector3 position);

    /// <summary>The density of the air, kg/m³, and the derivative of its logarithm by height, 1/m.</summary>
    public (double KilogramsPerCubicMeter, double LogSlope) Air(Vector3 position) => StandardAtmosphere.At(HeightMeters(position));
}
