using System.Text;
using JointWatch.Contract;
using JointWatch.Station.Announcing;
using JointWatch.Station.Ingest;
using JointWatch.Station.Joint;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Core;

/// <summary>
/// The deterministic core: journal entries in, picture out. It sees nothing but the entries, so the same journal gives the same tracks and
/// warnings, bit for bit. One thread at a time; nothing that an entry holds can stop it.
/// </summary>
public sealed class StationCore : IDisposable
{
    private const int MostTold = 50;

    private readonly CoreOptions _options;
    private readonly IReadOnlyList<ICoreObserver> _observers;
    private readonly StationClock _clock = new();
    private readonly PictureDigest _digest = new();
    private readonly DigestLedger _ledger = new();
    private readonly PictureMaker _picture;
    private readonly AnnouncementDesk _announcements;
    private readonly Queue<Told> _told = new();
    private long _ticks;
    private UtcMicroseconds? _removedAt;

    /// <param name="options">Tunable numbers.</param>
    /// <param name="stages">Makes tracker and warning stage, at the start and for each exercise.</param>
    /// <param name="observers">Are told, in this order.</param>
    public StationCore(CoreOptions options, StageFactory stages, params IReadOnlyList<ICoreObserver> observers)
    {
        _options = options;
        _observers = observers;
        _announcements = new AnnouncementDesk(observers);
        _picture = new PictureMaker(options, stages, [_announcements, .. observers], _digest);
    }

    /// <summary>Gets the nodes.</summary>
    public NodeRegister Nodes { get; } = new();

    /// <summary>Gets what was refused.</summary>
    public Quarantine Quarantine { get; } = new();

    /// <summary>Gets the counts so far.</summary>
    public CoreCounts Counts { get; private set; } = new();

    /// <summary>Gets the number of the last entry processed.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Gets the station's wall clock at the last entry.</summary>
    public UtcMicroseconds Wall { get; private set; }

    /// <summary>Gets the station's clock at the last entry: UTC, or that of the exercise.</summary>
    public UtcMicroseconds Now => _clock.At(Wall);

    /// <summary>Gets the exercise in force, or null.</summary>
    public ExerciseStatus? Exercise => _clock.Exercise is { } clock ? new ExerciseStatus(Note?.Run == clock.Run ? Note : null, clock) : null;

    /// <summary>Gets the run of the newest exercise; 0 before the first.</summary>
    public uint LastRun => Math.Max(_clock.LastRun, Note?.Run ?? 0);

    /// <summary>Gets the confirmed tracks, in order of number.</summary>
    public IEnumerable<TrackEstimate> Tracks => _picture.ConfirmedTracks;

    /// <summary>Gets what the tracker has learned of each sensor.</summary>
    public IReadOnlyList<SensorKnowledge> Learned => _picture.Learned;

    /// <summary>Gets the warnings of the present picture, and before them the last ones of those before.</summary>
    public IEnumerable<LaunchWarning> Warnings => _picture.Warnings;

    /// <summary>Gets the launches that parties have announced, and how the warnings stand to them.</summary>
    public AnnouncementDesk Announcements => _announcements;

    /// <summary>Gets the greatest numbers that a track and a warning have got so far.</summary>
    public (long Track, int Warning) LastNumbers => (_picture.LastTrack, _picture.LastWarning);

    /// <summary>Gets what was told to the watch, oldest first, as far as it is kept.</summary>
    public IReadOnlyCollection<Told> Told => _told;

    /// <summary>Gets the digest of all tracks and warnings so far.</summary>
    public string Digest => _digest.Current();

    private ExerciseNote? Note { get; set; }

    /// <summary>Takes the next entry.</summary>
    public void Process(JournalEntry entry)
    {
        LastNumber = entry.Number;
        Wall = entry.ReceivedAt;
        try
        {
            Dispatch(entry);
        }
        catch (RefusedException e)
        {
            Refuse(entry, e.Refusal, entry.Payload.Length, entry.Payload);
        }
#pragma warning disable CA1031 // Whatever a bug in a stage throws, the station goes on with the next entry: it is counted, shown and fails a demo.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Counts = Counts with { Faults = Counts.Faults + 1, LastFault = e.ToString() };
            Refuse(entry, new Refusal("station", e.GetType().Name, $"no fault of the station's own ({e.Message})"), entry.Payload.Length, entry.Payload);
            _picture.Clear();
        }

        foreach (ICoreObserver observer in _observers)
        {
            observer.EntryProcessed(this, entry);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();

    private void Dispatch(JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Message:
                Counts = Counts with { Messages = Counts.Messages + 1 };
                if (AnnouncementTopic.TryParse(entry.Topic) is not null)
                {
                    _announcements.Take(entry.Topic, entry.Payload, Now);
                    break;
                }

                Take(entry, SealedMessage.Is(entry.Payload) ? SealedMessage.PayloadOf(entry.Payload) : entry.Payload, isSealed: false);
                break;
            case EntryKind.Sealed:
                Counts = Counts with { Messages = Counts.Messages + 1 };
                Take(entry, SealedMessage.PayloadOf(entry.Payload), isSealed: true);
                break;
            case EntryKind.Enrolled:
                Nodes.FindOrAdd(TopicName.Parse(entry.Topic).Node).Enrol(Encoding.ASCII.GetString(entry.Payload.Span));
                break;
            case EntryKind.Tick:
                Tick(entry);
                break;
            case EntryKind.Start:
                // From here on the digests in the journal are of a picture that was made without what was removed.
                _removedAt = _removedAt <= entry.ReceivedAt ? null : _removedAt;
                break;
            case EntryKind.Exercise:
                Note = ExerciseNote.FromPayload(entry.Payload);
                break;
            case EntryKind.Told:
                _told.Enqueue(new Told(Now, ToldNote.FromPayload(entry.Payload)));
                if (_told.Count > MostTold)
                {
                    _told.Dequeue();
                }

                break;
            case EntryKind.Refused:
                var refused = RefusedAtTheDoor.FromPayload(entry.Payload);
                Refuse(entry, refused.Refusal, refused.Length, refused.Bytes);
                break;
            case EntryKind.Notification:
                _announcements.Take(entry.Topic, entry.Payload, Now);
                break;
            case EntryKind.Acknowledged:
                _announcements.Acknowledge(entry.Topic, entry.Payload, Now);
                break;
            case EntryKind.Checkpoint:
                if (_removedAt is null)
                {
                    Counts = Counts with { DigestMismatches = Counts.DigestMismatches + (_ledger.Agrees(Checkpoint.FromPayload(entry.Payload)) ? 0 : 1) };
                }

                break;
            case EntryKind.Removed:
                RemovalNote removal = RemovalNote.FromPayload(entry.Payload);
                _removedAt = _removedAt is { } at && at.Value > removal.RemovedAtUs ? at : new UtcMicroseconds(removal.RemovedAtUs);
                _picture.GoOnBehind(removal.LastTrack, removal.LastWarning);
                break;
            default:
                throw new RefusedException("journal", $"an entry of kind {entry.Kind}", "a journal that this version can read");
        }
    }

    /// <summary>Takes a message: what it holds, and whether that is sealed with its node's key.</summary>
    private void Take(JournalEntry entry, ReadOnlyMemory<byte> payload, bool isSealed)
    {
        if (entry.Topic == Topics.Clock)
        {
            if (_clock.Take(ClockReader.Read(payload)))
            {
                BeginAnew();
            }

            return;
        }

        (NodeId id, string kind) = TopicName.Parse(entry.Topic);
        if (kind == Topics.State)
        {
            Nodes.FindOrAdd(id).Take(StateReader.Read(payload));
            return;
        }

        // What was sealed once can be played again: only what is new says that the node lives.
        bool isNew = true;
        switch (kind)
        {
            case Topics.Birth:
                NodeBirth birth = BirthReader.Read(id, payload);
                Nodes.FindOrAdd(id).Trust(isSealed);
                isNew = Nodes.FindOrAdd(id).Take(birth);
                break;
            case Topics.Health:
                NodeHealth health = HealthReader.Read(payload);
                Trusted(id, isSealed).Take(health);
                break;
            case Topics.Report:
                isNew = TakeReport(Trusted(id, isSealed), payload);
                break;
            default:
                NodeAnswer answer = AckReader.Read(payload);
                isNew = false;
                foreach (ICoreObserver observer in _observers)
                {
                    observer.Answered(id, answer);
                }

                break;
        }

        if (isNew || !isSealed)
        {
            Nodes.Find(id)?.Heard(entry.ReceivedAt);
        }
    }

    private NodeRecord Trusted(NodeId id, bool isSealed)
    {
        NodeRecord node = Known(id);
        node.Trust(isSealed);
        return node;
    }

    private NodeRecord Known(NodeId id) =>
        Nodes.Find(id) is { Birth: not null } node ? node : throw new RefusedException("birth", "missing", "a birth message of this node before its first report");

    /// <summary>Takes a report.</summary>
    /// <returns>False for a repeat.</returns>
    private bool TakeReport(NodeRecord node, ReadOnlyMemory<byte> payload)
    {
        NodeReport report = ReportReader.Read(node.Birth!, payload);
        bool inTime = HoldAgainstClock(report);
        if (!node.TryTake(report))
        {
            Counts = Counts with { Repeats = Counts.Repeats + 1 };
            return false;
        }

        Counts = Counts with { Reports = Counts.Reports + 1, Detections = Counts.Detections + report.Detections.Count };
        if (!inTime)
        {
            Counts = Counts with { OtherClock = Counts.OtherClock + 1 };
            return true;
        }

        if (node.ScansTooFast(report))
        {
            Counts = Counts with { TooFast = Counts.TooFast + 1 };
            return true;
        }

        _picture.Take(node.Id, new Scan(node.Birth!.Sensor, report.Time, report.Detections), Now);
        return true;
    }

    /// <summary>Whether a report is of the clock in force; one of an exercise that has ended, or of UTC beside a faster exercise, is good but not for this picture.</summary>
    private bool HoldAgainstClock(NodeReport report)
    {
        uint? run = _clock.Exercise?.Run;
        if (report.Run is { } r && r != run)
        {
            return r == _clock.LastRun
                ? false
                : throw new RefusedException("run", $"{r}", run is null ? "none: no exercise is running" : $"{run}, the exercise that is running");
        }

        if (report.Run is null && !_clock.IsUtc)
        {
            return false;
        }

        double ahead = report.Time.SecondsSince(Now);
        double allowed = (_options.MaxAheadSeconds * Math.Max(1, _clock.Rate)) + (3 * report.ClockSigmaSeconds);
        return ahead <= allowed
            ? true
            : throw new RefusedException("time", $"{report.Time}, {ahead:F1} s ahead of the station's clock", $"at most {allowed:F1} s ahead: check the node's clock");
    }

    private void Tick(JournalEntry entry)
    {
        if (_clock.GiveUpLost(entry.ReceivedAt, _options.DirectorPatienceSeconds))
        {
            BeginAnew();
        }

        _announcements.AdvanceTo(Now);
        _picture.AdvanceTo(Now, Now.AddSeconds(-_options.PatienceSeconds * Math.Max(1, _clock.Rate)));
        if (++_ticks % _options.TicksPerDigest != 0)
        {
            return;
        }

        var checkpoint = new Checkpoint(entry.Number, _digest.Current());
        _ledger.Note(checkpoint);
        foreach (ICoreObserver observer in _observers)
        {
            observer.DigestTaken(checkpoint);
        }
    }

    /// <summary>Another clock is in force.</summary>
    private void BeginAnew()
    {
        _picture.Clear();
        foreach (ICoreObserver observer in _observers)
        {
            observer.ClockChanged(ExerciseMark.Of(Exercise));
        }
    }

    private void Refuse(JournalEntry entry, Refusal refusal, int length, ReadOnlyMemory<byte> bytes)
    {
        Counts = Counts with { Quarantined = Counts.Quarantined + 1 };
        Quarantine.Add(entry, length, refusal, bytes);
        try
        {
            Nodes.Find(TopicName.Parse(entry.Topic).Node)?.Refused();
        }
        catch (RefusedException)
        {
            // It came under no node's name: there is no one to count it against.
        }
    }
}
