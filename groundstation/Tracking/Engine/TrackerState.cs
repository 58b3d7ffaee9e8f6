using JointWatch.Tracking.Clutter;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Initiation.SingleSensor;

namespace JointWatch.Tracking.Engine;

/// <summary>All that the tracker knows at one moment: what is copied to be able to go back to it. Tracks are in order of birth.</summary>
internal sealed class TrackerState(TrackPool pool, IInitiator initiator, SingleSensorLines lines, ClutterOptions clutter)
{
    private readonly Dictionary<SensorId, SensorMemory> _sensorsById = [];
    private readonly List<SensorMemory> _sensors = [];
    private TrackPlace[] _places = new TrackPlace[64];

    public List<Track> Tracks { get; } = [];

    /// <summary>Gets where each of <see cref="Tracks"/> was at its last update.</summary>
    public Span<TrackPlace> Places => _places.AsSpan(0, Tracks.Count);

    /// <summary>Gets or sets when all tracks were last looked at, whether they have ended.</summary>
    public UtcMicroseconds SweptAt { get; set; }

    /// <summary>Gets the memory of the initiator.</summary>
    public IInitiator Initiator { get; } = initiator;

    /// <summary>Gets the lines of sight of a sensor of angles that has no other to cross them with.</summary>
    public SingleSensorLines Lines { get; } = lines;

    /// <summary>Gets or sets the newest time that has been heard of.</summary>
    public UtcMicroseconds Newest { get; set; }

    /// <summary>A track to be set up, at the end of the list; then its place is to be set.</summary>
    public Track Add()
    {
        Track track = pool.Take();
        Tracks.Add(track);
        if (_places.Length < Tracks.Count)
        {
            Array.Resize(ref _places, 2 * Tracks.Count);
        }

        return track;
    }

    /// <summary>Takes out the tracks whose place says that they are over, and hands each to <paramref name="ended"/> first.</summary>
    public void RemoveOver(Action<Track> ended)
    {
        Span<TrackPlace> places = Places;
        int kept = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i].IsOver)
            {
                ended(Tracks[i]);
                pool.Return(Tracks[i]);
                continue;
            }

            if (kept != i)
            {
                places[kept] = places[i];
                Tracks[kept] = Tracks[i];
            }

            kept++;
        }

        Tracks.RemoveRange(kept, Tracks.Count - kept);
    }

    /// <summary>Gets what is kept about each sensor, in the order in which they were first heard of.</summary>
    public List<SensorMemory> Sensors => _sensors;

    /// <summary>What is kept about a sensor.</summary>
    public SensorMemory Sensor(SensorId id)
    {
        if (!_sensorsById.TryGetValue(id, out SensorMemory? memory))
        {
            memory = new SensorMemory(id, clutter);
            _sensorsById.Add(id, memory);
            _sensors.Add(memory);
        }

        return memory;
    }

    /// <summary>Makes it the same as another.</summary>
    public void CopyFrom(TrackerState other)
    {
        Newest = other.Newest;
        while (Tracks.Count > other.Tracks.Count)
        {
            pool.Return(Tracks[^1]);
            Tracks.RemoveAt(Tracks.Count - 1);
        }

        for (int i = 0; i < other.Tracks.Count; i++)
        {
            (i < Tracks.Count ? Tracks[i] : Add()).CopyFrom(other.Tracks[i]);
        }

        other.Places.CopyTo(_places);
        SweptAt = other.SweptAt;
        Initiator.CopyFrom(other.Initiator);
        Lines.CopyFrom(other.Lines);
        foreach (SensorMemory sensor in _sensors)
        {
            // A sensor that was not known then is as if it had never been heard of.
            sensor.CopyFrom(other._sensorsById.TryGetValue(sensor.Id, out SensorMemory? then) ? then : new SensorMemory(sensor.Id, clutter));
        }

        foreach (SensorMemory sensor in other._sensors)
        {
            Sensor(sensor.Id).CopyFrom(sensor);
        }
    }
}
