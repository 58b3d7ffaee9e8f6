using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// A place in the common frame where something may have been: a detection in range, or a point where the lines of sight of two
/// infra-red sensors nearly meet.
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

    /// <summary>The logarithm of the expected number of false and of new plots in a cubic metre (or square metre) around it, in one scan.</summary>
    public double LogOtherDensity;

    /// <summary>Whether its sensor measures on the level only: its densities are then per square metre.</summary>
    public bool IsLevel;

    /// <summary>The probability that it is of an object that no track has yet.</summary>
    public double Existence;

    /// <summary>The probability that it is of no track.</summary>
    public double Free;

    /// <summary>The index, in the present scan, of the detection that made it.</summary>
    public int Detection;

    public PlotSource Source;

    /// <summary>A 3 by 3 matrix, row by row.</summary>
    [InlineArray(9)]
    public struct Matrix3
    {
        private double _first;
    }
}
