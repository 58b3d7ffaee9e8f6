using System.Globalization;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Station.Picture;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Demo;

/// <param name="who">Before each line's words: whose station it is, where there are several.</param>
/// <summary>Tells what happens, a line for each new track, each change of a warning's state or class, and of how it stands to what was announced.</summary>
internal sealed class Narrator(TextWriter output, string who = "") : ICoreObserver
{
    private readonly HashSet<TrackId> _told = [];
    private readonly Dictionary<int, (WarningState State, ObjectClass Class)> _warnings = [];
    private readonly Dictionary<int, AnnouncementLabel> _labels = [];
    private UtcMicroseconds? _start;

    /// <summary>Speaks from now on, and counts seconds from here.</summary>
    public void Begin(UtcMicroseconds start) => _start = start;

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
        foreach (TrackEstimate track in updated)
        {
            if (_start is { } start && _told.Add(track.Id))
            {
                Say(start, track.Time, $"track {track.Id} by {string.Join(", ", track.Sensors)}");
            }
        }
    }

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning)
    {
        if (_start is not { } start || _warnings.GetValueOrDefault(warning.Id, ((WarningState)(-1), default)) == (warning.State, warning.Class))
        {
            return;
        }

        _warnings[warning.Id] = (warning.State, warning.Class);
        Say(start, warning.UpdatedAt, $"warning {warning.Id} {Words.Of(warning.State).ToUpperInvariant()} ({warning.Track}, {Words.Of(warning.Class)}): {warning.Reason}");
    }

    /// <inheritdoc/>
    public void WarningJudged(LaunchWarning warning, AnnouncementVerdict verdict)
    {
        if (_start is not { } start || _labels.GetValueOrDefault(warning.Id) == verdict.Label)
        {
            return;
        }

        _labels[warning.Id] = verdict.Label;
        Say(start, warning.UpdatedAt, $"warning {warning.Id} " + verdict.Label switch
        {
            AnnouncementLabel.Announced => $"is announced as {verdict.Announcement}: no alarm",
            AnnouncementLabel.Departed => $"departs from its announcement {verdict.Announcement}: {string.Join("; ", verdict.Departures)}",
            AnnouncementLabel.Ambiguous => "may be announced, or not",
            _ => "is not announced",
        });
    }

    private void Say(UtcMicroseconds start, UtcMicroseconds at, string what) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at.SecondsSince(start),7:F1} s  {who}{what}"));
}
