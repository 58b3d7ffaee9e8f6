using System.Text.Json;

namespace JointWatch.Station.Journal;

/// <summary>What is left of reports that were removed from the journal.</summary>
/// <param name="Commitment">The record in which the party had committed to them, 64 hexadecimal digits.</param>
/// <param name="LastTrack">The greatest number of a track by then: numbers go on behind it.</param>
/// <param name="LastWarning">The greatest number of a warning by then.</param>
/// <param name="RemovedAtUs">When they were removed, by the station's wall clock.</param>
public sealed record RemovalNote(string Commitment, long LastTrack, int LastWarning, long RemovedAtUs)
{
    public byte[] ToPayload() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">It is none.</exception>
    public static RemovalNote FromPayload(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize<RemovalNote>(payload.Span, JsonSerializerOptions.Web) ?? throw new JsonException("expected a note of a removal");
}
