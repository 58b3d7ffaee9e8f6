using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Association;

/// <summary>A detection as the association compares it with tracks.</summary>
internal struct Sighting
{
    /// <summary>The unit vector from the sensor to it, in the common frame; level where the sensor measures no elevation.</summary>
    public Vector3 LineOfSight;

    /// <summary>East and north of the sensor, metres, of a sensor that measures them.</summary>
    public double East;
    public double North;

    /// <summary>Range in metres, NaN where not measured.</summary>
    public double Range;

    /// <summary>Range rate in metres a second, NaN where not measured.</summary>
    public double RangeRate;

    /// <summary>The logarithm of the density of false and new detections here, in a unit of what the sensor measures.</summary>
    public double LogOtherDensity;

    /// <summary>The share of new objects in that density.</summary>
    public double NewShare;
}
