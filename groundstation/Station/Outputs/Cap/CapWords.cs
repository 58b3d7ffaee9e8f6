using System.Globalization;
using JointWatch.Station.Picture;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Outputs.Cap;

/// <summary>What people read first in an alert: the warning in a line and in a few sentences, and what of it was announced.</summary>
internal static class CapWords
{
    public static string Headline(ListedWarning listed)
    {
        LaunchWarning w = listed.Warning;
        string warning = $"Launch warning {w.Id}, {Words.Of(w.State)}: {Words.Of(w.Class)}";
        return listed.Verdict switch
        {
            { Label: AnnouncementLabel.Announced } verdict => $"Announced launch {verdict.Announcement}: {Words.Of(w.Class)} (warning {w.Id}, {Words.Of(w.State)})",
            { Label: AnnouncementLabel.Departed } verdict => $"{warning}, departs from its announcement {verdict.Announcement}",
            { Label: AnnouncementLabel.Ambiguous } => $"{warning}, perhaps announced",
            { Label: AnnouncementLabel.Unannounced } => $"{warning}, not announced",
            _ => warning,
        };
    }

    public static string Description(ListedWarning listed) => listed.Verdict switch
    {
        { Label: AnnouncementLabel.Announced } verdict => $"{Sentence(listed)} It does what was announced as {verdict.Announcement}.",
        { Label: AnnouncementLabel.Departed } verdict => $"{Sentence(listed)} It departs from what was announced as {verdict.Announcement}: {string.Join("; ", verdict.Departures)}.",
        { Label: AnnouncementLabel.Ambiguous } verdict => $"{Sentence(listed)} It may be {string.Join(", or ", verdict.Readings.Select(Reading))}.",
        { Label: AnnouncementLabel.Unannounced } => $"{Sentence(listed)} No announcement fits it.",
        _ => listed.Warning.Reason,
    };

    private static string Sentence(ListedWarning listed) => listed.Warning.Reason.TrimEnd('.') + ".";

    private static string Reading(Reading reading) => string.Create(
        CultureInfo.InvariantCulture, $"{reading.Announcement ?? "a launch that was not announced"} ({100 * reading.Probability:F0} %)");
}
