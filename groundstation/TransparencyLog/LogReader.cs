using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Receipts;
using JointWatch.TransparencyLog.Tiles;

namespace JointWatch.TransparencyLog;

/// <summary>
/// A log's folder, to read: entries, roots and proofs. It believes what it reads; to check it is <see cref="Verification.LogVerifier"/>'s. For any number
/// of threads, also while the log is written by another program.
/// </summary>
public sealed class LogReader(string folder)
{
    /// <summary>Where the log keeps each checkpoint that was cosigned; beside what tlog-tiles asks for.</summary>
    public const string CosignedName = "cosigned";

    /// <summary>Gets the tiles.</summary>
    public TileFolder Tiles { get; } = new(folder);

    /// <summary>Gets the log's folder.</summary>
    public string Folder => Tiles.Folder;

    /// <summary>The log's checkpoint as it stands; its signatures are not checked.</summary>
    /// <exception cref="LogFormatException">It is no checkpoint.</exception>
    /// <exception cref="IOException">It is not there.</exception>
    public SignedCheckpoint ReadCheckpoint() => SignedCheckpoint.Read(Tiles.PathOf(TileFolder.CheckpointName));

    /// <summary>An entry of a log of that size.</summary>
    /// <exception cref="LogFormatException">The bundle is torn or gone.</exception>
    public ReadOnlyMemory<byte> ReadEntry(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        return Tiles.ReadEntries(TileName.Holding(null, index, size))[(int)(index % TileName.FullWidth)];
    }

    /// <summary>Entries in order, from <paramref name="from"/> to before <paramref name="to"/>, of a log of that size.</summary>
    /// <exception cref="LogFormatException">A bundle is torn or gone.</exception>
    public IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> ReadEntries(long from, long to, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, size);
        return Read();

        IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> Read()
        {
            for (long bundle = from / TileName.FullWidth; bundle * TileName.FullWidth < to; bundle++)
            {
                long first = bundle * TileName.FullWidth;
                IReadOnlyList<ReadOnlyMemory<byte>> entries = Tiles.ReadEntries(TileName.Holding(null, first, size));
                for (int i = (int)Math.Max(0, from - first); i < entries.Count && first + i < to; i++)
                {
                    yield return (first + i, entries[i]);
                }
            }
        }
    }

    /// <summary>The root over the first entries, of a log that has at least so many.</summary>
    /// <exception cref="LogFormatException">A tile is torn or gone.</exception>
    public TreeHash RootAt(long size) => TreeRange.Root(new TileNodes(Tiles, size), size);

    /// <summary>That an entry is in the tree of that size.</summary>
    /// <exception cref="LogFormatException">A tile is torn or gone.</exception>
    public InclusionProof ProveInclusion(long index, long size) => InclusionProof.Make(new TileNodes(Tiles, size), index, size);

    /// <summary>That the tree of one size is the beginning of that of another.</summary>
    /// <exception cref="LogFormatException">A tile is torn or gone.</exception>
    public ConsistencyProof ProveConsistency(long oldSize, long newSize) => ConsistencyProof.Make(new TileNodes(Tiles, newSize), oldSize, newSize);

    /// <summary>
    /// A receipt for an entry: under the newest checkpoint that was cosigned, where one covers the entry, or else under the log's present one.
    /// </summary>
    /// <exception cref="LogFormatException">A file of the log is torn or gone.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public Receipt MakeReceipt(long index)
    {
        SignedCheckpoint present = ReadCheckpoint();
        long? newest = CosignedSizes().Where(size => size > index && size <= present.Checkpoint.Size).Max(size => (long?)size);
        return MakeReceipt(index, newest is { } size ? ReadCosigned(size) : present);
    }

    /// <summary>A receipt for an entry under a certain checkpoint of the log.</summary>
    /// <exception cref="LogFormatException">A file of the log is torn or gone.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The checkpoint does not cover the entry.</exception>
    public Receipt MakeReceipt(long index, SignedCheckpoint checkpoint)
    {
        long size = checkpoint.Checkpoint.Size;
        InclusionProof proof = ProveInclusion(index, size);
        return new Receipt(index, proof.Path, checkpoint, ReadEntry(index, size));
    }

    /// <summary>The sizes at which checkpoints were cosigned, in no order.</summary>
    public IEnumerable<long> CosignedSizes()
    {
        string kept = Tiles.PathOf(CosignedName);
        return Directory.Exists(kept)
            ? Directory.EnumerateFiles(kept).Select(file => DecimalNumber.Parse(Path.GetFileName(file))).OfType<long>()
            : [];
    }

    /// <summary>The checkpoint of a size, with its cosignatures; these are not checked.</summary>
    /// <exception cref="LogFormatException">It is no checkpoint.</exception>
    /// <exception cref="IOException">It is not there.</exception>
    public SignedCheckpoint ReadCosigned(long size) => SignedCheckpoint.Read(Path.Combine(Tiles.PathOf(CosignedName), DecimalNumber.Format(size)));
}
