using System.Text.Json;
using JointWatch.Tracking;

namespace JointWatch.Station.Core;

/// <summary>Words that were told to the station's watch from outside the network: by the directing staff of an exercise, as by telephone.</summary>
public sealed record ToldNote(string From, string Text)
{
    /// <summary>As the payload of a journal entry.</summary>
    public byte[] ToPayload() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>From the payload of a journal entry.</summary>
    public static ToldNote FromPayload(ReadOnlyMemory<byte> payload) => JsonSerializer.Deserialize<ToldNote>(payload.Span)!;
}

/// <summary>What was told, and when by the station's clock.</summary>
public sealed record Told(UtcMicroseconds At, ToldNote Note);
