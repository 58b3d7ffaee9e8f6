using JointWatch.Tracking;

namespace JointWatch.Warnings.Announcements;

/// <summary>
/// The announcements of all parties, and each flight held against them. It sees nothing but what is handed to it, with the time, so that the same
/// input gives the same verdicts. One thread at a time.
/// </summary>
public sealed class AnnouncementBook(AnnouncementOptions? options = null)
{
    /// <summary>The most announcements kept; the oldest that are over go first.</summary>
    public const int MostKept = 1_000;

    private const int LongestName = 64;
    private const int LongestNote = 500;
    private readonly AnnouncementOptions _options = options ?? new AnnouncementOptions();
    private readonly Dictionary<string, AnnouncementEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<int, FlightWatch> _flights = [];

    /// <summary>Gets the announcements by the beginning of their windows.</summary>
    public IEnumerable<AnnouncementEntry> Entries => _entries.Values.OrderBy(e => e.Plan.From).ThenBy(e => e.Plan.Name, StringComparer.Ordinal);

    /// <summary>Takes a notification, received at <paramref name="now"/>.</summary>
    /// <exception cref="NotificationException">It does not go with what was announced before.</exception>
    public void Take(Notification notification, UtcMicroseconds now)
    {
        AnnouncementEntry? known = _entries.GetValueOrDefault(notification.Name);
        if (known is null && notification.Kind != NotificationKind.PreLaunch)
        {
            throw new NotificationException("id", $"'{notification.Id}', which {notification.Party} has not announced", "an announced launch");
        }

        if (known is not null && notification.Revision <= known.Revision)
        {
            if (notification.Revision == known.Revision && notification.Kind is NotificationKind.PreLaunch or NotificationKind.Change && SamePlan(notification.Plan!, known.Plan))
            {
                return; // It came twice.
            }

            throw new NotificationException("revision", $"{notification.Revision}", $"more than {known.Revision}, the last one of {notification.Name}");
        }

        AnnouncementState state = notification.Kind switch
        {
            NotificationKind.Cancellation => AnnouncementState.Cancelled,
            NotificationKind.PostLaunch => AnnouncementState.Flown,
            _ => known?.FlownAs is null ? StateAt(notification.Plan!, now) : AnnouncementState.Flown,
        };
        _entries[notification.Name] = new AnnouncementEntry(
            notification.Plan ?? known!.Plan, notification.Revision, now, state, null, known?.FlownAs, notification.Note);
        Trim();
    }

    /// <summary>Notes that a person has seen an announcement as it now stands.</summary>
    /// <exception cref="NotificationException">There is none of that name, or the person's name or note is of no use.</exception>
    public void Acknowledge(string name, string by, string note, UtcMicroseconds now)
    {
        if (!_entries.TryGetValue(name, out AnnouncementEntry? entry))
        {
            throw new NotificationException("announcement", $"'{name}'", "one that is in the book");
        }

        if (by.Trim().Length is 0 or > LongestName || by.Any(char.IsControl))
        {
            throw new NotificationException("by", $"{by.Length} characters", $"a name of 1 to {LongestName} characters");
        }

        if (note.Length > LongestNote)
        {
            throw new NotificationException("note", $"{note.Length} characters", $"at most {LongestNote} characters");
        }

        _entries[name] = entry with { Acknowledged = new Acknowledgement(by.Trim(), note, now) };
    }

    /// <summary>Lets time pass: windows open and end.</summary>
    public void AdvanceTo(UtcMicroseconds now)
    {
        foreach (AnnouncementEntry entry in _entries.Values.Where(e => e.State is AnnouncementState.Planned or AnnouncementState.Due).ToArray())
        {
            AnnouncementState state = StateAt(entry.Plan, now);
            if (state != entry.State)
            {
                _entries[entry.Plan.Name] = entry with { State = state };
            }
        }
    }

    /// <summary>Holds a warning, as it now stands, against the announcements in force.</summary>
    public AnnouncementVerdict Judge(LaunchWarning warning, UtcMicroseconds now)
    {
        AdvanceTo(now);
        if (!_flights.TryGetValue(warning.Id, out FlightWatch? flight))
        {
            _flights[warning.Id] = flight = new FlightWatch(_options);
        }

        // One announcement is one launch: a flight that it was matched with has it to itself.
        Announcement[] inForce =
        [
            .. Entries.Where(e => e.IsInForce && (e.FlownAs is null || e.FlownAs == warning.Id) && warning.RaisedAt <= e.Plan.ValidUntil.AddSeconds(_options.BackgroundSeconds))
                .Select(e => e.Plan),
        ];
        AnnouncementVerdict verdict = flight.Judge(warning, inForce);
        if (verdict.Announcement is { } name && _entries.GetValueOrDefault(name) is { FlownAs: null, State: not AnnouncementState.Cancelled } entry)
        {
            _entries[name] = entry with { State = AnnouncementState.Flown, FlownAs = warning.Id };
        }

        return verdict;
    }

    /// <summary>Whether an announcement still waits for someone to acknowledge it, and has waited too long.</summary>
    public bool IsOverdue(AnnouncementEntry entry, UtcMicroseconds now) =>
        entry.Acknowledged is null
        && (now.SecondsSince(entry.ReceivedAt) > _options.AcknowledgeWithinSeconds || (now >= entry.Plan.From && entry.State != AnnouncementState.Cancelled));

    private static AnnouncementState StateAt(Announcement plan, UtcMicroseconds now) =>
        now < plan.From ? AnnouncementState.Planned : now <= plan.Until ? AnnouncementState.Due : AnnouncementState.NotFlown;

    private static bool SamePlan(Announcement a, Announcement b) =>
        a.Class == b.Class && a.From == b.From && a.Until == b.Until && a.ValidUntil == b.ValidUntil && a.Azimuth == b.Azimuth
        && a.LaunchArea.Middle == b.LaunchArea.Middle && a.ImpactArea?.Middle == b.ImpactArea?.Middle;

    private void Trim()
    {
        if (_entries.Count > MostKept)
        {
            AnnouncementEntry oldest = _entries.Values.OrderBy(e => e.State is AnnouncementState.Planned or AnnouncementState.Due).ThenBy(e => e.ReceivedAt).First();
            _entries.Remove(oldest.Plan.Name);
        }
    }
}
