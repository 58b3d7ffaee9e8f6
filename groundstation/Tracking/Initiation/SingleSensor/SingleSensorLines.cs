using System.Runtime.InteropServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>
/// Holds what sensors of angles see and no track explains, until its range is known: by a detection of a sensor that measures range, or by a line
/// of another sensor of angles that crosses it. A line by itself founds no track: a sensor that stands still cannot find the range of what keeps its course
/// (S. Nardone and V. Aidala, "Observability criteria for bearings-only target motion analysis", IEEE Trans. AES 17, 1981).
/// </summary>
/// <remarks>The same scans give the same seeds, bit for bit; the numbers of lines and of crossings are bounded; nothing is allocated in steady state.</remarks>
internal sealed class SingleSensorLines(SingleSensorOptions options)
{
    /// <summary>How much a confirmed line is preferred to a new one, as a logarithm: more than any density differs.</summary>
    private const double Proved = 100;

    /// <summary>Odds at which a crossing is given up.</summary>
    private const double LeastLogOdds = -3;

    private readonly LineStore _store = new(options);
    private readonly List<Match> _matches = [];
    private Sight[] _sights = [];
    private bool[] _used = [];

    /// <summary>Gets what is held, in order of first detection: lines with enough detections only.</summary>
    public IReadOnlyList<LineHypothesis> Hypotheses => [.. _store.Lines.Where(line => line.IsConfirmed).Select(line => line.Describe())];

    /// <summary>Takes a scan of any sensor, not older than those before.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="free">For each of its detections, the probability that it is of no track.</param>
    /// <param name="logOtherDensity">
    /// For each, the logarithm of the density of false and new detections there, in a unit of what the sensor measures: a metre of range, a radian across and
    /// above the line of sight, a metre each way for places.
    /// </param>
    /// <param name="seeds">Gets the objects whose range has become known.</param>
    public void Take(Scan scan, ReadOnlySpan<double> free, ReadOnlySpan<double> logOtherDensity, List<TrackSeed> seeds)
    {
        _store.Forget(scan.Time);
        _matches.Clear();
        if (_used.Length < scan.Detections.Count)
        {
            _used = new bool[2 * scan.Detections.Count];
            _sights = new Sight[2 * scan.Detections.Count];
        }

        Array.Clear(_used);
        if (scan.Sensor.Kind == SensorKind.Infrared)
        {
            TakeAngles(scan, free);
            Cross(scan);
            FindRanges(scan, free, seeds);
        }
        else
        {
            TakePlaces(scan, free, logOtherDensity, seeds);
        }
    }

    /// <summary>Makes it the same as another.</summary>
    public void CopyFrom(SingleSensorLines other) => _store.CopyFrom(other._store);

    private void TakeAngles(Scan scan, ReadOnlySpan<double> free)
    {
        for (int d = 0; d < scan.Detections.Count; d++)
        {
            _sights[d] = Sight.Of(scan.Sensor, scan.Detections[d], options.LevelSigmaRadians);
        }

        double gate = options.GateSigmas * options.GateSigmas;
        for (int l = 0; l < _store.Lines.Count; l++)
        {
            SightLine line = _store.Lines[l];
            line.Detection = -1;
            if (line.Sensor.Id != scan.Sensor.Id || line.Newest >= scan.Time)
            {
                continue;
            }

            line.Angles.Predict(scan.Time, options.AngularAccelerationDensity);
            for (int d = 0; d < scan.Detections.Count; d++)
            {
                if (free[d] >= options.LeastFree && line.Angles.IsNear(_sights[d], gate))
                {
                    (double squared, double log) = line.Angles.Fit(_sights[d]);
                    if (squared < gate)
                    {
                        // Lines that have proved themselves come first.
                        _matches.Add(new Match(l, d, -log - (line.IsConfirmed ? Proved : 0)));
                    }
                }
            }
        }

        _matches.Sort(Match.ByCost);
        foreach (Match match in CollectionsMarshal.AsSpan(_matches))
        {
            SightLine line = _store.Lines[match.Line];
            if (line.Detection < 0 && !_used[match.Detection])
            {
                line.Take(scan.Sensor, _sights[match.Detection], scan.Detections[match.Detection], match.Detection, scan.Time);
                _used[match.Detection] = true;
            }
        }

        for (int d = 0; d < scan.Detections.Count; d++)
        {
            if (!_used[d] && free[d] >= options.LeastFree && _store.TryAddLine() is { } line)
            {
                line.Begin(scan.Sensor, _sights[d], d, scan.Time);
            }
        }
    }

    /// <summary>Takes new detections to the crossings of their lines, and finds new crossings.</summary>
    private void Cross(Scan scan)
    {
        int ofSensor = 0;
        foreach (SightLine line in _store.Lines)
        {
            ofSensor += line.IsConfirmed && line.Sensor.Id == scan.Sensor.Id ? 1 : 0;
        }

        double linesPerSteradian = Math.Max(ofSensor, 1) / SteradiansOf(scan.Sensor.FieldOfView);
        foreach (SightLine line in _store.Lines)
        {
            if (line.Detection < 0 || !line.IsConfirmed || line.Sensor.Id != scan.Sensor.Id)
            {
                continue;
            }

            foreach (Crossing crossing in _store.Crossings)
            {
                if (crossing.Joins(line))
                {
                    crossing.Take(line, scan.Detections[line.Detection], options);
                }
            }

            foreach (SightLine other in _store.Lines)
            {
                if (other.IsConfirmed && other.Sensor.Id != line.Sensor.Id && !_store.AreJoined(line, other))
                {
                    _store.TryCross(other, line, linesPerSteradian);
                }
            }
        }

        for (int c = _store.Crossings.Count - 1; c >= 0; c--)
        {
            // Also where it does not fit at all, and the odds are minus infinity.
            if (!(_store.Crossings[c].LogOdds > LeastLogOdds))
            {
                _store.RemoveCrossing(c);
            }
        }
    }

    /// <summary>Gives out what the crossings have found: the likeliest first.</summary>
    private void FindRanges(Scan scan, ReadOnlySpan<double> free, List<TrackSeed> seeds)
    {
        double least = Math.Log(options.SeedExistence / (1 - options.SeedExistence));
        while (true)
        {
            int best = -1;
            for (int c = 0; c < _store.Crossings.Count; c++)
            {
                Crossing crossing = _store.Crossings[c];
                bool isNow = crossing.Second.Detection >= 0 && crossing.Second.Sensor.Id == scan.Sensor.Id
                    || crossing.First.Detection >= 0 && crossing.First.Sensor.Id == scan.Sensor.Id;
                if (isNow && crossing.Hits >= options.CrossingHits && crossing.LogOdds > least && (best < 0 || crossing.LogOdds > _store.Crossings[best].LogOdds))
                {
                    best = c;
                }
            }

            if (best < 0)
            {
                break;
            }

            Crossing found = _store.Crossings[best];
            (SightLine now, SightLine before) = found.Second.Sensor.Id == scan.Sensor.Id ? (found.Second, found.First) : (found.First, found.Second);
            seeds.Add(Seed(found.Course, scan, now.Detection, before, free[now.Detection] / (1 + Math.Exp(-found.LogOdds))));
            _store.Remove(now);
            _store.Remove(before);
        }
    }

    /// <summary>A place that lies on a line, at a range that it may have, is of its object, unless false and new detections are thick there.</summary>
    private void TakePlaces(Scan scan, ReadOnlySpan<double> free, ReadOnlySpan<double> logOtherDensity, List<TrackSeed> seeds)
    {
        double prior = Math.Log(options.LineExistence / (1 - options.LineExistence)) + Math.Log(Math.Clamp(scan.Sensor.DetectionProbability, 0.05, 0.98));
        double least = Math.Log(options.SeedExistence / (1 - options.SeedExistence));
        TrackSeed seed = default;
        for (int l = 0; l < _store.Lines.Count; l++)
        {
            SightLine line = _store.Lines[l];
            line.Detection = -1;
            if (!line.IsConfirmed || line.Sensor.Id == scan.Sensor.Id)
            {
                continue;
            }

            AngleFilter angles = line.Angles;
            angles.Predict(scan.Time, options.AngularAccelerationDensity);
            for (int d = 0; d < scan.Detections.Count; d++)
            {
                if (free[d] >= options.LeastFree && IsNear(angles, line.Sensor, scan, d))
                {
                    double logOdds = prior + line.Bank.Meet(scan.Sensor, scan.Detections[d], scan.Time, ref seed) - logOtherDensity[d];
                    if (logOdds > least)
                    {
                        _matches.Add(new Match(l, d, -logOdds));
                    }
                }
            }
        }

        _matches.Sort(Match.ByCost);
        foreach (Match match in CollectionsMarshal.AsSpan(_matches))
        {
            SightLine line = _store.Lines[match.Line];
            if (line.Detection < 0 && !_used[match.Detection])
            {
                line.Detection = match.Detection;
                _used[match.Detection] = true;
                line.Bank.Meet(scan.Sensor, scan.Detections[match.Detection], scan.Time, ref seed);
                Describe(ref seed, scan, match.Detection, line, free[match.Detection] / (1 + Math.Exp(match.Cost)));
                seeds.Add(seed);
            }
        }

        for (int l = _store.Lines.Count - 1; l >= 0; l--)
        {
            if (_store.Lines[l].Detection >= 0)
            {
                _store.Remove(_store.Lines[l]);
            }
        }
    }

    /// <summary>Whether a place lies near a line of sight: a quick test with room for the error of both.</summary>
    private bool IsNear(in AngleFilter angles, Sensor sensor, Scan scan, int detection)
    {
        Detection seen = scan.Detections[detection];
        MeasurementNoise noise = scan.Sensor.Noise;
        bool isPlace = scan.Sensor.Kind == SensorKind.Place;
        double elevation = double.IsNaN(seen.ElevationRadians) ? 0 : seen.ElevationRadians;
        Vector3 place = scan.Sensor.Frame.ToCommon(isPlace
            ? new Enu(seen.EastMeters, seen.NorthMeters, 0)
            : Enu.FromSpherical(seen.RangeMeters, seen.AzimuthRadians, elevation));
        double error = isPlace
            ? noise.PlaceSigmaMeters + noise.HeightSigmaMeters
            : noise.RangeSigmaMeters + (seen.RangeMeters * (noise.AzimuthSigmaRadians + (double.IsNaN(seen.ElevationRadians) ? 1 : noise.ElevationSigmaRadians)));
        Vector3 offset = place - sensor.Frame.Origin;
        double range = offset.Length;
        double x = Vector3.Dot(offset, angles.First) / range;
        double y = Vector3.Dot(offset, angles.Second) / range;
        double variance = angles.AlongFirst.Angle + angles.AlongSecond.Angle + (error * error / (range * range));
        return Vector3.Dot(offset, angles.Direction) > 0 && (x * x) + (y * y) < options.GateSigmas * options.GateSigmas * variance;
    }

    private static TrackSeed Seed(in CourseFilter course, Scan scan, int detection, SightLine before, double existence)
    {
        TrackSeed seed = new() { State = course.State, Covariance = course.Covariance };
        Describe(ref seed, scan, detection, before, existence);
        return seed;
    }

    private static void Describe(ref TrackSeed seed, Scan scan, int detection, SightLine before, double existence)
    {
        seed.Existence = existence;
        seed.Detection = detection;
        seed.Earlier = new PlotSource(before.Sensor, before.Newest, null, before.Newest);
        seed.Later = new PlotSource(scan.Sensor, scan.Time, null, scan.Time);
    }

    private static double SteradiansOf(FieldOfView field) => Math.Max(field.AzimuthWidthRadians, 1e-3)
        * Math.Max(Math.Sin(field.ElevationMaxRadians) - Math.Sin(field.ElevationMinRadians), 1e-3);

    /// <summary>A line and a detection, and what it costs to bring them together.</summary>
    private readonly record struct Match(int Line, int Detection, double Cost)
    {
        public static int ByCost(Match a, Match b) =>
            a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost)
            : a.Line != b.Line ? a.Line.CompareTo(b.Line)
            : a.Detection.CompareTo(b.Detection);
    }
}
