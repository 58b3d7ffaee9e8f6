using System.Security.Cryptography;
using JointWatch.Exchange.Records;
using JointWatch.Joint.Desk;
using JointWatch.Station.Core;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using Microsoft.Data.Sqlite;

namespace JointWatch.Station.Joint;

/// <summary>
/// Keeps the promise to delete raw data: commits to the reports of each closed hour of the centre's clock, or of an exercise's last part, and when their days are over, removes
/// them from the journal and says so. On the core's thread.
/// </summary>
/// <param name="isOurs">Whether the clock in force is the centre's.</param>
/// <param name="days">How many days after their time the reports must be gone.</param>
internal sealed class RawDataKeeper(JointDesk desk, Func<bool> isOurs, double days, string journal, TimeProvider time, Action<string> log) : ICoreObserver, IDisposable
{
    private const long HourMicroseconds = 3_600_000_000;
    private const double SecondsPerDay = 86_400;
    private const double RetrySeconds = 60;

    /// <summary>An hour before the deadline, or a tenth of the time where that is short: a station that stands still for a while keeps its word all the same.</summary>
    private readonly double _keptSeconds = (days * SecondsPerDay) - Math.Min(3_600, 0.1 * days * SecondsPerDay);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Queue<Stretch> _kept = new();
    private readonly Queue<RecordHash> _unsaid = new();
    private (long First, long Last, long Track, int Warning)? _open;
    private UtcMicroseconds _now;
    private UtcMicroseconds _notBefore;
    private long _hour;
    private bool _isLive;

    /// <summary>The journal is read, and what comes now is new: from now on reports are removed.</summary>
    public void Start() => _isLive = true;

    /// <inheritdoc/>
    public void ClockChanged(string? exercise)
    {
        if (isOurs())
        {
            Close(_now);
        }
    }

    /// <inheritdoc/>
    public void EntryProcessed(StationCore core, JournalEntry entry)
    {
        if (entry.Kind == EntryKind.Removed)
        {
            TakeUp(RemovalNote.FromPayload(entry.Payload));
        }

        if (!isOurs())
        {
            return;
        }

        long hour = core.Now.Value / HourMicroseconds;
        if (hour != _hour)
        {
            // A clock that steps back has not ended its hour.
            Close(core.Now < _now ? _now : new UtcMicroseconds(((_hour + 1) * HourMicroseconds) - 1));
            _hour = hour;
        }

        _now = core.Now;
        if (RawData.Is(entry))
        {
            RawData.Add(_hash, entry);
            _open = (_open?.First ?? entry.Number, entry.Number, core.LastNumbers.Track, core.LastNumbers.Warning);
        }
        else if (entry.Kind == EntryKind.Tick && _isLive)
        {
            RemoveDue();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    /// <summary>Reports were removed in an earlier life of the station; it may have been killed before it said so.</summary>
    private void TakeUp(RemovalNote note)
    {
        desk.Sleep();
        RecordHash commitment = RecordHash.FromBytes(Convert.FromHexString(note.Commitment));
        if (!desk.IsSaidDeleted(commitment))
        {
            _unsaid.Enqueue(commitment);
        }
    }

    private void Close(UtcMicroseconds until)
    {
        if (_open is not var (first, last, track, warning))
        {
            return;
        }

        _open = null;
        byte[] content = _hash.GetHashAndReset();
        var from = new UtcMicroseconds(Math.Min(_hour * HourMicroseconds, until.Value));
        RecordHash commitment = desk.CommitRawData(from, until, content, until.Value > _now.Value ? until : _now);
        _kept.Enqueue(new Stretch(commitment, first, last, track, warning, until.AddSeconds(_keptSeconds)));
    }

    private void RemoveDue()
    {
        for (; _unsaid.TryPeek(out RecordHash removed); _unsaid.Dequeue())
        {
            desk.SayDeleted(removed, _now);
        }

        while (_kept.TryPeek(out Stretch? stretch) && stretch.Due <= _now && _notBefore <= _now)
        {
            try
            {
                var note = new RemovalNote(stretch.Commitment.ToString(), stretch.LastTrack, stretch.LastWarning, UtcMicroseconds.From(time.GetUtcNow()).Value);
                RawData.Remove(journal, stretch.First, stretch.Last, note);
            }
            catch (SqliteException e)
            {
                log($"The reports of entries {stretch.First} to {stretch.Last} are to be removed from the journal, and it cannot be written ({e.Message}); trying again in a minute.");
                _notBefore = _now.AddSeconds(RetrySeconds);
                return;
            }

            desk.SayDeleted(stretch.Commitment, _now);
            _kept.Dequeue();
        }
    }

    /// <param name="Due">When it is to be removed, by the centre's clock.</param>
    private sealed record Stretch(RecordHash Commitment, long First, long Last, long LastTrack, int LastWarning, UtcMicroseconds Due);
}
