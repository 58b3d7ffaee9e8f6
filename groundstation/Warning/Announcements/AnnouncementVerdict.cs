namespace JointWatch.Warnings.Announcements;

/// <summary>What a warning is, held against the announcements in force.</summary>
public enum AnnouncementLabel
{
    /// <summary>No announcement fits.</summary>
    Unannounced = 0,

    /// <summary>It may be an announced launch, or not: both readings stand.</summary>
    Ambiguous = 1,

    /// <summary>It is the announced launch, and does what was announced.</summary>
    Announced = 2,

    /// <summary>It is the announced launch, or was taken for it, and does what was not announced.</summary>
    Departed = 3,
}

/// <summary>One reading of a warning: as an announced launch, or with null as one that was not announced.</summary>
public sealed record Reading(string? Announcement, double Probability, IReadOnlyList<FieldFit> Fields);

/// <summary>How a warning stands to the announcements.</summary>
/// <param name="Announcement">The announcement that it was matched with, or null.</param>
/// <param name="Readings">All readings worth a look (1 % and more), the likeliest first; the unannounced among them.</param>
/// <param name="Departures">Where it left its announcement: the field, and by how much. Empty where it did not.</param>
public sealed record AnnouncementVerdict(AnnouncementLabel Label, string? Announcement, IReadOnlyList<Reading> Readings, IReadOnlyList<string> Departures)
{
    /// <summary>Gets a value indicating whether the warning is to be sounded: not while it does just what was announced.</summary>
    public bool Alarms => Label != AnnouncementLabel.Announced;
}
