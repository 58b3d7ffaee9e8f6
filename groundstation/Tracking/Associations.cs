using System.Collections;

namespace JointWatch.Tracking;

/// <summary>The tracks that a scan's detections are of: one list, used again for each scan.</summary>
internal sealed class Associations : IReadOnlyList<TrackId?>
{
    private TrackId?[] _tracks = [];

    public int Count { get; private set; }

    public TrackId? this[int index] => index < Count ? _tracks[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Makes it a list of so many nulls, and gives it to be written.</summary>
    public Span<TrackId?> Reset(int count)
    {
        _tracks = _tracks.Length < count ? new TrackId?[2 * count] : _tracks;
        Count = count;
        Array.Clear(_tracks, 0, count);
        return _tracks.AsSpan(0, count);
    }

    public IEnumerator<TrackId?> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return _tracks[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
