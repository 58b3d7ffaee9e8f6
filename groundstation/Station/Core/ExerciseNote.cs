using System.Text.Json;

namespace JointWatch.Station.Core;

/// <summary>What an exercise is called, as it stands in the journal when it starts. <paramref name="Run"/> is that of its clock.</summary>
public sealed record ExerciseNote(uint Run, string Name, string Description)
{
    /// <summary>Gets what the exercise is called wherever its data go, with its run; empty in journals of before there was such a mark.</summary>
    public string Mark { get; init; } = "";

    /// <summary>As the payload of a journal entry.</summary>
    public byte[] ToPayload() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>From the payload of a journal entry.</summary>
    public static ExerciseNote FromPayload(ReadOnlyMemory<byte> payload) => JsonSerializer.Deserialize<ExerciseNote>(payload.Span)!;
}
