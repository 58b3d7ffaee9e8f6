using JointWatch.Tracking.Association;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking.Engine;

/// <summary>What one scan shows: its detections without what is known to be wrong with its sensor, and how likely each is to be of nothing or of something new.</summary>
/// <param name="birth">Where objects appear, where that is told; or null.</param>
internal sealed class Look(BirthPlace? birth)
{
    private Observation[] _observations = [];
    private Detection[] _detections = [];

    /// <summary>Gets the detections as the sensor measures them.</summary>
    public SensorView View { get; } = new();

    /// <summary>Gets the detections as filters take them.</summary>
    public ReadOnlySpan<Observation> Observations => _observations.AsSpan(0, View.Count);

    /// <summary>Takes a scan.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="memory">What is known of its sensor.</param>
    /// <param name="correction">What is to be taken off its detections.</param>
    public void Take(Scan scan, SensorMemory memory, in SensorCorrection correction)
    {
        int count = scan.Detections.Count;
        if (_observations.Length < count)
        {
            _observations = new Observation[2 * count];
            _detections = new Detection[2 * count];
        }

        bool corrects = correction != default;
        for (int d = 0; d < count; d++)
        {
            _detections[d] = corrects ? correction.Correct(scan.Detections[d]) : scan.Detections[d];
            _observations[d] = Observation.Of(scan.Sensor, _detections[d]);
        }

        Span<Observation> observations = _observations.AsSpan(0, count);
        View.Set(scan, _detections.AsSpan(0, count), observations);
        double logStated = Math.Log(memory.Clutter.Stated(scan.Sensor));
        double logNew = Math.Log(View.DetectionProbability * memory.Undetected);
        Span<Sighting> sightings = View.Sightings;
        for (int d = 0; d < count; d++)
        {
            double field = FalseField.LogDensityOfOne(scan.Sensor, _detections[d], observations[d].LineOfSight);
            double logFalse = logStated + memory.Clutter.LogFactor(scan.Detections[d]);
            double newDensity = logNew + (birth is { } place ? NewAt(place, observations[d].Position, sightings[d].Range) : field);
            double ratio = Math.Exp(newDensity - logFalse - field);
            sightings[d].NewShare = ratio / (1 + ratio);
            sightings[d].LogOtherDensity = logFalse + field + Math.Log(1 + ratio);
        }
    }

    /// <summary>The logarithm of the density of one new object, in a unit of what the sensor measures; nothing of directions alone.</summary>
    private double NewAt(BirthPlace place, Vector3 position, double range) => View.Form switch
    {
        MeasuredForm.Place => place.LogDensity(position, View.Frame),
        MeasuredForm.RangeAzimuth => place.LogDensity(position, View.Frame) + Math.Log(range),
        MeasuredForm.RangeAngles => place.LogDensity(position, null) + (2 * Math.Log(range)),
        _ => double.NegativeInfinity,
    };
}
