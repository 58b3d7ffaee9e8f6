using System.Text.Json;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Announcing;

/// <summary>A person's word that an announcement was seen: who, and a note or nothing.</summary>
public sealed record AcknowledgeRequest(string? By, string? Note = null)
{
    /// <summary>As the payload of a journal entry.</summary>
    public byte[] ToPayload() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <summary>From the payload of a journal entry.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public static AcknowledgeRequest FromPayload(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize<AcknowledgeRequest>(payload.Span, JsonSerializerOptions.Web) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new RefusedException("acknowledgement", "no JSON object", "an object with by, and perhaps note");
        }
    }
}
