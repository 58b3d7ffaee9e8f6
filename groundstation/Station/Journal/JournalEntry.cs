using JointWatch.Tracking;

namespace JointWatch.Station.Journal;

/// <summary>What an entry of the journal is. The numbers are on disk: never give one a new meaning.</summary>
public enum EntryKind
{
    /// <summary>A message of the contract, as it came in: topic and payload.</summary>
    Message = 1,

    /// <summary>Time passed.</summary>
    Tick = 2,

    /// <summary>A station began to work on this journal; the payload is its version, in UTF-8.</summary>
    Start = 3,

    /// <summary>An exercise was started; the payload is an <see cref="Core.ExerciseNote"/> as JSON.</summary>
    Exercise = 4,

    /// <summary>A message was refused before it was looked into; the payload is an <see cref="Ingest.RefusedAtTheDoor"/> as JSON.</summary>
    Refused = 5,

    /// <summary>What the picture's digest was at an earlier entry; the payload is a <see cref="Core.Checkpoint"/> as text.</summary>
    Checkpoint = 6,

    /// <summary>A message of an enrolled node, as it came in; the station has found its seal to be right.</summary>
    Sealed = 7,

    /// <summary>From here on, the sealed messages of a topic's node are under the key of this name; the payload is the name, in ASCII.</summary>
    Enrolled = 8,

    /// <summary>A notification of a launch, as it came in; the topic is that of its announcement, the payload JSON.</summary>
    Notification = 9,

    /// <summary>A person has acknowledged an announcement; the topic is the announcement's, the payload an <see cref="Announcing.AcknowledgeRequest"/> as JSON.</summary>
    Acknowledged = 10,

    /// <summary>Here stood the last of the reports that were removed; the payload is a <see cref="RemovalNote"/> as JSON.</summary>
    Removed = 11,

    /// <summary>Words were told to the station's watch; the payload is a <see cref="Core.ToldNote"/> as JSON.</summary>
    Told = 12,
}

/// <summary>
/// One input of the station. <paramref name="Number"/> counts from 1, without gaps but for what was removed; <paramref name="ReceivedAt"/> is the station's wall clock,
/// which may step back.
/// </summary>
public sealed record JournalEntry(long Number, UtcMicroseconds ReceivedAt, EntryKind Kind, string Topic, ReadOnlyMemory<byte> Payload);
