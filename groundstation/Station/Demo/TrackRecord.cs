using JointWatch.Tracking;

namespace JointWatch.Station.Demo;

/// <summary>One track over its life, against the truth.</summary>
internal sealed class TrackRecord(TrackId id, UtcMicroseconds first)
{
    private readonly Dictionary<string, (long Count, double SquaredSum)> _objects = [];

    public TrackId Id { get; } = id;

    public UtcMicroseconds First { get; } = first;

    public UtcMicroseconds Last { get; private set; } = first;

    public long Updates { get; private set; }

    /// <summary>Gets the object that it was nearest to most of the time, or null.</summary>
    public string? Object => _objects.Count == 0 ? null : _objects.MaxBy(o => o.Value.Count).Key;

    /// <summary>The number of updates near an object, and the sum of their squared errors, m².</summary>
    public (long Count, double SquaredSum) Near(string name) => _objects.GetValueOrDefault(name);

    public void Add(TrackEstimate track, (string Name, double ErrorMeters)? nearest)
    {
        Updates++;
        Last = track.Time > Last ? track.Time : Last;
        if (nearest is { } near)
        {
            (long count, double sum) = Near(near.Name);
            _objects[near.Name] = (count + 1, sum + (near.ErrorMeters * near.ErrorMeters));
        }
    }
}
