using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// A place in the common frame where something may have been: a radar detection, or a point where the lines of sight of two infra-red
/// sensors nearly meet.
/// </summary>
internal struct Plot
{
    public UtcMicroseconds Time;
    public Vector3 Position;
    public Matrix3 Covariance;

    /// <summary>The unit vector from the radar, and the range rate along it (NaN where not measured).</summary>
    public Vector3 LineOfSight;
    public double RangeRate;
    public double RangeRateVariance;

    /// <summary>The logarithm of the expected number of false plots in a cubic metre around it, in one scan.</summary>
    public double LogFalseDensity;

    /// <summary>The index, in the present scan, of the detection that made it.</summary>
    public int Detection;

    public Sensor Sensor;

    /// <summary>The sensor and time of the earlier line of sight, for a plot of two infra-red sensors; otherwise null, and <see cref="Time"/>.</summary>
    public Sensor? OtherSensor;
    public UtcMicroseconds OldestTime;

    /// <summary>A 3 by 3 matrix, row by row.</summary>
    [InlineArray(9)]
    public struct Matrix3
    {
        private double _first;
    }
}
