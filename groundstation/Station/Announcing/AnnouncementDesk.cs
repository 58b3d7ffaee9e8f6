using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Announcing;

/// <summary>
/// Keeps the book of announcements from the journal's entries, holds each warning against it as it changes, and tells what came of it. On the
/// core's thread.
/// </summary>
public sealed class AnnouncementDesk : ICoreObserver
{
    private const int MostVerdicts = 1_000;
    private readonly IReadOnlyList<ICoreObserver> _observers;
    private readonly SortedDictionary<int, AnnouncementVerdict> _verdicts = [];
    private readonly SortedDictionary<int, LaunchWarning> _open = [];

    internal AnnouncementDesk(IReadOnlyList<ICoreObserver> observers) => _observers = observers;

    /// <summary>Gets the announcements.</summary>
    public AnnouncementBook Book { get; } = new();

    /// <summary>How a warning stands to the announcements, or null.</summary>
    public AnnouncementVerdict? VerdictOf(int warning) => _verdicts.GetValueOrDefault(warning);

    /// <summary>Takes a notification as it came in.</summary>
    /// <exception cref="RefusedException">It cannot be used.</exception>
    internal void Take(string topic, ReadOnlyMemory<byte> payload, UtcMicroseconds now)
    {
        try
        {
            Notification notification = NotificationReader.Read(payload);
            if (AnnouncementTopic.TryParse(topic) != notification.Name)
            {
                throw new RefusedException("topic", $"'{topic}'", $"that of the announcement, {AnnouncementTopic.Of(notification.Party, notification.Id)}");
            }

            Book.Take(notification, now);
        }
        catch (NotificationException e)
        {
            throw new RefusedException(e.Field, e.Value, e.Expected);
        }

        // What has just been announced, changed or taken back may be in flight.
        foreach (LaunchWarning warning in _open.Values)
        {
            Judge(warning, now);
        }
    }

    /// <summary>Takes a person's acknowledgement.</summary>
    /// <exception cref="RefusedException">It cannot be used.</exception>
    internal void Acknowledge(string topic, ReadOnlyMemory<byte> payload, UtcMicroseconds now)
    {
        AcknowledgeRequest request = AcknowledgeRequest.FromPayload(payload);
        try
        {
            Book.Acknowledge(AnnouncementTopic.TryParse(topic) ?? topic, request.By ?? "", request.Note ?? "", now);
        }
        catch (NotificationException e)
        {
            throw new RefusedException(e.Field, e.Value, e.Expected);
        }
    }

    internal void AdvanceTo(UtcMicroseconds now) => Book.AdvanceTo(now);

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning)
    {
        if (warning.State is WarningState.Suspected or WarningState.Probable or WarningState.Confirmed)
        {
            _open[warning.Id] = warning;
        }
        else
        {
            _open.Remove(warning.Id);
        }

        Judge(warning, warning.UpdatedAt);
    }

    /// <inheritdoc/>
    public void PictureCleared() => _open.Clear();

    private void Judge(LaunchWarning warning, UtcMicroseconds now)
    {
        AnnouncementVerdict verdict = Book.Judge(warning, now);
        _verdicts[warning.Id] = verdict;
        if (_verdicts.Count > MostVerdicts)
        {
            _verdicts.Remove(_verdicts.Keys.First());
        }

        foreach (ICoreObserver observer in _observers)
        {
            observer.WarningJudged(warning, verdict);
        }
    }
}
