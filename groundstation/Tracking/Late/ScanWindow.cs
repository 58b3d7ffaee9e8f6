using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking.Late;

/// <summary>The scans of the last seconds in order of time, whenever they came: what is worked through again after a late one.</summary>
internal sealed class ScanWindow
{
    private readonly List<Entry> _entries = [];
    private readonly Stack<TrackId?[]> _spare = new();
    private long _next;

    /// <summary>Gets the number of scans kept.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets the time of the newest scan; the window must not be empty.</summary>
    public UtcMicroseconds Newest => _entries[^1].Scan.Time;

    public Entry this[int index] => _entries[index];

    /// <summary>Puts a scan where its time belongs, behind those of the same time.</summary>
    /// <returns>Its index.</returns>
    public int Add(Scan scan, in SensorCorrection correction)
    {
        int index = _entries.Count;
        while (index > 0 && _entries[index - 1].Scan.Time > scan.Time)
        {
            index--;
        }

        _entries.Insert(index, new Entry(scan, _next++, correction, Room(scan.Detections.Count)));
        return index;
    }

    /// <summary>The index of the first scan at or after a time.</summary>
    public int FirstFrom(UtcMicroseconds time)
    {
        int index = _entries.Count;
        while (index > 0 && _entries[index - 1].Scan.Time >= time)
        {
            index--;
        }

        return index;
    }

    /// <summary>Forgets the scans before a time, and hands each to <paramref name="settled"/> first: nothing can change any more what it brought.</summary>
    /// <returns>The least number of those that stay.</returns>
    public long Forget(UtcMicroseconds before, RegistrationEstimator settled)
    {
        int count = 0;
        while (count < _entries.Count && _entries[count].Scan.Time < before)
        {
            Entry entry = _entries[count++];
            settled.Take(entry.Scan, entry.Sure.AsSpan(0, entry.Scan.Detections.Count));
            _spare.Push(entry.Sure);
        }

        _entries.RemoveRange(0, count);
        long least = _next;
        foreach (Entry entry in _entries)
        {
            least = Math.Min(least, entry.Serial);
        }

        return least;
    }

    private TrackId?[] Room(int detections)
    {
        TrackId?[] room = _spare.Count > 0 ? _spare.Pop() : [];
        return room.Length >= detections ? room : new TrackId?[Math.Max(32, 2 * detections)];
    }

    /// <summary>
    /// A scan, its number in order of arrival, what was known of its sensor's errors when it came, and, for each detection, the track that it is
    /// of almost certainly.
    /// </summary>
    public readonly record struct Entry(Scan Scan, long Serial, SensorCorrection Correction, TrackId?[] Sure);
}
