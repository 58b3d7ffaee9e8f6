namespace JointWatch.Station.Views;

/// <summary>An announced launch. State: planned, due, flown, not flown, cancelled. Class: as a warning's, in words.</summary>
/// <param name="Name">Party and the party's own name for it: <c>party/id</c>.</param>
/// <param name="SecondsToWindow">To the beginning of its window, at the picture's time; negative when past.</param>
/// <param name="IsFault">Whether nobody has acknowledged it for too long.</param>
/// <param name="WarningId">The warning of its flight, or null.</param>
public sealed record AnnouncementView(
    string Name,
    int Revision,
    string State,
    string Class,
    string From,
    string Until,
    double SecondsToWindow,
    AreaView LaunchArea,
    SectorView? Azimuth,
    AreaView? ImpactArea,
    string ValidUntil,
    string Note,
    string ReceivedAt,
    AcknowledgementView? Acknowledged,
    bool IsFault,
    int? WarningId);

/// <summary>A circle, or with corners a polygon of [latitude, longitude].</summary>
public sealed record AreaView(double LatitudeDegrees, double LongitudeDegrees, double RadiusMeters, IReadOnlyList<double[]> Polygon);

public sealed record SectorView(double FromDegrees, double ToDegrees);

public sealed record AcknowledgementView(string By, string Note, string At);

/// <summary>How a warning stands to the announcements. Label: unannounced, ambiguous, announced, departed.</summary>
/// <param name="Announcement">The one that it was matched with, or null.</param>
/// <param name="Departures">Where it left what was announced: field, and by how much.</param>
/// <param name="Readings">What it may be, the likeliest first.</param>
public sealed record VerdictView(string Label, string? Announcement, IReadOnlyList<string> Departures, IReadOnlyList<ReadingView> Readings);

/// <summary>One reading. <paramref name="Announcement"/> is null for a launch that was not announced.</summary>
public sealed record ReadingView(string? Announcement, double Probability, IReadOnlyList<FieldFitView> Fields);

/// <summary>How one field fits: in words, and how many times likelier it makes the reading.</summary>
public sealed record FieldFitView(string Field, string Words, double TimesLikelier);
