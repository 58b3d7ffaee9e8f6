using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Outputs;

/// <summary>A warning as it stands, and what the outside must know beside it.</summary>
/// <param name="Status">How it is meant.</param>
/// <param name="IsInForce">Whether it is suspected, probable or confirmed, under the clock that is in force now.</param>
/// <param name="Earlier">The numbers and times of the revisions before this one, oldest first, the newest <see cref="WarningList.MostEarlier"/>.</param>
public sealed record ListedWarning(
    LaunchWarning Warning, WarningStatus Status, bool IsInForce, IReadOnlyList<(int Revision, UtcMicroseconds UpdatedAt)> Earlier);
