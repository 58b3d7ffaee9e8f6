using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Joint.Messages;
using JointWatch.Joint.Picture;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Witnessing;

namespace JointWatch.Joint.Centre;

/// <summary>
/// Asks each party to cosign the log's checkpoints: one question at a time, since each proof begins where the party's last cosignature ended. Not for several threads.
/// </summary>
internal sealed class Cosigning
{
    private readonly Log _log;
    private readonly IReadOnlyDictionary<PartyId, VerifierKey> _witnesses;
    private readonly SendToParty _send;
    private readonly Action<string> _fault;
    private readonly Dictionary<PartyId, Standing> _standings = [];

    public Cosigning(Log log, IReadOnlyDictionary<PartyId, VerifierKey> witnesses, SendToParty send, Action<string> fault)
    {
        _log = log;
        _witnesses = witnesses;
        _send = send;
        _fault = fault;
        foreach (PartyId party in witnesses.Keys)
        {
            _standings[party] = new Standing();
        }

        foreach (long size in log.Reader.CosignedSizes())
        {
            SignedCheckpoint cosigned = log.Reader.ReadCosigned(size);
            foreach ((PartyId party, VerifierKey key) in witnesses)
            {
                if (cosigned.CosignaturesBy([key]).FirstOrDefault() is { } by && size >= _standings[party].Known)
                {
                    (_standings[party].Known, _standings[party].At) = (size, by.Time);
                }
            }
        }
    }

    /// <summary>Asks a party anew: it has just said what it has, so an earlier question or its answer may be lost.</summary>
    public void AskAnew(PartyId party)
    {
        if (_standings.TryGetValue(party, out Standing? standing))
        {
            (standing.Asked, standing.Refusal) = (null, null);
            Ask(party);
        }
    }

    /// <summary>Asks a party, unless it has cosigned all that there is or has not answered yet.</summary>
    public void Ask(PartyId party)
    {
        if (!_standings.TryGetValue(party, out Standing? standing) || standing.Asked is not null || standing.Known >= _log.Size || standing.Refusal is not null)
        {
            return;
        }

        standing.Asked = _log.Checkpoint;
        _send(party, MessageKinds.Checkpoint, WitnessRequest.Make(_log.Reader, standing.Known, _log.Checkpoint).ToBytes());
    }

    /// <exception cref="RecordException">It answers nothing, or with a signature that is none.</exception>
    public void Take(PartyId from, CosignatureMessage answer)
    {
        if (!_standings.TryGetValue(from, out Standing? standing) || standing.Asked is not { } asked || asked.Checkpoint.Size != answer.Size)
        {
            // A repeated answer, or one to a centre before this one was started: a new question comes with the next entry.
            return;
        }

        standing.Asked = null;
        if (answer.Line.Length > 0)
        {
            Add(from, standing, asked, answer.Line);
        }
        else if (answer.Known != answer.Old && answer.Known <= _log.Size)
        {
            // It has cosigned more, or less, than this centre remembers.
            standing.Known = answer.Known;
        }
        else
        {
            standing.Refusal = answer.Words;
            _fault($"{from} does not cosign the checkpoint of size {answer.Size}: {answer.Words}");
        }

        Ask(from);
    }

    public IReadOnlyList<CosignedView> View() =>
        [.. _standings.OrderBy(s => s.Key).Select(s => new CosignedView(s.Key.Name, s.Value.Known, s.Value.At?.ToString("O"), s.Value.Refusal))];

    private void Add(PartyId from, Standing standing, SignedCheckpoint asked, string line)
    {
        try
        {
            NoteSignature signature = NoteSignature.Parse(line.TrimEnd('\n'));
            SignedCheckpoint cosigned = asked.With(signature);
            if (cosigned.CosignaturesBy([_witnesses[from]]).FirstOrDefault() is not { } by)
            {
                throw new RecordException("line", line, $"a cosignature by {from}'s key {_witnesses[from].Name}");
            }

            _log.AddCosignature(asked, signature);
            (standing.Known, standing.At) = (asked.Checkpoint.Size, by.Time);
        }
        catch (LogFormatException e)
        {
            throw new RecordException("line", line, "a signature's line", e);
        }
    }

    private sealed class Standing
    {
        /// <summary>Gets or sets the size that it has cosigned.</summary>
        public long Known { get; set; }

        public DateTimeOffset? At { get; set; }

        public SignedCheckpoint? Asked { get; set; }

        /// <summary>Gets or sets why it cosigns no more; a person must look at that.</summary>
        public string? Refusal { get; set; }
    }
}
