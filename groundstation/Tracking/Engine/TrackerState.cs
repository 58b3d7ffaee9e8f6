using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Initiation;

namespace JointWatch.Tracking.Engine;

/// <summary>All that the tracker knows at one moment: what is copied to be able to go back to it. Tracks are in order of birth.</summary>
internal sealed class TrackerState(Func<ModelBank> newBank, IInitiator initiator)
{
    private readonly Stack<Track> _spare = new();
    private readonly Dictionary<SensorId, SensorMemory> _sensorsById = [];
    private readonly List<SensorMemory> _sensors = [];

    public List<Track> Tracks { get; } = [];

    /// <summary>Gets the memory of the initiator.</summary>
    public IInitiator Initiator { get; } = initiator;

    /// <summary>Gets or sets the newest time that has been heard of.</summary>
    public UtcMicroseconds Newest { get; set; }

    /// <summary>A track to be set up, at the end of the list.</summary>
    public Track Add()
    {
        Track track = Spare();
        Tracks.Add(track);
        return track;
    }

    /// <summary>Takes the tracks out that a test holds of, and hands each to <paramref name="ended"/> first.</summary>
    public void RemoveAll<TContext>(TContext context, Func<TContext, Track, bool> isOver, Action<TContext, Track> ended)
    {
        int kept = 0;
        for (int i = 0; i < Tracks.Count; i++)
        {
            Track track = Tracks[i];
            if (isOver(context, track))
            {
                ended(context, track);
                _spare.Push(track);
            }
            else
            {
                Tracks[kept++] = track;
            }
        }

        Tracks.RemoveRange(kept, Tracks.Count - kept);
    }

    /// <summary>What is kept about a sensor.</summary>
    public SensorMemory Sensor(SensorId id)
    {
        if (!_sensorsById.TryGetValue(id, out SensorMemory? memory))
        {
            memory = new SensorMemory(id);
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
            _spare.Push(Tracks[^1]);
            Tracks.RemoveAt(Tracks.Count - 1);
        }

        for (int i = 0; i < other.Tracks.Count; i++)
        {
            (i < Tracks.Count ? Tracks[i] : Add()).CopyFrom(other.Tracks[i]);
        }

        Initiator.CopyFrom(other.Initiator);
        foreach (SensorMemory sensor in _sensors)
        {
            // A sensor that was not known then is as if it had never been heard of.
            sensor.CopyFrom(other._sensorsById.TryGetValue(sensor.Id, out SensorMemory? then) ? then : new SensorMemory(sensor.Id));
        }

        foreach (SensorMemory sensor in other._sensors)
        {
            Sensor(sensor.Id).CopyFrom(sensor);
        }
    }

    private Track Spare() => _spare.Count > 0 ? _spare.Pop() : new Track(newBank(), newBank());
}
