using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Tiles;
using JointWatch.TransparencyLog.Writing;

namespace JointWatch.TransparencyLog;

/// <summary>
/// A log that grows: a Merkle tree over byte strings in a folder of <see href="https://c2sp.org/tlog-tiles"/>, whose checkpoint it signs. What
/// <see cref="Append(ReadOnlyMemory{byte})"/> has returned from is on the disk and in the signed tree; what a crash leaves beyond the checkpoint is not there
/// when the log is opened again. One program at a time writes a folder; for any number of threads.
/// </summary>
public sealed class Log : IDisposable
{
    private const string LockName = ".lock";

    private readonly Lock _gate = new();
    private readonly SigningKey _key;
    private readonly LogOptions _options;
    private readonly FileStream _lock;
    private readonly DurableFolder _files;
    private RightEdge _edge;
    private SignedCheckpoint _checkpoint;
    private bool _isBroken;

    private Log(LogReader reader, SigningKey key, LogOptions options, FileStream turn, DurableFolder files, RightEdge edge, SignedCheckpoint checkpoint)
    {
        Reader = reader;
        Origin = checkpoint.Checkpoint.Origin;
        _key = key;
        _options = options;
        _lock = turn;
        _files = files;
        _edge = edge;
        _checkpoint = checkpoint;
    }

    /// <summary>Gets the log's name in its checkpoints, which is that of its key.</summary>
    public string Origin { get; }

    /// <summary>Gets the folder to read: entries, proofs, receipts.</summary>
    public LogReader Reader { get; }

    /// <summary>Gets the checkpoint as it stands.</summary>
    public SignedCheckpoint Checkpoint
    {
        get
        {
            lock (_gate)
            {
                return _checkpoint;
            }
        }
    }

    /// <summary>Gets the number of entries.</summary>
    public long Size => Checkpoint.Checkpoint.Size;

    /// <summary>Makes an empty log in a folder that holds none, and signs its first checkpoint.</summary>
    /// <param name="key">The log's key, of type <see cref="SignatureType.Ed25519"/>; its name is the log's origin. The caller disposes of it.</param>
    /// <exception cref="IOException">There is a log already, or the folder cannot be written.</exception>
    public static Log Create(string folder, SigningKey key, LogOptions? options = null) => Create(folder, key, options, null);

    /// <summary>
    /// Opens a log to go on with it. It checks the signature, that every full tile is there in its length, and that the tree's edge has the signed
    /// root; <see cref="Verification.LogVerifier"/> checks every byte.
    /// </summary>
    /// <exception cref="LogFormatException">A file is torn, gone, or not what the checkpoint says; or the checkpoint is not of this key.</exception>
    /// <exception cref="IOException">There is no log, another program has it open, or it cannot be read.</exception>
    public static Log Open(string folder, SigningKey key, LogOptions? options = null) => Open(folder, key, options, null);

    /// <summary>Opens the log of a folder, or makes one where there is none.</summary>
    /// <inheritdoc cref="Open(string, SigningKey, LogOptions?)"/>
    public static Log OpenOrCreate(string folder, SigningKey key, LogOptions? options = null) =>
        File.Exists(Path.Combine(folder, TileFolder.CheckpointName)) ? Open(folder, key, options) : Create(folder, key, options);

    /// <summary>Adds an entry: at most 65,535 bytes.</summary>
    /// <returns>Its index.</returns>
    /// <exception cref="ArgumentException">It is too long.</exception>
    /// <exception cref="IOException">The disk is full or fails; the entry is not in the log, or the log has to be opened again to tell.</exception>
    public long Append(ReadOnlyMemory<byte> entry) => Append([entry]);

    /// <summary>Adds entries in their order, all of them under one new checkpoint or none.</summary>
    /// <returns>The index of the first.</returns>
    /// <inheritdoc cref="Append(ReadOnlyMemory{byte})"/>
    public long Append(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        foreach (ReadOnlyMemory<byte> entry in entries)
        {
            if (entry.Length > EntryBundle.MaxEntryBytes)
            {
                throw new ArgumentException($"An entry of {entry.Length} bytes; expected at most {EntryBundle.MaxEntryBytes}.", nameof(entries));
            }
        }

        lock (_gate)
        {
            ThrowIfBroken();
            long first = _edge.Size;
            if (entries.Count == 0)
            {
                return first;
            }

            RightEdge grown = _edge.Clone();
            List<TileName> filled = [];
            foreach (ReadOnlyMemory<byte> entry in entries)
            {
                // The caller's memory is the caller's: what may be written again later is copied.
                grown.Append(entry.ToArray(), (name, bytes) =>
                {
                    _files.Write(Reader.Tiles.PathOf(name.Path), bytes);
                    filled.Add(name);
                });
            }

            foreach ((TileName name, byte[] bytes) in grown.Partial())
            {
                _files.Write(Reader.Tiles.PathOf(name.Path), bytes);
            }

            _files.Flush();
            SignedCheckpoint signed = Sign(new Checkpoint(Origin, grown.Size, grown.Root));
            Publish(signed);
            _edge = grown;
            RemovePartial(filled);
            return first;
        }
    }

    /// <summary>
    /// Adds a witness's cosignature to a checkpoint of this log, the present one or an earlier one. Cosigned checkpoints are kept in the folder
    /// <c>cosigned</c>.
    /// </summary>
    /// <param name="cosigned">The checkpoint that the witness was given, as this log signed it.</param>
    /// <exception cref="ArgumentException">The checkpoint is not this log's, or the signature not that of a known witness on it.</exception>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public void AddCosignature(SignedCheckpoint cosigned, NoteSignature signature)
    {
        if (cosigned.Note.Check(_key.Verifier) != SignatureVerdict.Good)
        {
            throw new ArgumentException($"A checkpoint of size {cosigned.Checkpoint.Size} that {Origin} has not signed.", nameof(cosigned));
        }

        if (!_options.Witnesses.Any(w => w.Type == SignatureType.Cosignature && w.Verify(cosigned.Note.Text, signature)))
        {
            throw new ArgumentException($"A signature by {signature.KeyName} that is not a known witness's on the checkpoint of size {cosigned.Checkpoint.Size}.", nameof(signature));
        }

        lock (_gate)
        {
            ThrowIfBroken();
            if (cosigned.Checkpoint.Size > _edge.Size || Reader.RootAt(cosigned.Checkpoint.Size) != cosigned.Checkpoint.Root)
            {
                throw new ArgumentException($"A checkpoint of size {cosigned.Checkpoint.Size} that this log never had.", nameof(cosigned));
            }

            string path = Path.Combine(Reader.Folder, LogReader.CosignedName, DecimalNumber.Format(cosigned.Checkpoint.Size));
            SignedCheckpoint kept = File.Exists(path) ? SignedCheckpoint.Read(path) : cosigned;
            _files.Write(path, (kept.Note.Text == cosigned.Note.Text ? kept : cosigned).With(signature).ToBytes());
            _files.Flush();
            if (_checkpoint.Note.Text == cosigned.Note.Text)
            {
                Publish(_checkpoint.With(signature));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    internal static Log Create(string folder, SigningKey key, LogOptions? options, Action<string>? step)
    {
        NeedLogKey(key);
        Directory.CreateDirectory(folder);
        var reader = new LogReader(folder);
        FileStream turn = TakeTurn(reader.Folder);
        try
        {
            if (File.Exists(reader.Tiles.PathOf(TileFolder.CheckpointName)) || Directory.Exists(reader.Tiles.PathOf("tile")))
            {
                throw new IOException($"{reader.Folder} holds a log already, or the remains of one.");
            }

            var edge = new RightEdge();
            var log = new Log(
                reader, key, options ?? new LogOptions(), turn, new DurableFolder(reader.Folder, step), edge,
                SignedCheckpoint.Sign(new Checkpoint(key.Name, 0, edge.Root), key));
            log.Publish(log.Sign(log._checkpoint.Checkpoint));
            return log;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    internal static Log Open(string folder, SigningKey key, LogOptions? options, Action<string>? step)
    {
        NeedLogKey(key);
        var reader = new LogReader(folder);
        FileStream turn = TakeTurn(reader.Folder);
        try
        {
            SignedCheckpoint checkpoint = reader.ReadCheckpoint();
            RightEdge edge = OpeningCheck.Read(reader, checkpoint, key.Verifier);
            return new Log(reader, key, options ?? new LogOptions(), turn, new DurableFolder(reader.Folder, step), edge, checkpoint);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private static void NeedLogKey(SigningKey key)
    {
        if (key.Type != SignatureType.Ed25519 || !Checkpoints.Checkpoint.IsOrigin(key.Name))
        {
            throw new ArgumentException($"{key.Name} is a key of type {key.Type}; expected one of type Ed25519 that can name a log.", nameof(key));
        }
    }

    private static FileStream TakeTurn(string folder) =>
        new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private SignedCheckpoint Sign(Checkpoint checkpoint)
    {
        SignedCheckpoint signed = SignedCheckpoint.Sign(checkpoint, _key);
        return _options.Timestamper is { } stamper ? signed.With(Cosignature.Sign(signed, stamper, _options.Time.GetUtcNow())) : signed;
    }

    /// <summary>From the rename on nobody can tell what a reader has seen, so after a failure the folder is asked, not the memory.</summary>
    private void Publish(SignedCheckpoint checkpoint)
    {
        _isBroken = true;
        _files.Write(Reader.Tiles.PathOf(TileFolder.CheckpointName), checkpoint.ToBytes());
        _files.Flush();
        _checkpoint = checkpoint;
        _isBroken = false;
    }

    private void RemovePartial(List<TileName> filled)
    {
        try
        {
            foreach (TileName name in filled)
            {
                _files.Remove(Reader.Tiles.PathOf(name.PartialFolder));
            }
        }
        catch (IOException)
        {
            // They are of no more use, and do no harm.
        }
    }

    private void ThrowIfBroken()
    {
        if (_isBroken)
        {
            throw new IOException($"{Reader.Folder} has to be opened again: it is not known whether its last checkpoint was written.");
        }
    }
}
