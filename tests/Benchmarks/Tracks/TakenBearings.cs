using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;
using JointWatch.Tracking.Late;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>
/// Bearings that a tracker gave to the track of a vessel, against the true bearing of that vessel: what is left is noise, the vessel's own
/// length, and the sensor's registration error. Which vessel a track holds is settled by the score at the report next to the look.
/// </summary>
internal sealed class TakenBearings : ITracker, IPastTracks
{
    private readonly MultiTargetTracker _inner = new();
    private readonly SensorId _sensor;
    private readonly List<(Sensor Sensor, UtcMicroseconds Time, double Azimuth, TrackId Track)> _taken = [];

    private TakenBearings(SensorId sensor) => _sensor = sensor;

    public IReadOnlyList<TrackEstimate> Tracks => _inner.Tracks;

    public long ScansTooLate => _inner.ScansTooLate;

    public long LastTrackNumber => _inner.LastTrackNumber;

    /// <summary>The residuals of a sensor's bearings in a set, measured less true, radians, clockwise positive.</summary>
    public static List<double> Residuals(Tried tried, SensorId sensor)
    {
        TakenBearings tracker = new(sensor);
        Playback.Play(tried.Set, tracker);
        Dictionary<string, TruthTrack> truth = tried.Truth.ToDictionary(t => t.Id, StringComparer.Ordinal);
        List<double> residuals = [];
        foreach ((Sensor look, UtcMicroseconds time, double azimuth, TrackId track) in tracker._taken)
        {
            var nearest = tried.Score.Times.MinBy(t => Math.Abs(t.Time.SecondsSince(time)));
            string? vessel = nearest?.Held.Where(held => held.Track == track).Select(held => held.Target).FirstOrDefault();
            if (vessel is not null && truth[vessel].At(time) is { } place)
            {
                residuals.Add(Math.IEEERemainder(azimuth - look.Frame.ToLocal(place).AzimuthRadians, Math.Tau));
            }
        }

        return residuals;
    }

    public IReadOnlyList<TrackId?> Process(Scan scan)
    {
        IReadOnlyList<TrackId?> taken = _inner.Process(scan);
        for (int i = 0; scan.Sensor.Id == _sensor && i < taken.Count; i++)
        {
            if (taken[i] is { } track)
            {
                _taken.Add((scan.Sensor, scan.Time, scan.Detections[i].AzimuthRadians, track));
            }
        }

        return taken;
    }

    public TrackEstimate? Find(TrackId id) => _inner.Find(id);

    public void AdvanceTo(UtcMicroseconds time) => _inner.AdvanceTo(time);

    public IReadOnlyList<TrackEstimate> TakeEnded() => _inner.TakeEnded();

    public IReadOnlyList<TrackEstimate> TracksAt(UtcMicroseconds time) => _inner.TracksAt(time);
}
