using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Initiation;

/// <summary>What may be the beginning of a track: an estimate at the present scan, how likely it is of an object, and the two plots behind it.</summary>
internal struct TrackSeed
{
    /// <summary>Position and velocity in the common frame, m and m/s.</summary>
    public Vector6 State;

    /// <summary>Their covariance, row by row.</summary>
    public Matrix6 Covariance;

    /// <summary>The probability that there is an object.</summary>
    public double Existence;

    public PlotSource Earlier;

    public PlotSource Later;

    /// <summary>The index, in the present scan, of the detection that made the later plot.</summary>
    public int Detection;

    /// <summary>Six numbers.</summary>
    [InlineArray(6)]
    public struct Vector6
    {
        private double _first;
    }

    /// <summary>A 6 by 6 matrix, row by row.</summary>
    [InlineArray(36)]
    public struct Matrix6
    {
        private double _first;
    }
}
