using JointWatch.Recorded;
using JointWatch.Recorded.Playing;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Late;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>
/// Bearings that a tracker gave to a confirmed track, against the bearing of the place at which it then has the track, which lidar and radar settle:
/// what is left is noise, and the sensor's registration error against theirs. An error that all sensors share, as own ship's heading, does not show.
/// </summary>
internal sealed class TakenBearings : ITracker, IPastTracks
{
    private readonly MultiTargetTracker _inner = new();
    private readonly SensorId _sensor;
    private readonly List<double> _residuals = [];

    private TakenBearings(SensorId sensor) => _sensor = sensor;

    public IReadOnlyList<TrackEstimate> Tracks => _inner.Tracks;

    public long ScansTooLate => _inner.ScansTooLate;

    public IReadOnlyList<SensorKnowledge> Sensors => _inner.Sensors;

    public long LastTrackNumber => _inner.LastTrackNumber;

    /// <summary>The residuals of a sensor's bearings in a set, measured less expected, radians, clockwise positive; and the bias that the tracker found.</summary>
    public static (List<double> Residuals, double Bias) Of(RecordedSet set, SensorId sensor)
    {
        TakenBearings tracker = new(sensor);
        Playback.Play(set, tracker);
        double bias = tracker.Sensors.FirstOrDefault(known => known.Sensor == sensor)?.Registration?.AzimuthRadians.Value ?? 0;
        return (tracker._residuals, bias);
    }

    public IReadOnlyList<TrackId?> Process(Scan scan)
    {
        IReadOnlyList<TrackId?> taken = _inner.Process(scan);
        for (int i = 0; scan.Sensor.Id == _sensor && i < taken.Count; i++)
        {
            if (taken[i] is { } id && _inner.Find(id) is { State: TrackState.Confirmed } track)
            {
                Enu there = scan.Sensor.Frame.ToLocal(track.Position - (track.Time.SecondsSince(scan.Time) * track.Velocity));
                _residuals.Add(Math.IEEERemainder(scan.Detections[i].AzimuthRadians - there.AzimuthRadians, Math.Tau));
            }
        }

        return taken;
    }

    public TrackEstimate? Find(TrackId id) => _inner.Find(id);

    public void AdvanceTo(UtcMicroseconds time) => _inner.AdvanceTo(time);

    public IReadOnlyList<TrackEstimate> TakeEnded() => _inner.TakeEnded();

    public IReadOnlyList<TrackEstimate> TracksAt(UtcMicroseconds time) => _inner.TracksAt(time);
}
