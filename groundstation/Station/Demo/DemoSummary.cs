namespace JointWatch.Station.Demo;

/// <summary>
/// What <c>demo --summary</c> writes, in camel case: what was there, what was tracked and warned of, when, and how far from the truth. Times
/// named <c>...AtSeconds</c> count from the start of the exercise on its own clock; errors are distances to the truth at the same instant.
/// </summary>
/// <param name="DurationSeconds">How long the exercise ran on the wall clock.</param>
/// <param name="Quarantined">How many messages were refused.</param>
/// <param name="Failures">Why the demo failed; empty if it did not.</param>
internal sealed record DemoSummary(
    string Exercise,
    double DurationSeconds,
    double Speed,
    IReadOnlyList<NodeSummary> Nodes,
    IReadOnlyList<ObjectSummary> Objects,
    IReadOnlyList<TrackSummary> Tracks,
    IReadOnlyList<WarningSummary> Warnings,
    long Quarantined,
    IReadOnlyList<string> Failures);

/// <param name="State">As on the page; <c>online</c> when all is well.</param>
/// <param name="ReportsConfirmed">By the board's own count: acknowledged to it, and so in the journal.</param>
internal sealed record NodeSummary(
    string Id, string Kind, string State, long Boot, long Reports, long Detections, long ReportsConfirmed, long ReportsDropped, long Quarantined);

/// <param name="LaunchedAtSeconds">Null for what was in the air already.</param>
/// <param name="TrackedAtSeconds">When its first track was confirmed; null if it never was.</param>
/// <param name="Tracks">In order of first update; one is best.</param>
internal sealed record ObjectSummary(
    string Name,
    string Kind,
    bool Launched,
    double? LaunchedAtSeconds,
    double? ImpactAtSeconds,
    double? TrackedAtSeconds,
    IReadOnlyList<string> Tracks,
    long Updates,
    double? RmsPositionErrorMeters,
    double? WarnedAtSeconds,
    IReadOnlyList<int> Warnings);

/// <param name="Object">The object that it followed most of the time; null: nothing that was there.</param>
/// <param name="RmsPositionErrorMeters">Over the updates near that object.</param>
internal sealed record TrackSummary(
    string Id, string? Object, double FirstUpdateAtSeconds, double LastUpdateAtSeconds, long Updates, double? RmsPositionErrorMeters);

/// <param name="Object">The object of its track, or null.</param>
internal sealed record WarningSummary(
    int Id,
    int Revision,
    string TrackId,
    string? Object,
    string State,
    string Class,
    double Confidence,
    double RaisedAtSeconds,
    double? ConfirmedAtSeconds,
    double? LaunchTimeErrorSeconds,
    double? LaunchPointErrorMeters,
    double? ImpactPointErrorMeters,
    double? ImpactTimeErrorSeconds,
    bool ReachesOrbit,
    string Reason);
