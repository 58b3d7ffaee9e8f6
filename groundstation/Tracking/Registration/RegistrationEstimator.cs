using System.Runtime.InteropServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Registration;

/// <summary>
/// Estimates the registration errors of all sensors together (range, azimuth, elevation, clock) from tracks that several of them see. It wants the scans
/// in order of time and the detections as they were measured: what it corrects must not come back to it.
/// </summary>
/// <remarks>
/// A few tracks serve as references at a time, so many that the work stays within a share of the detections. What a reference has told is taken after
/// each segment, if the segment is that of an object that holds its course; a track seen by one sensor alone tells nothing and makes room for another. The same
/// scans give the same estimates, bit for bit; nothing is allocated once all sensors are known.
/// </remarks>
internal sealed class RegistrationEstimator
{
    private const int MaxRefused = 32;
    private readonly RegistrationOptions _options;
    private readonly BiasFilter _biases;
    private readonly List<SensorSlot> _slots = [];
    private readonly Dictionary<SensorId, int> _slotOf = [];
    private readonly List<ReferenceTrack> _references = [];
    private readonly Stack<ReferenceTrack> _spare = new();
    private readonly TrackId[] _refused = new TrackId[MaxRefused];
    private int _refusals;
    private double _allowance;
    private int _cursor;
    private UtcMicroseconds _taken;

    public RegistrationEstimator(RegistrationOptions options)
    {
        _options = options;
        _biases = new BiasFilter(options);
    }

    /// <summary>Gets whether any sensor's bias is significant: only then is anything corrected, and then of all sensors, since their estimates hang together.</summary>
    public bool IsSignificant { get; private set; }

    /// <summary>Gets how many segments have been taken.</summary>
    public long Segments { get; private set; }

    /// <summary>Gets how many were refused: their tracks did not hold their course, or their detections were of different objects.</summary>
    public long SegmentsRefused { get; private set; }

    /// <summary>Gets what is known of each sensor, in the order in which they were first heard of.</summary>
    public IReadOnlyList<SensorRegistration> Registrations => [.. Enumerable.Range(0, _slots.Count).Select(Describe)];

    /// <summary>What is to be taken off a sensor's detections.</summary>
    public SensorCorrection CorrectionOf(SensorId sensor) =>
        IsSignificant && _slotOf.TryGetValue(sensor, out int slot) ? _slots[slot].Correction : default;

    /// <summary>The covariance of a bias of one sensor with one of the same or another sensor, in their units.</summary>
    public double Covariance(SensorId sensor, BiasKind kind, SensorId other, BiasKind otherKind) =>
        _biases.CovarianceOf(Column(sensor, kind), Column(other, otherKind));

    /// <summary>Takes a scan.</summary>
    /// <param name="scan">A scan not older than those before.</param>
    /// <param name="sure">For each of its detections the confirmed track that it surely is of, or null.</param>
    public void Take(Scan scan, ReadOnlySpan<TrackId?> sure)
    {
        int slot = SlotOf(scan);
        if (slot < 0)
        {
            return;
        }

        int count = scan.Detections.Count;
        double perScan = Math.Max(_options.UsedPerScan, _options.UsedShare * count);
        _allowance = Math.Min(_allowance + perScan, 8 * perScan);
        for (int r = 0; r < _references.Count; r++)
        {
            ReferenceTrack reference = _references[r];
            int d = IndexOf(sure, reference.Id);
            if (d >= 0 && reference.TryTake(scan.Sensor, slot, scan.Detections[d], scan.Time, _biases))
            {
                _allowance--;
            }
        }

        Review(scan.Time);
        if (_allowance < 0 && _references.Count > 1)
        {
            // More references than the work allows: the newest has told least.
            End(_references.Count - 1);
            _allowance = 0;
        }
        else if (_allowance > 4 * perScan && _references.Count < _options.MaxReferences && _slots.Count > 1)
        {
            BeginOne(scan, slot, sure);
        }
    }

    private int SlotOf(Scan scan)
    {
        Sensor sensor = scan.Sensor;
        if (!_slotOf.TryGetValue(sensor.Id, out int slot))
        {
            if (_slots.Count == _options.MaxSensors)
            {
                return -1;
            }

            double range = sensor.Kind == SensorKind.Place ? sensor.Noise.PlaceSigmaMeters : sensor.Noise.RangeSigmaMeters;
            slot = _biases.Add([
                Math.Max(Math.Min(_options.RangeSigmaMeters, _options.RangeSigmaPerNoise * range), 1e-3),
                _options.AngleSigmaRadians,
                _options.AngleSigmaRadians,
                _options.ClockSigmaSeconds,
            ]);
            _slotOf.Add(sensor.Id, slot);
            _slots.Add(new SensorSlot(sensor.Id, sensor.Kind));
        }

        if (scan.Detections.Count > 0)
        {
            _slots[slot].HasElevation |= !double.IsNaN(scan.Detections[0].ElevationRadians);
        }

        return slot;
    }

    private void Review(UtcMicroseconds now)
    {
        for (int r = _references.Count - 1; r >= 0; r--)
        {
            ReferenceTrack reference = _references[r];
            bool isLost = reference.IsLost;
            bool isSilent = now.SecondsSince(reference.Newest) > _options.MaxSilenceSeconds;
            if (isLost)
            {
                Refuse(reference.Id);
                End(r);
            }
            else if (isSilent || now.SecondsSince(reference.SegmentStart) >= _options.SegmentSeconds)
            {
                bool goesOn = reference.IsShared && Conclude(reference, now) && !isSilent;
                if (goesOn)
                {
                    reference.BeginSegment(now);
                }
                else
                {
                    End(r);
                }
            }
        }
    }

    /// <summary>Takes what a segment tells.</summary>
    private bool Conclude(ReferenceTrack reference, UtcMicroseconds now)
    {
        double seconds = _taken == default ? 0 : now.SecondsSince(_taken);
        _biases.Drift(seconds);
        _taken = now;
        double meanSquare = _biases.Take(reference.Segment);
        if (!(meanSquare <= Math.Max(_options.MaxMeanSquare, Chance.Bound(_options.SignificanceSigmas, reference.Segment.Rows))))
        {
            SegmentsRefused++;
            Refuse(reference.Id);
            return false;
        }

        Segments++;
        double keeps = Math.Exp(-2 * Math.Max(seconds, 0) / _options.DriftSeconds);
        foreach (SensorSlot slot in _slots)
        {
            slot.Fade(keeps);
        }

        for (int place = 0; place < reference.Segment.Sensors; place++)
        {
            SensorSlot slot = _slots[reference.Segment.Columns[place * BiasFilter.Kinds] / BiasFilter.Kinds];
            slot.Add(reference.Segment, place, 1 / Math.Max(meanSquare, 1));
            slot.Detections += reference.Counts[place];
            slot.Judge(_options.SignificanceSigmas);
        }

        IsSignificant = false;
        for (int s = 0; s < _slots.Count; s++)
        {
            SensorSlot slot = _slots[s];
            IsSignificant |= slot.IsSignificant;
            slot.Correction = new SensorCorrection(
                _biases.MeanOf(Column(s, BiasKind.Range)),
                _biases.MeanOf(Column(s, BiasKind.Azimuth)),
                _biases.MeanOf(Column(s, BiasKind.Elevation)),
                _biases.MeanOf(Column(s, BiasKind.Clock)));
        }

        return true;
    }

    /// <summary>Begins a reference with the first detection, going round, that is surely of a track that is none yet.</summary>
    private void BeginOne(Scan scan, int slot, ReadOnlySpan<TrackId?> sure)
    {
        int count = scan.Detections.Count;
        for (int i = 0; i < count; i++)
        {
            int d = (_cursor + i) % count;
            if (sure[d] is { } id
                && !IsReference(id)
                && !_refused.AsSpan(0, Math.Min(_refusals, MaxRefused)).Contains(id)
                && BiasRows.TryPlace(scan.Sensor, scan.Detections[d], out Vector3 place)
                && BiasRows.TryMake(scan.Sensor, scan.Detections[d], place, out BiasRows rows))
            {
                ReferenceTrack reference = _spare.Count > 0 ? _spare.Pop() : new ReferenceTrack(_options);
                reference.Begin(id, slot, rows, scan.Time, _biases);
                _references.Add(reference);
                _allowance--;
                _cursor = d + 1;
                return;
            }
        }
    }

    private bool IsReference(TrackId id)
    {
        foreach (ReferenceTrack reference in CollectionsMarshal.AsSpan(_references))
        {
            if (reference.Id == id)
            {
                return true;
            }
        }

        return false;
    }

    private void Refuse(TrackId id) => _refused[_refusals++ % MaxRefused] = id;

    private void End(int index)
    {
        _spare.Push(_references[index]);
        _references.RemoveAt(index);
    }

    private static int IndexOf(ReadOnlySpan<TrackId?> sure, TrackId id)
    {
        for (int d = 0; d < sure.Length; d++)
        {
            if (sure[d].GetValueOrDefault().Value == id.Value && sure[d].HasValue)
            {
                return d;
            }
        }

        return -1;
    }

    private SensorRegistration Describe(int index)
    {
        SensorSlot slot = _slots[index];
        bool hasRange = slot.Kind != SensorKind.Infrared;
        bool hasElevation = slot.HasElevation && slot.Kind != SensorKind.Place;
        return new SensorRegistration(
            slot.Id,
            hasRange ? Estimate(index, BiasKind.Range) : null,
            Estimate(index, BiasKind.Azimuth),
            hasElevation ? Estimate(index, BiasKind.Elevation) : null,
            Estimate(index, BiasKind.Clock),
            slot.Detections,
            slot.IsSignificant);
    }

    private BiasEstimate Estimate(int slot, BiasKind kind)
    {
        int column = Column(slot, kind);
        return new BiasEstimate(_biases.MeanOf(column), Math.Sqrt(_biases.CovarianceOf(column, column)));
    }

    private int Column(SensorId sensor, BiasKind kind) => Column(_slotOf[sensor], kind);

    private static int Column(int slot, BiasKind kind) => (slot * BiasFilter.Kinds) + (int)kind;
}
