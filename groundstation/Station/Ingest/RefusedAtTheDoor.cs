using System.Text.Json;

namespace JointWatch.Station.Ingest;

/// <summary>
/// A message that was refused before it was looked into (too large, or under a name that is not the sender's to use), as it stands in the
/// journal: why, how long it was, and how it began.
/// </summary>
public sealed record RefusedAtTheDoor(Refusal Refusal, int Length, byte[] Bytes)
{
    /// <summary>As the payload of a journal entry.</summary>
    public byte[] ToPayload() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>From the payload of a journal entry.</summary>
    public static RefusedAtTheDoor FromPayload(ReadOnlyMemory<byte> payload) => JsonSerializer.Deserialize<RefusedAtTheDoor>(payload.Span)!;
}
