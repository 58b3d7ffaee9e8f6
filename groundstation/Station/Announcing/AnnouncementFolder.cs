using System.Text.Json;
using System.Threading.Channels;
using JointWatch.Station.Ingest;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Announcing;

/// <summary>
/// Notifications from a folder of JSON files: those that lie there when the station starts, and from then on each that is new or changed, looked for
/// once a second. A file that cannot be used is named on the console with field, value and what was expected, and counted among what was refused.
/// A file taken away cancels nothing: a cancellation is a notification.
/// </summary>
internal sealed class AnnouncementFolder : IAsyncDisposable
{
    /// <summary>The most files of a folder that are read, the first by name.</summary>
    public const int MostFiles = AnnouncementBook.MostKept;

    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(1);

    private readonly string _folder;
    private readonly LivePicture _picture;
    private readonly StationIntake _intake;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);
    private Task _work = Task.CompletedTask;
    private string? _complaint;

    private AnnouncementFolder(string folder, LivePicture picture, StationIntake intake, TimeProvider time, Action<string> log)
    {
        _folder = folder;
        _picture = picture;
        _intake = intake;
        _time = time;
        _log = log;
    }

    /// <summary>Reads what lies in the folder, and watches it from then on.</summary>
    public static async Task<AnnouncementFolder> StartAsync(string folder, LivePicture picture, StationIntake intake, TimeProvider time, Action<string> log)
    {
        var watched = new AnnouncementFolder(folder, picture, intake, time, log);
        await watched.LookAsync(isFirst: true);
        watched._work = Task.Run(watched.WatchAsync);
        return watched;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(LookPeriod, _time);
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await LookAsync(isFirst: false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            // Stopping.
        }
    }

    private async Task LookAsync(bool isFirst)
    {
        var read = new List<(string File, Notification Notification, byte[] Json)>();
        foreach (FileInfo file in Files())
        {
            (DateTime Written, long Length) stamp = (file.LastWriteTimeUtc, file.Length);
            Seen? before = _seen.GetValueOrDefault(file.FullName);
            if (before is { IsDone: true } && before.Stamp == stamp)
            {
                continue;
            }

            // What may still be written to is read once it has stood still from one look to the next.
            if (!isFirst && before?.Stamp != stamp)
            {
                _seen[file.FullName] = new Seen(stamp, IsDone: false, null);
                continue;
            }

            try
            {
                byte[] json = Read(file);
                read.Add((file.FullName, NotificationReader.Read(json), json));
                _seen[file.FullName] = new Seen(stamp, IsDone: true, null);
            }
            catch (NotificationException e)
            {
                _seen[file.FullName] = new Seen(stamp, IsDone: true, null);
                await RefuseAsync(file.FullName, e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another program may hold it: it is tried again, and told once.
                _seen[file.FullName] = new Seen(stamp, IsDone: false, e.Message);
                if (before?.Complaint != e.Message)
                {
                    await RefuseAsync(file.FullName, new NotificationException("file", e.Message, "a file that can be read"));
                }
            }
        }

        // An announcement and its change may have come in one look.
        foreach ((string file, Notification notification, byte[] json) in read.OrderBy(r => r.Notification.Name, StringComparer.Ordinal).ThenBy(r => r.Notification.Revision))
        {
            await TakeAsync(file, notification, json, isFirst);
        }
    }

    private IReadOnlyList<FileInfo> Files()
    {
        try
        {
            FileInfo[] files = [.. new DirectoryInfo(_folder).EnumerateFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal)];
            Complain(files.Length > MostFiles ? $"{_folder}: holds {files.Length} files; expected at most {MostFiles}, those after {files[MostFiles - 1].Name} are not read" : null);
            FileInfo[] first = [.. files.Take(MostFiles)];
            foreach (string gone in _seen.Keys.Except(first.Select(f => f.FullName), StringComparer.Ordinal).ToList())
            {
                _seen.Remove(gone);
            }

            return first;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complain($"{_folder}: {e.Message}; expected a folder that can be read. What was announced stays announced.");
            return [];
        }
    }

    private static byte[] Read(FileInfo file)
    {
        if (file.Length > NotificationReader.MaxBytes)
        {
            throw new NotificationException("notification", $"{file.Length} bytes", $"at most {NotificationReader.MaxBytes} bytes");
        }

        return File.ReadAllBytes(file.FullName);
    }

    /// <summary>Hands a notification to the station, unless that has it already: the folder is read at each start, the journal too.</summary>
    private async Task TakeAsync(string file, Notification notification, byte[] json, bool isFirst)
    {
        string? plan = notification.Plan is null ? null : PlanOf(AnnouncementViews.Of(notification.Plan));
        Told? known = Known(notification.Name);
        if (known is not null && notification.Revision <= known.Revision)
        {
            bool isSame = notification.Revision == known.Revision && (plan is null || plan == known.Plan);
            if (!isSame && (!isFirst || notification.Revision == known.Revision))
            {
                await RefuseAsync(file, new NotificationException("revision", $"{notification.Revision}", $"more than {known.Revision}, the last one of {notification.Name}"));
            }

            return;
        }

        if (known is null && notification.Kind != NotificationKind.PreLaunch)
        {
            await RefuseAsync(file, new NotificationException("id", $"'{notification.Id}', which {notification.Party} has not announced", "an announced launch"));
            return;
        }

        _told[notification.Name] = new Told(notification.Revision, plan ?? known!.Plan);
        await _intake.SubmitAsync(EntryKind.Notification, AnnouncementTopic.Of(notification.Party, notification.Id), json, _stop.Token);
        _log($"{file}: {notification.Name}, revision {notification.Revision}, was taken; it waits to be acknowledged.");
    }

    /// <summary>What the station knows of an announcement, or will when it has processed what came from here.</summary>
    private Told? Known(string name)
    {
        Told? listed = _picture.Current.Announcements.FirstOrDefault(a => a.Name == name) is { } view ? new Told(view.Revision, PlanOf(view)) : null;
        Told? told = _told.GetValueOrDefault(name);
        return told is null || listed?.Revision >= told.Revision ? listed : told;
    }

    private Task RefuseAsync(string file, NotificationException e)
    {
        _log($"{file}: {e.Message}");
        var refused = new RefusedAtTheDoor(new Refusal(e.Field, e.Value, e.Expected), 0, []);
        return _intake.SubmitAsync(EntryKind.Refused, file, refused.ToPayload(), _stop.Token);
    }

    private void Complain(string? complaint)
    {
        if (complaint is not null && complaint != _complaint)
        {
            _log(complaint);
        }

        _complaint = complaint;
    }

    private static string PlanOf(AnnouncementView a) =>
        JsonSerializer.Serialize(new { a.Class, a.From, a.Until, a.LaunchArea, a.Azimuth, a.ImpactArea, a.ValidUntil });

    /// <summary>A file as it was at the last look, whether it was read, and why it could not be.</summary>
    private sealed record Seen((DateTime Written, long Length) Stamp, bool IsDone, string? Complaint);

    /// <summary>The last notification of an announcement, and what it planned.</summary>
    private sealed record Told(int Revision, string Plan);
}
