using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// How likely it is that two plots are of one object, whatever its speed: the density of the later plot's place, given the earlier one, under
/// each scale of speed. Plots of sensors that measure on the level are compared on the level.
/// </summary>
internal sealed class PairLikelihood(InitiationOptions options)
{
    private const double LogTwoPi = 1.8378770664093453;
    private const double RangeRateSigmas = 4;

    /// <summary>An object may speed up between two plots: this much, m/s², is let pass when range rates are compared.</summary>
    private const double AccelerationAllowance = 40;

    private readonly double[] _sigmas = [.. options.SpeedSigmas];
    private readonly double[] _logShares = [.. options.SpeedShares.Select(share => Math.Log(share / options.SpeedShares.Sum()))];

    /// <summary>Gets the number of scales of speed.</summary>
    public int Scales => _sigmas.Length;

    /// <summary>The sigma of a scale of speed, m/s.</summary>
    public double Sigma(int scale) => _sigmas[scale];

    /// <summary>
    /// How far the later plot may lie from the earlier one and the pair still reach <paramref name="leastLogOdds"/>, metres.
    /// </summary>
    /// <param name="earlier">The earlier plot.</param>
    /// <param name="seconds">The time between them.</param>
    /// <param name="logPrior">The log odds of the earlier plot, less the log density of what else the later could be.</param>
    /// <param name="leastLogOdds">What a pair must reach to matter.</param>
    public double Reach(in Plot earlier, double seconds, double logPrior, double leastLogOdds)
    {
        double spread = Math.Sqrt(2 * (earlier.Covariance[0] + earlier.Covariance[4] + earlier.Covariance[8]));
        int dimensions = earlier.IsLevel ? 2 : 3;
        for (int s = _sigmas.Length - 1; s >= 0; s--)
        {
            double sigma = _sigmas[s] * seconds;
            double peak = logPrior + _logShares[s] - (dimensions * (Math.Log(sigma) + (0.5 * LogTwoPi)));
            if (peak > leastLogOdds || s == 0)
            {
                double deviations = Math.Min(Math.Sqrt(2 * Math.Max(peak - leastLogOdds, 1)), 5);
                return Math.Min(options.MaxSpeed * seconds, deviations * sigma) + (4 * spread);
            }
        }

        return 0;
    }

    /// <summary>The logarithm of the density of the later plot's place; <paramref name="byScale"/> gets that of each scale with its share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double LogDensity(in Plot earlier, in Plot later, Span<double> byScale)
    {
        Vector3 moved = later.Position - earlier.Position;
        double seconds = later.Time.SecondsSince(earlier.Time);
        if (!RangeRateAgrees(later, earlier, later, moved, seconds) || !RangeRateAgrees(earlier, earlier, later, moved, seconds))
        {
            byScale.Fill(double.NegativeInfinity);
            return double.NegativeInfinity;
        }

        bool level = earlier.IsLevel || later.IsLevel;
        LocalFrame frame = (earlier.IsLevel ? earlier : later).Source.Sensor.Frame;
        double largest = double.NegativeInfinity;
        for (int s = 0; s < _sigmas.Length; s++)
        {
            double variance = _sigmas[s] * _sigmas[s] * seconds * seconds;
            byScale[s] = (level ? OnTheLevel(earlier, later, moved, frame, variance) : InSpace(earlier, later, moved, variance)) + _logShares[s];
            largest = Math.Max(largest, byScale[s]);
        }

        double sum = 0;
        for (int s = 0; s < _sigmas.Length; s++)
        {
            sum += Math.Exp(byScale[s] - largest);
        }

        return largest + Math.Log(sum);
    }

    private static double InSpace(in Plot earlier, in Plot later, Vector3 moved, double variance)
    {
        double a00 = earlier.Covariance[0] + later.Covariance[0] + variance;
        double a10 = earlier.Covariance[3] + later.Covariance[3];
        double a11 = earlier.Covariance[4] + later.Covariance[4] + variance;
        double a20 = earlier.Covariance[6] + later.Covariance[6];
        double a21 = earlier.Covariance[7] + later.Covariance[7];
        double a22 = earlier.Covariance[8] + later.Covariance[8] + variance;
        double l00 = Math.Sqrt(a00);
        double l10 = a10 / l00;
        double l20 = a20 / l00;
        double l11 = Math.Sqrt(a11 - (l10 * l10));
        double l21 = (a21 - (l20 * l10)) / l11;
        double l22 = Math.Sqrt(a22 - (l20 * l20) - (l21 * l21));
        double y0 = moved.X / l00;
        double y1 = (moved.Y - (l10 * y0)) / l11;
        double y2 = (moved.Z - (l20 * y0) - (l21 * y1)) / l22;
        return (-0.5 * ((y0 * y0) + (y1 * y1) + (y2 * y2) + (3 * LogTwoPi))) - Math.Log(l00 * l11 * l22);
    }

    private static double OnTheLevel(in Plot earlier, in Plot later, Vector3 moved, LocalFrame frame, double variance)
    {
        double east = Vector3.Dot(moved, frame.East);
        double north = Vector3.Dot(moved, frame.North);
        double a00 = Along(earlier.Covariance, frame.East, frame.East) + Along(later.Covariance, frame.East, frame.East) + variance;
        double a10 = Along(earlier.Covariance, frame.East, frame.North) + Along(later.Covariance, frame.East, frame.North);
        double a11 = Along(earlier.Covariance, frame.North, frame.North) + Along(later.Covariance, frame.North, frame.North) + variance;
        double l00 = Math.Sqrt(a00);
        double l10 = a10 / l00;
        double l11 = Math.Sqrt(a11 - (l10 * l10));
        double y0 = east / l00;
        double y1 = (north - (l10 * y0)) / l11;
        return (-0.5 * ((y0 * y0) + (y1 * y1) + (2 * LogTwoPi))) - Math.Log(l00 * l11);
    }

    private static bool RangeRateAgrees(in Plot measured, in Plot earlier, in Plot later, Vector3 moved, double seconds)
    {
        if (double.IsNaN(measured.RangeRate))
        {
            return true;
        }

        Vector3 u = measured.LineOfSight;
        double variance = measured.RangeRateVariance + ((Along(earlier.Covariance, u, u) + Along(later.Covariance, u, u)) / (seconds * seconds));
        double limit = (RangeRateSigmas * Math.Sqrt(variance)) + (AccelerationAllowance * seconds / 2);
        return Math.Abs((Vector3.Dot(moved, u) / seconds) - measured.RangeRate) <= limit;
    }

    private static double Along(in Plot.Matrix3 m, Vector3 u, Vector3 v) =>
        (u.X * ((m[0] * v.X) + (m[1] * v.Y) + (m[2] * v.Z)))
        + (u.Y * ((m[3] * v.X) + (m[4] * v.Y) + (m[5] * v.Z)))
        + (u.Z * ((m[6] * v.X) + (m[7] * v.Y) + (m[8] * v.Z)));
}
