using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Picture;

/// <summary>Where each confirmed track has been: a point a second of the station's clock, the newest 600. Safe for any thread.</summary>
internal sealed class TrailStore
{
    private const int MaxPoints = 600;
    private const double PeriodSeconds = 1;

    private readonly Lock _gate = new();
    private readonly Dictionary<TrackId, Trail> _trails = [];

    public void Add(TrackEstimate track, Geodetic place)
    {
        lock (_gate)
        {
            if (!_trails.TryGetValue(track.Id, out Trail? trail))
            {
                _trails.Add(track.Id, trail = new Trail());
            }

            if (trail.Newest is { } newest && track.Time.SecondsSince(newest) < PeriodSeconds)
            {
                return;
            }

            trail.Newest = track.Time;
            if (trail.Points.Count == MaxPoints)
            {
                trail.Points.Dequeue();
            }

            trail.Points.Enqueue(new TrailPointView(track.Time.ToString(), place.LatitudeDegrees, place.LongitudeDegrees, place.HeightMeters));
        }
    }

    public void KeepOnly(IReadOnlySet<TrackId> alive)
    {
        lock (_gate)
        {
            foreach (TrackId gone in _trails.Keys.Where(id => !alive.Contains(id)).ToList())
            {
                _trails.Remove(gone);
            }
        }
    }

    public TrailView? Find(string id)
    {
        lock (_gate)
        {
            return _trails.Where(t => t.Key.ToString() == id).Select(t => new TrailView(id, [.. t.Value.Points])).FirstOrDefault();
        }
    }

    public IReadOnlyList<TrailView> All()
    {
        lock (_gate)
        {
            return [.. _trails.OrderBy(t => t.Key.Value).Select(t => new TrailView(t.Key.ToString(), [.. t.Value.Points]))];
        }
    }

    private sealed class Trail
    {
        public Queue<TrailPointView> Points { get; } = new();

        public UtcMicroseconds? Newest { get; set; }
    }
}
