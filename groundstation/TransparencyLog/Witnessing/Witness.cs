using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Witnessing;

/// <summary>
/// A witness by the rules of <see href="https://c2sp.org/tlog-witness"/>: cosigns a log's checkpoint only where a consistency proof leads to it from the one
/// that it cosigned last. So no two checkpoints with its cosignature ever disagree. For any number of threads, one program at a time.
/// </summary>
public sealed class Witness : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SigningKey _key;
    private readonly Dictionary<string, WitnessedLog> _logs;
    private readonly WitnessMemory _memory;
    private readonly TimeProvider _time;
    private readonly FileStream _lock;

    /// <param name="key">The witness's key, of type <see cref="SignatureType.Cosignature"/>. The caller disposes of it.</param>
    /// <param name="logs">The logs that it watches.</param>
    /// <param name="folder">Where it remembers what it has cosigned; for this key alone.</param>
    /// <exception cref="LogFormatException">What it remembers of one of the logs is damaged.</exception>
    /// <exception cref="IOException">The folder cannot be used, or another program has it open.</exception>
    public Witness(SigningKey key, IEnumerable<WitnessedLog> logs, string folder, TimeProvider time)
        : this(key, logs, folder, time, null)
    {
    }

    internal Witness(SigningKey key, IEnumerable<WitnessedLog> logs, string folder, TimeProvider time, Action<string>? step)
    {
        if (key.Type != SignatureType.Cosignature)
        {
            throw new ArgumentException($"{key.Name} is a key of type {key.Type}; expected one of a cosigner.", nameof(key));
        }

        _key = key;
        _logs = logs.ToDictionary(log => log.Origin, StringComparer.Ordinal);
        _memory = new WitnessMemory(folder, key.Verifier, step);
        _time = time;
        _lock = new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            foreach (string origin in _logs.Keys)
            {
                _memory.Read(origin);
            }
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Gets the key that checks its cosignatures.</summary>
    public VerifierKey Verifier => _key.Verifier;

    /// <summary>The checkpoint that it cosigned last for a log, or null.</summary>
    /// <exception cref="LogFormatException">What it remembers is damaged.</exception>
    public SignedCheckpoint? Latest(string origin)
    {
        lock (_gate)
        {
            return _memory.Read(origin);
        }
    }

    /// <summary>Cosigns a checkpoint, or says why not. The cosignature is remembered on the disk before it is handed out.</summary>
    /// <exception cref="IOException">The disk is full or fails: nothing is cosigned.</exception>
    /// <exception cref="LogFormatException">What it remembers is damaged: nothing is cosigned.</exception>
    public WitnessAnswer Cosign(WitnessRequest request)
    {
        Checkpoint asked = request.Checkpoint.Checkpoint;
        if (!_logs.TryGetValue(asked.Origin, out WitnessedLog? log))
        {
            return new WitnessAnswer(null, WitnessRefusal.UnknownLog, 0, $"{_key.Name} does not watch {asked.Origin}.");
        }

        lock (_gate)
        {
            SignedCheckpoint? last = _memory.Read(asked.Origin);
            long known = last?.Checkpoint.Size ?? 0;
            if (WhyNot(log, last?.Checkpoint, request) is ({ } refusal, { } words))
            {
                return new WitnessAnswer(null, refusal, known, words);
            }

            NoteSignature cosignature = Cosignature.Sign(request.Checkpoint, _key, _time.GetUtcNow());
            _memory.Keep(request.Checkpoint.With(cosignature));
            return new WitnessAnswer(cosignature, null, asked.Size, $"{_key.Name} has cosigned {asked.Origin} at size {asked.Size}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private (WitnessRefusal? Refusal, string? Words) WhyNot(WitnessedLog log, Checkpoint? last, WitnessRequest request)
    {
        Checkpoint asked = request.Checkpoint.Checkpoint;
        SignatureVerdict[] verdicts = [.. log.Keys.Select(request.Checkpoint.Note.Check)];
        if (verdicts.Contains(SignatureVerdict.False) || !verdicts.Contains(SignatureVerdict.Good))
        {
            return (WitnessRefusal.WrongKey, verdicts.Contains(SignatureVerdict.False)
                ? $"The checkpoint of size {asked.Size} bears a false signature in the name of {asked.Origin}."
                : $"The checkpoint of size {asked.Size} is not signed by a key of {asked.Origin} that {_key.Name} knows.");
        }

        TreeHash knownRoot = last?.Root ?? MerkleHasher.EmptyRoot;
        long known = last?.Size ?? 0;
        if (asked.Size < known)
        {
            return (WitnessRefusal.ShrunkLog, $"{asked.Origin} has {asked.Size} entries in this checkpoint, and had {known} when {_key.Name} cosigned it last: entries were dropped.");
        }

        if (asked.Size == known && asked.Root != knownRoot)
        {
            return (WitnessRefusal.Fork, $"{asked.Origin} has signed two trees of {known} entries: {_key.Name} cosigned the root {knownRoot}, and this one is {asked.Root}.");
        }

        if (request.OldSize != known)
        {
            return (WitnessRefusal.OtherStart, $"The proof begins at size {request.OldSize}; {_key.Name} needs one from {known}.");
        }

        return request.Proof.Proves(knownRoot, asked.Root)
            ? (null, null)
            : (WitnessRefusal.BadProof, $"The proof does not lead from the {known} entries that {_key.Name} cosigned (root {knownRoot}) to the {asked.Size} of this checkpoint: it is wrong, or one of the first {known} entries was changed.");
    }
}
