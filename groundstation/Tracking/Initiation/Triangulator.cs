using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// Finds where the lines of sight of two infra-red sensors nearly meet. Each meeting is a plot; most of those between different objects
/// are ghosts, which die because their next ones do not lie where an object that moves would be.
/// </summary>
internal sealed class Triangulator(TriangulationOptions options)
{
    private readonly List<Line> _waiting = [];

    /// <summary>Adds to <paramref name="plots"/> the meetings of a new line with those that wait, then lets it wait too.</summary>
    public void Add(Sensor sensor, UtcMicroseconds time, int detection, in Observation observation, List<Plot> plots, int maxPlots)
    {
        int before = plots.Count;
        AddMeetings(sensor, time, detection, observation, options.SlowSpeedSigma, plots, maxPlots);
        if (plots.Count == before)
        {
            AddMeetings(sensor, time, detection, observation, options.FastSpeedSigma, plots, maxPlots);
        }

        if (_waiting.Count >= options.MaxLines)
        {
            _waiting.RemoveAt(0);
        }

        _waiting.Add(new Line(sensor, time, observation));
    }

    /// <summary>Forgets lines that are too old to meet anything.</summary>
    public void Forget(UtcMicroseconds now)
    {
        int kept = 0;
        for (int i = 0; i < _waiting.Count; i++)
        {
            if (now.SecondsSince(_waiting[i].Time) <= options.MaxSeconds)
            {
                _waiting[kept++] = _waiting[i];
            }
        }

        _waiting.RemoveRange(kept, _waiting.Count - kept);
    }

    /// <summary>Whether a line that waits is newer than a time.</summary>
    public bool HasNewerThan(UtcMicroseconds time)
    {
        foreach (ref readonly Line line in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_waiting))
        {
            if (line.Time > time)
            {
                return true;
            }
        }

        return false;
    }

    public void CopyFrom(Triangulator other)
    {
        _waiting.Clear();
        foreach (Line line in other._waiting)
        {
            _waiting.Add(line);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMeetings(
        Sensor sensor, UtcMicroseconds time, int detection, in Observation observation, double speedSigma, List<Plot> plots, int maxPlots)
    {
        foreach (Line line in _waiting)
        {
            double seconds = time.SecondsSince(line.Time);
            if (line.Sensor.Id != sensor.Id
                && seconds >= 0
                && seconds <= options.MaxSeconds
                && plots.Count < maxPlots
                && TryMeet(line, sensor, time, observation, speedSigma * seconds, out Plot plot))
            {
                plot.Detection = detection;
                plots.Add(plot);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryMeet(in Line earlier, Sensor sensor, UtcMicroseconds time, in Observation later, double moved, out Plot plot)
    {
        plot = default;
        Vector3 u = earlier.Observation.LineOfSight;
        Vector3 w = later.LineOfSight;
        double cosine = Vector3.Dot(u, w);
        double squaredSine = 1 - (cosine * cosine);
        double leastSine = Math.Sin(options.LeastAngleRadians);
        if (squaredSine < leastSine * leastSine)
        {
            return false;
        }

        // The points of the two lines that are nearest to each other.
        Vector3 between = later.Origin - earlier.Observation.Origin;
        double rangeU = (Vector3.Dot(between, u) - (cosine * Vector3.Dot(between, w))) / squaredSine;
        double rangeW = ((cosine * Vector3.Dot(between, u)) - Vector3.Dot(between, w)) / squaredSine;
        if (rangeU < 1 || rangeW < 1 || rangeU > options.MaxRangeMeters || rangeW > options.MaxRangeMeters)
        {
            return false;
        }

        Vector3 onU = earlier.Observation.Origin + (rangeU * u);
        Vector3 onW = later.Origin + (rangeW * w);
        double varianceU = (rangeU * rangeU * Math.Max(earlier.Observation.AcrossVariance, earlier.Observation.AboveVariance)) + (moved * moved);
        double varianceW = rangeW * rangeW * Math.Max(later.AcrossVariance, later.AboveVariance);
        double miss = (onW - onU).Length;
        if (miss * miss > options.MissSigmas * options.MissSigmas * (varianceU + varianceW))
        {
            return false;
        }

        plot.Time = time;
        plot.Source = new PlotSource(sensor, time, earlier.Sensor, earlier.Time);
        plot.RangeRate = double.NaN;
        plot.LineOfSight = w;
        plot.LogOtherDensity = options.LogGhostDensity;
        plot.Position = onW + (varianceW / (varianceU + varianceW) * (onU - onW));

        // Each line says nothing along itself: the information of both, across them, is that of the point.
        Span<double> information = plot.Covariance;
        information.Clear();
        AddAcross(information, u, 1 / varianceU);
        AddAcross(information, w, 1 / varianceW);
        return SpdMatrix.TryInvert(information, 3);
    }

    private static void AddAcross(Span<double> m, Vector3 direction, double weight)
    {
        Dyad.Add(m, direction, -weight);
        m[0] += weight;
        m[4] += weight;
        m[8] += weight;
    }

    private readonly record struct Line(Sensor Sensor, UtcMicroseconds Time, Observation Observation);
}
