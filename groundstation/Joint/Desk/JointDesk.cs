using JointWatch.Exchange.Book;
using JointWatch.Exchange.Compare;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Joint.Messages;
using JointWatch.Joint.Picture;
using JointWatch.Releases.Inputs;
using JointWatch.Tracking;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Receipts;
using JointWatch.Warnings;

namespace JointWatch.Joint.Desk;

/// <summary>
/// A party's side of the joint centre: says what its policy lets out and what its people say, keeps its own copy of the log, cosigns it, and shows what the parties have
/// told each other. For any number of threads.
/// </summary>
/// <remarks>What the party says is signed and on the disk before it is handed to the link; what the link loses in a crash is sent again by <see cref="Start"/>.</remarks>
public sealed partial class JointDesk : IDisposable
{
    private const int MostFaults = 200;
    private const int MostOpen = 256;

    private readonly Lock _gate = new();
    private readonly DeskOptions _options;
    private readonly Action<string, ReadOnlyMemory<byte>> _send;
    private readonly PartyPen _pen;
    private readonly LogMirror _mirror;
    private readonly OpeningStore _openings;
    private readonly Releasing? _releasing;
    private readonly Confirmations _confirmations = new();
    private readonly Dictionary<string, (RecordHash Record, OutageBody Body)> _outages = new(StringComparer.Ordinal);
    private readonly HashSet<(PartyId? To, ReleasedThing Thing, string Reference, int Revision)> _isSaid = [];
    private readonly Queue<string> _faults = new();
    private readonly List<Action> _tellings = [];
    private RecordBook _book;
    private string? _exercise;
    private UtcMicroseconds _now;
    private bool _hasBegun;
    private bool _isAsleep;

    /// <param name="send">Hands a message for the centre to the link; it will be delivered, also after a power cut. It is called while the desk is locked, and must not call back.</param>
    /// <exception cref="RecordException">A file holds what is none of this party's.</exception>
    /// <exception cref="LogFormatException">What the witness remembers is damaged.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public JointDesk(DeskOptions options, TimeProvider time, Action<string, ReadOnlyMemory<byte>> send)
    {
        _options = options;
        _send = send;
        _now = UtcMicroseconds.From(time.GetUtcNow());
        Directory.CreateDirectory(options.Folder);
        _pen = new PartyPen(Path.Combine(options.Folder, "said.bundle"), options.Key);
        _mirror = new LogMirror(options.Folder, options.Witness, options.Log, time);
        _openings = new OpeningStore(Path.Combine(options.Folder, "openings.bundle"));
        _releasing = options.Policy is { } policy ? new Releasing(policy, Others()) : null;
        DeletionDays = PromisedDays(options.AssurancesText);
        _book = NewBook();
    }

    /// <summary>Gets what is called after something that the desk shows has changed. It must not block.</summary>
    public Action? Changed { get; init; }

    /// <summary>Gets what is called, in the log's order, for each launch that another party has announced, changed or taken back: not for those that the log held at the start.</summary>
    public Action<Said<AnnouncementBody>>? Announced { get; init; }

    /// <summary>Gets the party.</summary>
    public PartyId Party => _options.Party;

    /// <summary>Asks the centre for what is missing here, and sends again what the log does not hold yet. Call it once, when the link takes messages.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _send(MessageKinds.Have, new HaveMessage(_mirror.Entries.Count).ToCbor());
            foreach (SignedRecord record in _pen.Said.Where(r => !_mirror.Has(r.Hash)))
            {
                SendRecord(record);
            }

            foreach (OpeningMessage opening in UnseenOpenings())
            {
                SendOpening(opening);
            }
        }
    }

    /// <summary>
    /// Another clock is in force: an exercise begins, or ends (null). Policy and assurances are put on record under it if they are not yet.
    /// </summary>
    public void Begin(string? exercise, UtcMicroseconds now)
    {
        Do(() =>
        {
            _now = now;
            if (_exercise != exercise || !_hasBegun)
            {
                _exercise = exercise;
                _hasBegun = true;
                _book = NewBook();
                Remember();
                _releasing?.Clear(now, exercise is not null);
                PutOnRecord();
            }
        });
    }

    /// <summary>Takes what the station knows of a thing, to release of it what the policy says.</summary>
    public void Take(Unreleased thing, UtcMicroseconds now) => Do(() =>
    {
        _now = now;
        if (_isAsleep)
        {
            return;
        }

        _releasing?.Take(thing, now);
        SayDue();
    });

    /// <summary>Takes a warning: to release of it what the policy says, and to commit to its confirmation at once, so that nobody can say later that it was known later.</summary>
    public void Take(LaunchWarning warning, UtcMicroseconds now) => Do(() =>
    {
        _now = now;
        if (_isAsleep)
        {
            return;
        }

        if (warning.State == WarningState.Confirmed && _confirmations.IsNew(warning.Id))
        {
            byte[] content = new Confirmation(true, Confirmations.Name(warning.Id)).ToCbor();
            (byte[] salt, byte[] digest) = OpeningStore.Commit(CommitmentContexts.Confirmation, content);
            SignedRecord record = Say(new CommitmentBody(CommitmentContexts.Confirmation, digest, null));
            _openings.Keep(new OpeningMessage(Party, record.Hash, salt, content), isTrue: true);
            _confirmations.Note(Confirmations.Name(warning.Id), record.Hash);
        }

        _releasing?.Take(Unreleased.Of(warning), now);
        SayDue();
    });

    /// <summary>Time has passed: what was delayed may be due.</summary>
    public void AdvanceTo(UtcMicroseconds now) => Do(() =>
    {
        _now = now;
        SayDue();
    });

    /// <summary>Says what a person of the party says: an acknowledgement, a query, an answer, words, an outage, an announcement, a handing over.</summary>
    /// <param name="to">To whom; nobody: to all.</param>
    /// <exception cref="RecordException">It is nothing that can be said: names the field.</exception>
    public RecordHash SayByHand(RecordBody body, params IEnumerable<PartyId> to)
    {
        RecordHash said = default;
        Do(() => said = Say(body, to).Hash);
        return said;
    }

    /// <summary>
    /// Asks another party about its release: in what it differs from the party's own release of the same thing; or, where the party has released nothing of it, that it
    /// is not seen here.
    /// </summary>
    /// <exception cref="RecordException">There is no such release of another party.</exception>
    public RecordHash Ask(RecordHash release, string text)
    {
        RecordHash said = default;
        Do(() =>
        {
            if (_book.Find(release) is not { Body: ReleaseBody } of || of.By == Party)
            {
                throw new RecordException("record", release.ToShortString(), "a release of another party");
            }

            IReadOnlyDictionary<RecordHash, ReadOnlyMemory<byte>> opened = _openings.Contents(_book);
            SeenByBoth? both = Comparisons.Both(ToldThings.Of(_book, Party, opened), ToldThings.Of(_book, of.By, opened), release.ToString());
            QueryBody query = both is null ? new QueryBody(release, null, [new Difference(DifferenceField.Existence, 0)], text)
                : both.Query(Party, text) ?? throw new RecordException("record", release.ToShortString(), "a release that differs from ours: these two agree as far as they tell");
            said = Say(query, of.By).Hash;
        });
        return said;
    }

    /// <summary>What the party has said last of a launch of its own, under the clock in force; or null.</summary>
    public AnnouncementBody? LastSaidOf(string launch)
    {
        lock (_gate)
        {
            return SaidHere().Select(r => r.Body).OfType<AnnouncementBody>().LastOrDefault(a => a.Id == launch);
        }
    }

    /// <summary>Hands the watch over, with what is open between the parties: queries without an answer, and warnings of others that nobody of this party has acknowledged.</summary>
    /// <exception cref="RecordException">A name or the summary is none.</exception>
    public RecordHash HandOver(string from, string to, string summary)
    {
        RecordHash said = default;
        Do(() =>
        {
            RecordHash[] open =
            [
                .. _book.OpenQueries().Select(q => q.Hash),
                .. _book.Of<ReleaseBody>()
                    .Where(r => r.By != Party && r.Body.Thing == ReleasedThing.Warning && !_book.AcknowledgementsOf(r.Hash).Any(a => a.By == Party))
                    .Select(r => r.Hash),
            ];
            said = Say(new HandoverBody(from, to, [.. open.Distinct().TakeLast(MostOpen)], summary)).Hash;
        });
        return said;
    }

    /// <summary>Says that a sensor is out from now on, or works again.</summary>
    /// <exception cref="RecordException">The sensor has no such name, or it ends an outage that nobody told of.</exception>
    public RecordHash SayOutage(string sensor, string why, bool ended)
    {
        RecordHash said = default;
        Do(() =>
        {
            Said<OutageBody>? before = _book.OutagesAt(_now).LastOrDefault(o => o.By == Party && o.Body.Sensor == sensor);
            if (ended && before is null)
            {
                throw new RecordException("sensor", sensor, "a sensor that was said to be out");
            }

            OutageBody body = ended ? before!.Body with { Until = _now, Why = why, Changes = before.Hash } : new OutageBody(sensor, _now, null, why, before?.Hash);
            said = Say(body).Hash;
        });
        return said;
    }

    /// <summary>Opens a commitment of the party for all.</summary>
    /// <exception cref="RecordException">The party has committed to no such thing.</exception>
    public RecordHash Open(RecordHash commitment)
    {
        RecordHash said = default;
        Do(() =>
        {
            if (_openings.Find(commitment) is not { } opening || _pen.Find(commitment) is not { } record)
            {
                throw new RecordException("record", commitment.ToShortString(), $"a record in which {Party} has committed to something");
            }

            string context = record.Body switch
            {
                CommitmentBody c => c.Context,
                PolicyBody => CommitmentContexts.Policy,
                _ => CommitmentContexts.Release,
            };
            said = Say(new OpeningBody(commitment, opening.Salt, context, opening.Content)).Hash;
        });
        return said;
    }

    /// <summary>Takes a message from the centre. What is wrong with it is kept and shown; nothing is thrown for it.</summary>
    /// <exception cref="IOException">The disk is full: the message was not taken, and must come again.</exception>
    public void Receive(string kind, ReadOnlyMemory<byte> payload) => Do(() =>
    {
        try
        {
            TakeMessage(kind, payload);
        }
        catch (Exception e) when (e is RecordException or LogFormatException)
        {
            Fault($"the centre sent a message '{(kind.Length > 20 ? kind[..20] : kind)}' that is not right: {e.Message}");
        }
    });

    /// <summary>What the desk shows.</summary>
    /// <param name="withFusion">Whether places that several parties see are fused too: a layer of its own, and only when it is asked for.</param>
    public JointView View(bool withFusion)
    {
        lock (_gate)
        {
            return JointPicture.Of(_book, Party, _openings.Contents(_book), withFusion) with
            {
                Log = new LogView(
                    _options.Log.Name, _mirror.Entries.Count, _mirror.Root.ToString(), [new CosignedView(Party.Name, _mirror.CosignedSize, null, null)], [.. _faults]),
                Unlogged = _pen.Said.Count(r => !_mirror.Has(r.Hash)),
            };
        }
    }

    /// <summary>Whether a party's assurances were kept, as this party's copy of the log has it.</summary>
    public Exchange.Assurances.AssuranceReport Assurances(PartyId party)
    {
        lock (_gate)
        {
            return Exchange.Assurances.AssuranceChecker.Check(_book, party, new Exchange.Assurances.Facts.ReleaseCborFacts());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _openings.Dispose();
        _mirror.Dispose();
        _pen.Dispose();
    }

    private void TakeMessage(string kind, ReadOnlyMemory<byte> payload)
    {
        switch (kind)
        {
            case MessageKinds.Entries:
                TakeEntries(EntriesMessage.Read(payload));
                break;
            case MessageKinds.Checkpoint:
                Cosign(payload);
                break;
            case MessageKinds.Receipt:
                TakeReceipt(payload);
                break;
            case MessageKinds.Opening:
                TakeBox(BoxMessage.Read(payload));
                break;
            case MessageKinds.Refused:
                RefusedMessage refused = RefusedMessage.Read(payload);
                Fault($"the centre has not logged our record {refused.Of.ToShortString()}: {refused.Reason}");
                break;
            default:
                throw new RecordException("kind", kind, "a kind of message that a centre sends");
        }
    }

    private void TakeEntries(EntriesMessage message)
    {
        (long first, bool isMissing) = _mirror.Take(message);
        if (isMissing)
        {
            _send(MessageKinds.Have, new HaveMessage(first).ToCbor());
            return;
        }

        for (long index = first; index < _mirror.Entries.Count; index++)
        {
            BookEntry entry = _book.Take(index, _mirror.Entries[(int)index]);
            foreach (string fault in entry.Faults)
            {
                Fault(fault);
            }

            if (entry is { Standing: not EntryStanding.Foreign, Record: { } own } && own.Head.By == Party && _pen.Find(own.Hash) is null)
            {
                Fault($"entry {index} is signed with our key, and we have not said it: the key is in other hands, or this desk's folder is an old one");
            }

            if (entry is { Standing: EntryStanding.Counted, Record: { } record } && record.Head.By != Party)
            {
                React(index, record);
            }
        }
    }

    /// <summary>What a party does by itself when another has spoken.</summary>
    private void React(long index, SignedRecord record)
    {
        switch (record.Body)
        {
            case AnnouncementBody announcement:
                var said = new Said<AnnouncementBody>(index, record, announcement);
                _tellings.Add(() => Announced?.Invoke(said));
                break;
            case ReleaseBody { Thing: ReleasedThing.Warning } release when release.Data is not null || IsOpened(record.Hash, release):
                Say(new ShownBody(record.Hash, _options.Console));
                break;
        }
    }

    private void Cosign(ReadOnlyMemory<byte> request)
    {
        if (_mirror.Cosign(request.Span) is not { } answer)
        {
            _send(MessageKinds.Have, new HaveMessage(_mirror.Entries.Count).ToCbor());
            return;
        }

        // A proof from another size than this party has cosigned is asked for again, and nobody's fault.
        if (answer.Line.Length == 0 && answer.Known == answer.Old)
        {
            Fault($"the checkpoint of size {answer.Size} was not cosigned: {answer.Words}");
        }

        _send(MessageKinds.Cosignature, answer.ToCbor());
    }

    private void TakeReceipt(ReadOnlyMemory<byte> payload)
    {
        Receipt receipt = Receipt.Parse(payload.Span);
        if (receipt.Entry is not { } entry || _pen.Find(RecordHash.Of(entry.Span)) is not { } record)
        {
            throw new LogFormatException("receipt", "extra", null, "a record that we have said");
        }

        if (receipt.Checkpoint.Note.Check(_options.Log) != SignatureVerdict.Good
            || !receipt.Proof.Proves(TransparencyLog.Merkle.MerkleHasher.Leaf(entry.Span), receipt.Checkpoint.Checkpoint.Root))
        {
            throw new LogFormatException("receipt", null, null, $"a proof that record {record.Hash.ToShortString()} is in the log, signed by {_options.Log.Name}");
        }

        _mirror.Keep(payload.Span, record.Head.Sequence);
    }

    private void TakeBox(BoxMessage box)
    {
        if (box.To != Party)
        {
            throw new RecordException("to", box.To.Name, Party.Name);
        }

        OpeningMessage opening = box.Open(_options.Key) ?? throw new RecordException("box", null, $"one that was sealed to {Party} for record {box.Of.ToShortString()}, and not changed on its way");
        if (_book.Find(opening.Of) is not { Body: ReleaseBody release } said)
        {
            // The release may come behind it. What opens nothing then is shown to nobody.
            _openings.Keep(opening, isTrue: false);
            return;
        }

        if (!opening.Opens(release))
        {
            throw new RecordException("content", null, $"what {said.By} has committed to in entry {said.Index}");
        }

        bool isNew = !IsOpened(opening.Of, release);
        _openings.Keep(opening, isTrue: true);
        if (isNew && release.Thing == ReleasedThing.Warning)
        {
            Say(new ShownBody(opening.Of, _options.Console));
        }
    }

    private bool IsOpened(RecordHash record, ReleaseBody release) => _openings.Find(record) is { } opening && opening.Opens(release);

    private void SayDue()
    {
        if (_releasing is null || !_hasBegun || _isAsleep)
        {
            return;
        }

        foreach (DueRelease due in _releasing.Before(_now))
        {
            if (!_isSaid.Add((due.To, (ReleasedThing)due.Release.Kind, due.Release.Reference, due.Release.Revision)))
            {
                // Said before this program was started again: the journal is played anew from its beginning.
                continue;
            }

            if (due.To is { } to)
            {
                byte[] content = due.Release.ToCbor();
                (byte[] salt, byte[] digest) = OpeningStore.Commit(CommitmentContexts.Release, content);
                SignedRecord record = Say(ReleaseRecords.Sealed(due.Release, digest, _confirmations.Of(due.Source)), to);
                var opening = new OpeningMessage(to, record.Hash, salt, content);
                _openings.Keep(opening, isTrue: true);
                SendOpening(opening);
            }
            else if (ReleaseRecords.Coverage(due.Release) is { } coverage)
            {
                if (!SaidHere().Any(r => r.Body.Equals(coverage)))
                {
                    Say(coverage);
                }
            }
            else if (ReleaseRecords.Outage(due.Release, _outages.TryGetValue(due.Release.Reference, out var open) ? open : null) is { } outage)
            {
                SignedRecord record = SaidHere().FirstOrDefault(r => r.Body is OutageBody o && o.Sensor == outage.Sensor && o.From == outage.From && o.Until == outage.Until) ?? Say(outage);
                if (outage.Until is null)
                {
                    _outages[due.Release.Reference] = (record.Hash, outage);
                }
                else
                {
                    _outages.Remove(due.Release.Reference);
                }
            }
            else if (due.Release.Kind != Releases.Fields.ThingKind.Node)
            {
                Say(ReleaseRecords.Clear(due.Release, _confirmations.Of(due.Source)));
            }
        }
    }

    /// <summary>Under each clock the policy and the assurances stand on record, so that others can hold the party to them.</summary>
    private void PutOnRecord()
    {
        IEnumerable<SignedRecord> here = SaidHere();
        if (_options.PolicyText is { } policy)
        {
            PolicyBody? last = here.Select(r => r.Body).OfType<PolicyBody>().LastOrDefault();
            bool isSaid = last is { Toml: { } toml } ? toml == policy
                : last is not null && _openings.Find(here.Last(r => r.Body == last).Hash) is { } opening && opening.Content.Span.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(policy));
            if (!isSaid)
            {
                SayPolicy(policy);
            }
        }

        if (_options.AssurancesText is { } assurances && here.Select(r => r.Body).OfType<AssurancesBody>().LastOrDefault()?.Toml != assurances)
        {
            Say(new AssurancesBody(assurances));
        }
    }

    /// <summary>What the party has said in this exercise before, so that it is not said twice when the journal is played again.</summary>
    private void Remember()
    {
        _confirmations.Clear();
        _outages.Clear();
        _isSaid.Clear();
        foreach (SignedRecord record in SaidHere())
        {
            if (record.Body is CommitmentBody { Context: CommitmentContexts.Confirmation } && _openings.Find(record.Hash) is { } opening && Confirmation.TryRead(opening.Content) is { IsConfirmed: true } confirmed)
            {
                _confirmations.Note(confirmed.What, record.Hash);
            }
            else if (record.Body is ReleaseBody release)
            {
                _isSaid.Add((record.Head.To is [var to] ? to : null, release.Thing, release.Reference, release.Revision));
            }
        }
    }

    private IEnumerable<SignedRecord> SaidHere() => _pen.Said.Where(r => r.Head.Exercise == _exercise);

    private void SayPolicy(string policy)
    {
        if (!_options.SealPolicy)
        {
            Say(new PolicyBody(policy, null, _now));
            return;
        }

        byte[] content = System.Text.Encoding.UTF8.GetBytes(policy);
        (byte[] salt, byte[] digest) = OpeningStore.Commit(CommitmentContexts.Policy, content);
        SignedRecord record = Say(new PolicyBody(null, digest, _now));
        _openings.Keep(new OpeningMessage(Party, record.Hash, salt, content), isTrue: true);
    }

    private SignedRecord Say(RecordBody body, params IEnumerable<PartyId> to)
    {
        SignedRecord record = _pen.Say(body, _now, _exercise, to);
        SendRecord(record);
        return record;
    }

    private void SendOpening(OpeningMessage opening)
    {
        if (_options.Register.Find(opening.To)?.Box is { } box)
        {
            _send(MessageKinds.Opening, BoxMessage.Seal(opening, box).ToCbor());
        }
        else
        {
            Fault($"record {opening.Of.ToShortString()} is sealed to {opening.To}, and the register has no box of {opening.To} to send its content in");
        }
    }

    private void SendRecord(SignedRecord record) => _send(MessageKinds.Record, record.Bytes);

    /// <summary>What opens sealed releases for a party that has not said yet that it was shown them: it goes beside the log, so that the log does not tell whether it came.</summary>
    private IEnumerable<OpeningMessage> UnseenOpenings() =>
        from record in _pen.Said
        where record.Body is ReleaseBody { Data: null } && _book.ShowingsOf(record.Hash).Count == 0
        let opening = _openings.Find(record.Hash)
        where opening is not null
        select opening;

    private RecordBook NewBook() => new RecordBook(_options.Register, _exercise).TakeAll(_mirror.Entries.Select((entry, i) => ((long)i, entry)));

    private IEnumerable<PartyId> Others() => _options.Register.Parties.Select(p => p.Id).Where(p => p != Party);

    private void Fault(string words)
    {
        _faults.Enqueue(words);
        if (_faults.Count > MostFaults)
        {
            _faults.Dequeue();
        }
    }

    /// <summary>Does something under the lock, and tells of it outside.</summary>
    private void Do(Action action)
    {
        Action[] tellings;
        lock (_gate)
        {
            action();
            tellings = [.. _tellings];
            _tellings.Clear();
        }

        foreach (Action telling in tellings)
        {
            telling();
        }

        Changed?.Invoke();
    }
}
