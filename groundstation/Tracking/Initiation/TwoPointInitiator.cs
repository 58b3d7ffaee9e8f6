using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// Two-point initiation: a plot that no track explains pairs with the earlier plot that it most likely shares an object with. A pair is
/// weighed by how likely its displacement is for slow and for fast objects against a false plot in that place; the range rate, where there
/// is one, must agree.
/// </summary>
internal sealed class TwoPointInitiator(InitiationOptions options, TriangulationOptions triangulation) : IInitiator
{
    private const double LogTwoPi = 1.8378770664093453;
    private const double RangeRateSigmas = 4;

    /// <summary>An object may speed up between two plots: this much, m/s², is let pass when range rates are compared.</summary>
    private const double AccelerationAllowance = 40;

    private readonly List<Plot> _waiting = [];
    private readonly List<Plot> _arrived = [];
    private readonly List<Candidate> _candidates = [];
    private readonly Triangulator _triangulator = new(triangulation);
    private bool[] _waitingUsed = [];
    private bool[] _arrivedUsed = [];

    /// <inheritdoc/>
    public void Initiate(Scan scan, ReadOnlySpan<Observation> observations, ReadOnlySpan<bool> available, List<TrackSeed> seeds)
    {
        Forget(scan.Time);
        CollectArrivals(scan, observations, available);
        FindCandidates();
        Reserve(ref _waitingUsed, _waiting.Count);
        Reserve(ref _arrivedUsed, _arrived.Count);
        foreach (Candidate candidate in _candidates)
        {
            if (!_waitingUsed[candidate.Earlier] && !_arrivedUsed[candidate.Later])
            {
                _waitingUsed[candidate.Earlier] = true;
                _arrivedUsed[candidate.Later] = true;
                seeds.Add(new TrackSeed(_waiting[candidate.Earlier], _arrived[candidate.Later], candidate.Score));
            }
        }

        KeepUnused();
    }

    private void Forget(UtcMicroseconds now)
    {
        _triangulator.Forget(now);
        _waiting.RemoveAll(plot => now.SecondsSince(plot.Time) > LongestWait(plot.Sensor));
    }

    private double LongestWait(Sensor sensor) => Math.Min(options.MaxPairSeconds, options.PairPeriods * sensor.ScanPeriodSeconds);

    private void CollectArrivals(Scan scan, ReadOnlySpan<Observation> observations, ReadOnlySpan<bool> available)
    {
        _arrived.Clear();
        for (int d = 0; d < observations.Length; d++)
        {
            if (!available[d])
            {
                continue;
            }

            if (!observations[d].HasRange)
            {
                _triangulator.Add(scan.Sensor, scan.Time, d, observations[d], _arrived, options.MaxPlotsPerScan);
            }
            else if (_arrived.Count < options.MaxPlotsPerScan)
            {
                _arrived.Add(RadarPlot(scan, d, observations[d]));
            }
        }
    }

    private static Plot RadarPlot(Scan scan, int detection, in Observation observation)
    {
        Plot plot = new()
        {
            Time = scan.Time,
            OldestTime = scan.Time,
            Position = observation.Position,
            LineOfSight = observation.LineOfSight,
            RangeRate = observation.RangeRate,
            RangeRateVariance = observation.RangeRateVariance,

            // A metre across, in the two directions of the angles, is 1 / range.
            LogFalseDensity = observation.LogFalseDensity - (2 * Math.Log(Math.Max(observation.Range, 1)))
                + (observation.HasRangeRate ? Math.Log(FalseDensity.RangeRateSpan) : 0),
            Detection = detection,
            Sensor = scan.Sensor,
        };
        observation.PositionCovariance(plot.Covariance);
        return plot;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindCandidates()
    {
        _candidates.Clear();
        ReadOnlySpan<Plot> earlier = CollectionsMarshal.AsSpan(_waiting);
        ReadOnlySpan<Plot> later = CollectionsMarshal.AsSpan(_arrived);
        for (int j = 0; j < later.Length; j++)
        {
            for (int i = 0; i < earlier.Length; i++)
            {
                double seconds = later[j].OldestTime.SecondsSince(earlier[i].Time);
                if (seconds >= options.MinPairSeconds
                    && TryScore(earlier[i], later[j], out double score)
                    && score + options.NewObjectLogOdds >= options.LeastPairScore)
                {
                    _candidates.Add(new Candidate(i, j, score + options.NewObjectLogOdds));
                }
            }
        }

        _candidates.Sort(static (a, b) =>
            a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : a.Later != b.Later ? a.Later.CompareTo(b.Later)
            : a.Earlier.CompareTo(b.Earlier));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryScore(in Plot earlier, in Plot later, out double score)
    {
        score = double.NegativeInfinity;
        Vector3 moved = later.Position - earlier.Position;
        double seconds = later.Time.SecondsSince(earlier.Time);
        double trace = earlier.Covariance[0] + earlier.Covariance[4] + earlier.Covariance[8]
            + later.Covariance[0] + later.Covariance[4] + later.Covariance[8];
        double reach = (options.MaxSpeed * seconds) + (3 * Math.Sqrt(trace));
        if (Vector3.Dot(moved, moved) > reach * reach
            || !RangeRateAgrees(later, earlier, later, moved, seconds)
            || !RangeRateAgrees(earlier, earlier, later, moved, seconds))
        {
            return false;
        }

        double slow = Math.Log(options.SlowShare) + LogDensity(earlier, later, moved, options.SlowSpeedSigma * seconds);
        double fast = Math.Log(1 - options.SlowShare) + LogDensity(earlier, later, moved, options.FastSpeedSigma * seconds);
        double larger = Math.Max(slow, fast);
        score = larger + Math.Log(Math.Exp(slow - larger) + Math.Exp(fast - larger)) - later.LogFalseDensity;
        return true;
    }

    private static bool RangeRateAgrees(in Plot measured, in Plot earlier, in Plot later, Vector3 moved, double seconds)
    {
        if (double.IsNaN(measured.RangeRate))
        {
            return true;
        }

        Vector3 u = measured.LineOfSight;
        double variance = measured.RangeRateVariance + ((Along(earlier.Covariance, u) + Along(later.Covariance, u)) / (seconds * seconds));
        double limit = (RangeRateSigmas * Math.Sqrt(variance)) + (AccelerationAllowance * seconds / 2);
        return Math.Abs((Vector3.Dot(moved, u) / seconds) - measured.RangeRate) <= limit;
    }

    private static double Along(in Plot.Matrix3 m, Vector3 u) =>
        (m[0] * u.X * u.X) + (m[4] * u.Y * u.Y) + (m[8] * u.Z * u.Z) + (2 * ((m[1] * u.X * u.Y) + (m[2] * u.X * u.Z) + (m[5] * u.Y * u.Z)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double LogDensity(in Plot earlier, in Plot later, Vector3 moved, double sigma)
    {
        Span<double> s = stackalloc double[9];
        for (int i = 0; i < 9; i++)
        {
            s[i] = earlier.Covariance[i] + later.Covariance[i];
        }

        s[0] += sigma * sigma;
        s[4] += sigma * sigma;
        s[8] += sigma * sigma;
        if (!SpdMatrix.TryFactor(s, 3))
        {
            return double.NegativeInfinity;
        }

        Span<double> d = [moved.X, moved.Y, moved.Z];
        SpdMatrix.SolveLower(s, 3, d);
        return -0.5 * ((d[0] * d[0]) + (d[1] * d[1]) + (d[2] * d[2]) + SpdMatrix.LogDeterminant(s, 3) + (3 * LogTwoPi));
    }

    private void KeepUnused()
    {
        int kept = 0;
        for (int i = 0; i < _waiting.Count; i++)
        {
            if (!_waitingUsed[i])
            {
                _waiting[kept++] = _waiting[i];
            }
        }

        _waiting.RemoveRange(kept, _waiting.Count - kept);
        for (int i = 0; i < _arrived.Count; i++)
        {
            if (!_arrivedUsed[i])
            {
                _waiting.Add(_arrived[i]);
            }
        }

        if (_waiting.Count > options.MaxPlots)
        {
            _waiting.RemoveRange(0, _waiting.Count - options.MaxPlots);
        }
    }

    private static void Reserve(ref bool[] flags, int length)
    {
        if (flags.Length < length)
        {
            flags = new bool[2 * length];
        }

        Array.Clear(flags);
    }

    private readonly record struct Candidate(int Earlier, int Later, double Score);
}
