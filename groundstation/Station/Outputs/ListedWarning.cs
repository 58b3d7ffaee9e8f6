using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Outputs;

/// <summary>A warning as it stands, and what the outside must know beside it.</summary>
/// <param name="Status">How it is meant.</param>
/// <param name="IsInForce">Whether it is suspected, probable or confirmed, under the clock that is in force now.</param>
/// <param name="Verdict">How it stands to what was announced; null before it was held against that.</param>
/// <param name="Earlier">What was said of it before this, oldest first, the newest <see cref="WarningList.MostEarlier"/>.</param>
public sealed record ListedWarning(
    LaunchWarning Warning, WarningStatus Status, bool IsInForce, AnnouncementVerdict? Verdict, IReadOnlyList<ListedIssue> Earlier)
{
    /// <summary>Gets how often its announcements have changed since its revision was new.</summary>
    public int Judgement { get; init; }

    /// <summary>Gets the mark of the exercise that it belongs to, or null.</summary>
    public string? Exercise { get; init; }

    /// <summary>Gets what tells this state of the warning from those before it.</summary>
    public ListedIssue Issue => new(Warning.Revision, Judgement, Warning.UpdatedAt);

    /// <summary>Gets a value indicating whether it is the announced launch, and does what was announced.</summary>
    public bool IsAsAnnounced => Verdict is { Alarms: false };
}

/// <summary>One state of a warning: its revision, which of the verdicts on that, and the revision's time.</summary>
public readonly record struct ListedIssue(int Revision, int Judgement, UtcMicroseconds UpdatedAt);
