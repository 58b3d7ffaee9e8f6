using JointWatch.Tracking;

namespace JointWatch.Warnings.Announcements;

/// <summary>What a notification does to an announcement.</summary>
public enum NotificationKind
{
    /// <summary>Announces a launch before it happens.</summary>
    PreLaunch = 0,

    /// <summary>Replaces what was announced.</summary>
    Change = 1,

    /// <summary>Takes it back.</summary>
    Cancellation = 2,

    /// <summary>Says that it was flown.</summary>
    PostLaunch = 3,
}

/// <summary>One message of a party about a launch of its own.</summary>
/// <param name="Revision">Counts the party's notifications of this launch, from 1; an older one changes nothing.</param>
/// <param name="Plan">What is planned: with <see cref="NotificationKind.PreLaunch"/> and <see cref="NotificationKind.Change"/>, else null.</param>
/// <param name="LaunchedAt">When it was launched: with <see cref="NotificationKind.PostLaunch"/>, else null.</param>
public sealed record Notification(NotificationKind Kind, string Party, string Id, int Revision, string Note, Announcement? Plan, UtcMicroseconds? LaunchedAt)
{
    /// <summary>Gets the name of the announcement that it is about: <c>party/id</c>.</summary>
    public string Name => $"{Party}/{Id}";
}
