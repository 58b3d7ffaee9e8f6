using JointWatch.Reviews.Coverage;

namespace JointWatch.Reviews.Numbers;

/// <summary>
/// An after-action report, in numbers; JSON in camel case, units in names. Times named <c>...AtSeconds</c> count from the start of the exercise on its own clock.
/// A number that does not exist (nothing was warned of, nothing came down) is null.
/// </summary>
/// <param name="SampleSeconds">How far apart tracks are looked at.</param>
/// <param name="Objects">What there was to see.</param>
/// <param name="Parties">What each party made of it.</param>
/// <param name="Joint">What they made of it between them: of each thing the first of any.</param>
/// <param name="JointPicture">The picture of their tracks fused, scored as each party's own; null: there is but one party, or no picture.</param>
/// <param name="Coverage">What the sensors could see; null: there were none.</param>
public sealed record ReviewReport(
    string Exercise,
    string Scenario,
    string Description,
    string StartUtc,
    double DurationSeconds,
    double SampleSeconds,
    IReadOnlyList<ObjectFact> Objects,
    IReadOnlyList<PartyReview> Parties,
    IReadOnlyList<ObjectReview> Joint,
    PictureReview? JointPicture,
    CoverageReview? Coverage,
    IReadOnlyList<DirectorAct> Direction,
    ExchangeReview? Exchange);

/// <param name="LaunchedAtSeconds">Null for what was in the air already.</param>
public sealed record ObjectFact(string Name, string Kind, bool IsLaunched, double? LaunchedAtSeconds, double? ImpactAtSeconds);

/// <summary>How good a picture was.</summary>
/// <param name="Gospa">Over time.</param>
public sealed record PictureReview(IReadOnlyList<TimePoint> Gospa, double? MeanGospaMeters, SiapReview Siap);

/// <param name="FalseAlarms">Confirmed warnings of nothing that was launched.</param>
/// <param name="Missed">Launched objects that were never confirmed.</param>
/// <param name="Gospa">Over time.</param>
public sealed record PartyReview(
    string Party,
    IReadOnlyList<ObjectReview> Objects,
    IReadOnlyList<string> FalseAlarms,
    IReadOnlyList<string> Missed,
    IReadOnlyList<TimePoint> Gospa,
    double? MeanGospaMeters,
    SiapReview Siap,
    IReadOnlyList<DelayReview> Delays,
    IReadOnlyDictionary<string, long> Refusals);

/// <summary>What was made of one object. Delays are from its launch, or from its first appearance for what was in the air.</summary>
/// <param name="Announced">How its warning stood to the announcements; null: it was not warned of.</param>
/// <param name="ImpactErrors">The error of the predicted impact over time, and the radius within which the warning said that it lies with 90 %.</param>
public sealed record ObjectReview(
    string Name,
    double? FirstDetectionAtSeconds,
    double? FirstTrackAtSeconds,
    double? SuspectedAtSeconds,
    double? ProbableAtSeconds,
    double? ConfirmedAtSeconds,
    double? ConfirmedAfterLaunchSeconds,
    string? State,
    string? Class,
    string? Announced,
    double? LaunchErrorMeters,
    double? LaunchTimeErrorSeconds,
    double? ImpactErrorMeters,
    double? ImpactTimeErrorSeconds,
    IReadOnlyList<ImpactPoint> ImpactErrors,
    string? By);

public sealed record TimePoint(double AtSeconds, double Value);

/// <param name="StatedMeters">The larger half axis of the warning's 90 % ellipse.</param>
public sealed record ImpactPoint(double AtSeconds, double ErrorMeters, double StatedMeters);

/// <summary>The attributes of a single integrated air picture, over the whole run.</summary>
public sealed record SiapReview(double? Completeness, double? Ambiguity, double? Spuriousness, double? PositionMeters, double? VelocityMetersPerSecond, double? LongestSegment);

public sealed record DelayReview(string Board, int Reports, double P50Seconds, double P90Seconds, double P99Seconds, double LongestSeconds);

public sealed record DirectorAct(double AtSeconds, string Act, string Detail);

/// <summary>What the parties told each other, from the centre's log.</summary>
public sealed record ExchangeReview(
    int Entries, IReadOnlyList<ReleaseFact> Releases, IReadOnlyList<string> Conversation, IReadOnlyList<PromiseFact> Promises, IReadOnlyList<string> Faults)
{
    /// <summary>Gets what the parties told each other of what their sensors can see, in sentences.</summary>
    public IReadOnlyList<string> Coverage { get; init; } = [];
}

/// <param name="AfterConfirmationSeconds">From the party's commitment to its confirmation, by its own clock; null: it reports no confirmation.</param>
public sealed record ReleaseFact(double AtSeconds, string By, string To, string Reference, int Revision, double? AfterConfirmationSeconds);

public sealed record PromiseFact(string Party, string Name, string Promise, string Verdict);
