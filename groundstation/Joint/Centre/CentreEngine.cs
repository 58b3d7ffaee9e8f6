using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Joint.Messages;
using JointWatch.Joint.Picture;
using JointWatch.TransparencyLog;

namespace JointWatch.Joint.Centre;

/// <summary>
/// The centre: takes parties' signed records, puts them into the log, sends each party the whole log, a receipt for its own records, and the checkpoints to cosign. It has no
/// voice of its own and holds no party's secrets. For any number of threads.
/// </summary>
/// <remarks>
/// What comes from a party is believed to come from it, since the link has seen its certificate; that a record is its word, the record's signature tells. A record
/// that is signed and does not fit what its party said before is logged all the same: it is evidence.
/// </remarks>
public sealed class CentreEngine : IDisposable
{
    private const int MostFaults = 200;

    private readonly Lock _gate = new();
    private readonly CentreOptions _options;
    private readonly SendToParty _send;
    private readonly Log _log;
    private readonly RecordBook _book;
    private readonly Cosigning _cosigning;
    private readonly Queue<string> _faults = new();
    private readonly Dictionary<RecordHash, long> _indexes = [];

    /// <param name="options">The caller keeps the key until the engine is disposed of.</param>
    /// <param name="send">Is called while the engine is locked: it must not call back.</param>
    /// <exception cref="LogFormatException">The log in the folder is damaged.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public CentreEngine(CentreOptions options, TimeProvider time, SendToParty send)
    {
        _options = options;
        _send = send;
        _log = Log.OpenOrCreate(options.Folder, options.Key, new LogOptions { Witnesses = [.. options.Witnesses.Values], Time = time });
        _book = new RecordBook(options.Register, options.Exercise);
        foreach ((long index, ReadOnlyMemory<byte> entry) in _log.Reader.ReadEntries(0, _log.Size, _log.Size))
        {
            Note(index, entry);
        }

        _cosigning = new Cosigning(_log, options.Witnesses, send, Fault);
    }

    /// <summary>Gets what is called after the log or what else it shows has changed. It must not block.</summary>
    public Action? Changed { get; init; }

    /// <summary>Gets how many messages were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>Takes a message from a party's link. What is wrong with it is told to the party, counted and kept; nothing is thrown for it.</summary>
    /// <exception cref="IOException">The log cannot be written: the message was not taken, and must come again.</exception>
    public void Receive(PartyId from, string kind, ReadOnlyMemory<byte> payload)
    {
        lock (_gate)
        {
            try
            {
                Take(from, kind, payload);
            }
            catch (RecordException e)
            {
                Refused++;
                Fault($"{from} sent a message '{Shown(kind)}' that cannot be used: {e.Message}");
            }
        }

        Changed?.Invoke();
    }

    /// <summary>What the centre shows.</summary>
    /// <param name="withFusion">Whether places that several parties see are fused too: a layer of its own, and only when it is asked for.</param>
    public JointView View(bool withFusion)
    {
        lock (_gate)
        {
            return JointPicture.Of(_book, null, new Dictionary<RecordHash, ReadOnlyMemory<byte>>(), withFusion) with
            {
                Log = new LogView(_log.Origin, _log.Size, _log.Checkpoint.Checkpoint.Root.ToString(), _cosigning.View(), [.. _faults]),
            };
        }
    }

    /// <summary>Whether a party's assurances were kept, as the log has it now.</summary>
    public Exchange.Assurances.AssuranceReport Assurances(PartyId party)
    {
        lock (_gate)
        {
            return Exchange.Assurances.AssuranceChecker.Check(_book, party, new Exchange.Assurances.Facts.ReleaseCborFacts());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    private void Take(PartyId from, string kind, ReadOnlyMemory<byte> payload)
    {
        switch (kind)
        {
            case MessageKinds.Record:
                TakeRecord(from, payload);
                break;
            case MessageKinds.Opening:
                Forward(from, BoxMessage.Read(payload), payload);
                break;
            case MessageKinds.Have:
                SendEntries(from, HaveMessage.Read(payload).Size);
                _cosigning.AskAnew(from);
                break;
            case MessageKinds.Cosignature:
                _cosigning.Take(from, CosignatureMessage.Read(payload));
                break;
            default:
                throw new RecordException("kind", kind, $"'{MessageKinds.Record}', '{MessageKinds.Opening}', '{MessageKinds.Have}' or '{MessageKinds.Cosignature}'");
        }
    }

    private void TakeRecord(PartyId from, ReadOnlyMemory<byte> bytes)
    {
        if (WhyNot(from, bytes) is { } reason)
        {
            Refused++;
            Fault($"a record from {from} was not logged: {reason}");
            _send(from, MessageKinds.Refused, new RefusedMessage(RecordHash.Of(bytes.Span), reason).ToCbor());
            return;
        }

        RecordHash hash = RecordHash.Of(bytes.Span);
        if (!_indexes.TryGetValue(hash, out long index))
        {
            index = _log.Append(bytes);
            Note(index, bytes);
            byte[] message = new EntriesMessage(index, [bytes]).ToCbor();
            foreach (RegisteredParty party in _options.Register.Parties)
            {
                _send(party.Id, MessageKinds.Entries, message);
            }
        }

        _send(from, MessageKinds.Receipt, _log.Reader.MakeReceipt(index).ToBytes());
        foreach (RegisteredParty party in _options.Register.Parties)
        {
            _cosigning.Ask(party.Id);
        }
    }

    /// <summary>Why a record is not even evidence: it is nobody's, another's than who brings it, or of another exercise.</summary>
    private string? WhyNot(PartyId from, ReadOnlyMemory<byte> bytes)
    {
        SignedRecord record;
        try
        {
            record = RecordReader.Read(bytes);
        }
        catch (RecordException e)
        {
            return $"it is no record: {e.Message}";
        }

        return record.Head.By != from ? $"it is {record.Head.By}'s; a party brings its own records"
            : _options.Register.Find(from) is not { } party ? $"{from} is not in the register"
            : !record.IsSignedBy(party.Key) ? $"it is not signed with {from}'s key {party.Key.Id}"
            : record.Head.Exercise != _options.Exercise ? $"it is of {Named(record.Head.Exercise)}; this centre is of {Named(_options.Exercise)}"
            : null;
    }

    private void Forward(PartyId from, BoxMessage opening, ReadOnlyMemory<byte> payload)
    {
        if (opening.To == from || _options.Register.Find(opening.To) is null)
        {
            throw new RecordException("to", opening.To.Name, "another party of the register");
        }

        _send(opening.To, MessageKinds.Opening, payload);
    }

    private void SendEntries(PartyId to, long from)
    {
        long size = _log.Size;
        var entries = new List<ReadOnlyMemory<byte>>();
        int bytes = 0;
        foreach ((long index, ReadOnlyMemory<byte> entry) in _log.Reader.ReadEntries(Math.Min(from, size), size, size))
        {
            if (entries.Count == EntriesMessage.MostEntries || (entries.Count > 0 && bytes + entry.Length > EntriesMessage.MostBytes))
            {
                _send(to, MessageKinds.Entries, new EntriesMessage(index - entries.Count, entries).ToCbor());
                entries.Clear();
                bytes = 0;
            }

            entries.Add(entry);
            bytes += entry.Length;
        }

        if (entries.Count > 0)
        {
            _send(to, MessageKinds.Entries, new EntriesMessage(size - entries.Count, entries).ToCbor());
        }
    }

    private void Note(long index, ReadOnlyMemory<byte> entry)
    {
        _indexes.TryAdd(RecordHash.Of(entry.Span), index);
        foreach (string fault in _book.Take(index, entry).Faults)
        {
            Fault(fault);
        }
    }

    private void Fault(string words)
    {
        _faults.Enqueue(words);
        if (_faults.Count > MostFaults)
        {
            _faults.Dequeue();
        }
    }

    private static string Named(string? exercise) => exercise is null ? "no exercise" : $"exercise '{exercise}'";

    private static string Shown(string kind) => kind.Length > 20 ? kind[..20] + "…" : kind;
}
