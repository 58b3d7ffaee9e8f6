using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances.Facts;

/// <summary>What the checks need to know of a release's data.</summary>
/// <param name="Places">Every place in it.</param>
/// <param name="LaunchArea">The launch area; null: not said.</param>
/// <param name="LaunchTime">From when until when the launch may have been; null: not said.</param>
public sealed record ReleaseFacts(IReadOnlyList<GroundCell> Places, GroundCell? LaunchArea, (UtcMicroseconds From, UtcMicroseconds Until)? LaunchTime);

/// <summary>Reads the data of releases. Others define what is in them; this is where the checks meet it.</summary>
public interface IReleaseFactsReader
{
    /// <summary>The facts of a release's data; null where it cannot be read or is of another thing or party than the record says.</summary>
    ReleaseFacts? TryRead(PartyId by, ReleaseBody release, ReadOnlyMemory<byte> data);
}
