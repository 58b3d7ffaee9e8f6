using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Tracking;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Exchange.Compare;

/// <summary>From when until when something may have been.</summary>
public readonly record struct TimeRange(UtcMicroseconds From, UtcMicroseconds Until)
{
    /// <summary>How far two are apart, seconds; 0 where they overlap.</summary>
    public double GapSeconds(TimeRange other) => Math.Max(0, Math.Max(From.SecondsSince(other.Until), other.From.SecondsSince(Until)));
}

/// <summary>A warning or track as one party has released it: all that is compared, each as coarse as it was released. What was not released is null.</summary>
/// <param name="Reference">The party's name for it.</param>
/// <param name="Class">The class in the releaser's words, generic or not.</param>
/// <param name="Position">Where a track is; null for a warning.</param>
/// <param name="Record">The record that says it, where there is one: a query can then be asked about it.</param>
public sealed record Sighting(
    PartyId By,
    string Reference,
    TimeRange? LaunchTime = null,
    ReleasedPlace? Launch = null,
    AzimuthSector? Azimuth = null,
    string? Class = null,
    ReleasedPlace? Impact = null,
    TimeRange? ImpactTime = null,
    ReleasedPlace? Position = null,
    RecordHash? Record = null);
