using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Tiles;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>
/// Reads every file that a log of a size must have: entries and hashes. What cannot be read is a finding, and where either entry or leaf hash is left, the
/// walk goes on with that.
/// </summary>
internal sealed class TreeWalk
{
    /// <summary>
    /// After so many bundles in a row that are not there, neither they nor their leaf hashes, nothing more is looked for: a checkpoint can say any size.
    /// </summary>
    private const int MostMissing = 4;

    private readonly TileFolder _tiles;
    private readonly FindingList _findings;
    private readonly string? _party;

    /// <param name="tiles">The log, or a copy of it.</param>
    /// <param name="party">Whose copy it is, or null for the log itself.</param>
    /// <param name="take">Called with each entry that can be read, in order; or null.</param>
    public TreeWalk(TileFolder tiles, long size, FindingList findings, string? party, Action<long, ReadOnlyMemory<byte>>? take)
    {
        _tiles = tiles;
        _findings = findings;
        _party = party;
        ReadLeaves(size, take);
        CheckLevels(size);
    }

    /// <summary>The leaf hashes of the entries, each null where the entry cannot be read.</summary>
    public List<TreeHash?> Entries { get; } = [];

    /// <summary>The leaf hashes in the tiles of level 0, each null where the tile cannot be read.</summary>
    public List<TreeHash?> Tiles { get; } = [];

    /// <summary>How many entries could be read.</summary>
    public long EntriesRead { get; private set; }

    /// <summary>The roots over the first so many leaves, for each of these sizes that is not beyond the end; null where a leaf is missing.</summary>
    public static Dictionary<long, TreeHash?> Roots(IReadOnlyList<TreeHash?> leaves, IEnumerable<long> sizes)
    {
        var tree = new CompactTree();
        Dictionary<long, TreeHash?> roots = [];
        bool isWhole = true;
        foreach (long size in sizes.Where(s => s <= leaves.Count).Distinct().Order())
        {
            for (; isWhole && tree.Size < size; tree.Append(leaves[(int)tree.Size]!.Value))
            {
                if (leaves[(int)tree.Size] is null)
                {
                    isWhole = false;
                    break;
                }
            }

            roots[size] = isWhole ? tree.Root : null;
        }

        return roots;
    }

    /// <summary>The root over the first so many leaves; null where one is missing.</summary>
    public static TreeHash? RootOf(IReadOnlyList<TreeHash?> leaves, long size) => Roots(leaves, [size]).GetValueOrDefault(size);

    private void ReadLeaves(long size, Action<long, ReadOnlyMemory<byte>>? take)
    {
        int missing = 0;
        foreach (TileName bundle in TileName.OfLevel(null, size))
        {
            long first = bundle.Index * TileName.FullWidth;
            missing = _tiles.Find(bundle) is null && _tiles.Find(bundle with { Level = 0 }) is null ? missing + 1 : 0;
            if (missing > MostMissing)
            {
                _findings.Add(FindingKind.FileDamaged, $"Nothing is there of the entries from {first - (MostMissing * TileName.FullWidth)} on, of {size}; what may follow was not looked for.", first, null, _party);
                return;
            }

            IReadOnlyList<ReadOnlyMemory<byte>> entries = _tiles.ReadWholeEntries(bundle, out string? fault);
            EntriesRead += entries.Count;
            if (fault is not null)
            {
                string words = entries.Count == bundle.Width
                    ? $"The bundle of entries {first} to {first + bundle.Width - 1} has bytes that are no entries: {fault}"
                    : $"Entries {first + entries.Count} to {first + bundle.Width - 1} cannot be read: {fault}";
                _findings.Add(FindingKind.FileDamaged, words, first + entries.Count, null, _party);
            }

            for (int i = 0; i < bundle.Width; i++)
            {
                Entries.Add(i < entries.Count ? MerkleHasher.Leaf(entries[i].Span) : null);
                if (i < entries.Count)
                {
                    take?.Invoke(first + i, entries[i]);
                }
            }

            Tiles.AddRange(ReadTile(bundle with { Level = 0 }));
        }
    }

    private void CheckLevels(long size)
    {
        List<TreeHash?> below = Tiles;
        for (int level = 1; level <= TileName.MaxLevel && TileName.CountAt(level, size) > 0; level++)
        {
            List<TreeHash?> hashes = [];
            foreach (TileName tile in TileName.OfLevel(level, size).TakeWhile(t => t.Index * TileName.FullWidth * TileName.FullWidth < below.Count))
            {
                hashes.AddRange(ReadTile(tile));
            }

            for (int i = 0; i < hashes.Count && (i + 1) * TileName.FullWidth <= below.Count; i++)
            {
                List<TreeHash?> group = below.GetRange(i * TileName.FullWidth, TileName.FullWidth);
                if (hashes[i] is { } hash && !group.Contains(null) && HashTile.Root(group.Select(h => h!.Value)) is var root && root != hash)
                {
                    long width = 1L << (TileName.Height * level);
                    TileName tile = TileName.Holding(level, i, size);
                    _findings.Add(
                        FindingKind.TileWrong,
                        $"{tile.Path} says {hash} of entries {i * width} to {((i + 1) * width) - 1}, and the tile below gives {root}: one of the two was changed.",
                        i * width,
                        null,
                        _party);
                }
            }

            below = hashes;
        }
    }

    private IEnumerable<TreeHash?> ReadTile(TileName tile)
    {
        try
        {
            return _tiles.ReadHashes(tile).Select(h => (TreeHash?)h);
        }
        catch (LogFormatException e)
        {
            long width = 1L << (TileName.Height * tile.Level!.Value);
            _findings.Add(FindingKind.FileDamaged, $"A tile cannot be read: {e.Message}", tile.Index * TileName.FullWidth * width, null, _party);
            return Enumerable.Repeat<TreeHash?>(null, tile.Width);
        }
    }
}
