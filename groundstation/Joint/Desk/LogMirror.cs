using JointWatch.Exchange.Records;
using JointWatch.Joint.Messages;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Receipts;
using JointWatch.TransparencyLog.Witnessing;

namespace JointWatch.Joint.Desk;

/// <summary>
/// A party's own copy of the log. It grows by what the centre sends; a checkpoint is cosigned only if it is of exactly these entries, and follows from all that was cosigned
/// before. One thread.
/// </summary>
internal sealed class LogMirror : IDisposable
{
    private const string CheckpointFolder = "kept/checkpoints";
    private const string ReceiptFolder = "kept/receipts";

    private readonly string _folder;
    private readonly BundleFile _file;
    private readonly Witness _witness;
    private readonly CompactTree _tree = new();
    private readonly List<TreeHash> _roots = [MerkleHasher.EmptyRoot];
    private readonly List<ReadOnlyMemory<byte>> _entries = [];
    private readonly HashSet<RecordHash> _hashes = [];

    /// <param name="folder">The desk's folder.</param>
    /// <param name="key">With which the party cosigns; the caller disposes of it.</param>
    public LogMirror(string folder, SigningKey key, VerifierKey log, TimeProvider time)
    {
        _folder = folder;
        Directory.CreateDirectory(Path.Combine(folder, CheckpointFolder));
        Directory.CreateDirectory(Path.Combine(folder, ReceiptFolder));
        _file = BundleFile.Open(Path.Combine(folder, "entries.bundle"), out IReadOnlyList<ReadOnlyMemory<byte>> entries);
        try
        {
            _witness = new Witness(key, [new WitnessedLog(log)], Path.Combine(folder, "witness"), time);
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        foreach (ReadOnlyMemory<byte> entry in entries)
        {
            Grow(entry);
        }

        CosignedSize = _witness.Latest(log.Name)?.Checkpoint.Size ?? 0;
    }

    /// <summary>Gets the entries, in the log's order.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Entries => _entries;

    /// <summary>Whether a record is among them.</summary>
    public bool Has(RecordHash record) => _hashes.Contains(record);

    /// <summary>Gets the root over them.</summary>
    public TreeHash Root => _roots[^1];

    /// <summary>Gets the size that the party has cosigned last.</summary>
    public long CosignedSize { get; private set; }

    /// <summary>Takes entries; what is here already is passed over.</summary>
    /// <returns>The index of the first that is new, and whether some are missing before it: then nothing was taken.</returns>
    /// <exception cref="LogFormatException">An entry that is here already is another now: the log was rewritten.</exception>
    public (long FirstNew, bool IsMissing) Take(EntriesMessage message)
    {
        long size = _entries.Count;
        if (message.First > size)
        {
            return (size, true);
        }

        int known = (int)Math.Min(size - message.First, message.Entries.Count);
        for (int i = 0; i < known; i++)
        {
            long index = message.First + i;
            if (!_entries[(int)index].Span.SequenceEqual(message.Entries[i].Span))
            {
                throw new LogFormatException("log", $"entry {index}", "another entry than was sent before", "the same: a log is not rewritten");
            }
        }

        ReadOnlyMemory<byte>[] fresh = [.. message.Entries.Skip(known)];
        if (fresh.Length > 0)
        {
            _file.Append(fresh);
            foreach (ReadOnlyMemory<byte> entry in fresh)
            {
                Grow(entry);
            }
        }

        return (size, false);
    }

    /// <summary>Cosigns a checkpoint, or says why not; null where entries of it have not come yet.</summary>
    /// <exception cref="LogFormatException">It is no request.</exception>
    public CosignatureMessage? Cosign(ReadOnlySpan<byte> request)
    {
        WitnessRequest asked = WitnessRequest.Parse(request);
        long size = asked.Checkpoint.Checkpoint.Size;
        if (size > _entries.Count)
        {
            return null;
        }

        if (asked.Checkpoint.Checkpoint.Root != _roots[(int)size])
        {
            return new CosignatureMessage(
                size, CosignedSize, CosignedSize, "", $"the {size} entries that were sent here have the root {_roots[(int)size]}, and the checkpoint says {asked.Checkpoint.Checkpoint.Root}: the log shows others something else");
        }

        WitnessAnswer answer = _witness.Cosign(asked);
        if (answer.Cosignature is not { } signature)
        {
            return new CosignatureMessage(size, asked.OldSize, answer.KnownSize, "", answer.Words);
        }

        CosignedSize = size;
        File.WriteAllBytes(Path.Combine(_folder, CheckpointFolder, size.ToString(System.Globalization.CultureInfo.InvariantCulture)), asked.Checkpoint.With(signature).ToBytes());
        return new CosignatureMessage(size, asked.OldSize, size, signature.Line, answer.Words);
    }

    /// <summary>Keeps a receipt, as evidence against the centre.</summary>
    /// <exception cref="LogFormatException">It is none.</exception>
    public void Keep(ReadOnlySpan<byte> bytes, long sequence)
    {
        Receipt.Parse(bytes);
        File.WriteAllBytes(Path.Combine(_folder, ReceiptFolder, $"{sequence:D8}.tlog-proof"), bytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _witness.Dispose();
        _file.Dispose();
    }

    private void Grow(ReadOnlyMemory<byte> entry)
    {
        _entries.Add(entry);
        _hashes.Add(RecordHash.Of(entry.Span));
        _tree.Append(MerkleHasher.Leaf(entry.Span));
        _roots.Add(_tree.Root);
    }
}
