using JointWatch.Tracking;

namespace JointWatch.Warnings.Announcements;

/// <summary>How an announcement stands.</summary>
public enum AnnouncementState
{
    /// <summary>Its window has not begun.</summary>
    Planned = 0,

    /// <summary>Its window is open.</summary>
    Due = 1,

    /// <summary>A flight was matched with it, or its party says that it was flown.</summary>
    Flown = 2,

    /// <summary>Its window has ended without a flight.</summary>
    NotFlown = 3,

    /// <summary>Its party has taken it back.</summary>
    Cancelled = 4,
}

/// <summary>Who has seen an announcement, and when.</summary>
public sealed record Acknowledgement(string By, string Note, UtcMicroseconds At);

/// <summary>An announcement in the station's book.</summary>
/// <param name="Plan">What is planned, as it was announced last.</param>
/// <param name="Revision">That of the last notification.</param>
/// <param name="ReceivedAt">When the last notification came in, by the station's clock.</param>
/// <param name="Acknowledged">Who has seen the last notification; null: nobody.</param>
/// <param name="FlownAs">The warning of the flight, or null.</param>
public sealed record AnnouncementEntry(
    Announcement Plan, int Revision, UtcMicroseconds ReceivedAt, AnnouncementState State, Acknowledgement? Acknowledged, int? FlownAs, string Note)
{
    /// <summary>Gets a value indicating whether flights are held against it.</summary>
    public bool IsInForce => State != AnnouncementState.Cancelled;
}
