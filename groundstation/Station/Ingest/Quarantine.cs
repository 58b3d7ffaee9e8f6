using JointWatch.Station.Journal;
using JointWatch.Tracking;

namespace JointWatch.Station.Ingest;

/// <summary>Something that was refused. <paramref name="Number"/> is its entry in the journal, where the whole of it lies.</summary>
public sealed record Quarantined(long Number, UtcMicroseconds ReceivedAt, string Topic, int Length, Refusal Refusal, ReadOnlyMemory<byte> Bytes);

/// <summary>Counts what was refused and keeps the last of it for inspection. Written by one thread, read by any.</summary>
public sealed class Quarantine
{
    /// <summary>How many refused things are kept.</summary>
    public const int Capacity = 1_000;

    /// <summary>How many bytes of each are kept here; the rest is in the journal.</summary>
    public const int BytesKept = 256;

    private readonly Lock _gate = new();
    private readonly Queue<Quarantined> _kept = new();
    private long _count;

    /// <summary>Gets how many things were refused in all.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The last things refused, newest first.</summary>
    public IReadOnlyList<Quarantined> Newest()
    {
        lock (_gate)
        {
            return [.. _kept.Reverse()];
        }
    }

    internal void Add(JournalEntry entry, int length, Refusal refusal, ReadOnlyMemory<byte> bytes)
    {
        lock (_gate)
        {
            if (_kept.Count == Capacity)
            {
                _kept.Dequeue();
            }

            _kept.Enqueue(new Quarantined(entry.Number, entry.ReceivedAt, entry.Topic, length, refusal, bytes[..Math.Min(bytes.Length, BytesKept)].ToArray()));
        }

        Interlocked.Increment(ref _count);
    }
}
