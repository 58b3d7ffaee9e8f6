using System.Globalization;

namespace JointWatch.TransparencyLog.Tiles;

/// <summary>
/// Which file of a log: a tile of hashes at a level, or a bundle of entries; <see href="https://c2sp.org/tlog-tiles"/>. Full tiles are 256 wide.
/// </summary>
/// <param name="Level">0 holds leaf hashes, each level above the roots of the full tiles below; null: a bundle of entries.</param>
/// <param name="Index">Which tile of the level, from 0.</param>
/// <param name="Width">The number of hashes or entries, 1 to 256.</param>
public readonly record struct TileName(int? Level, long Index, int Width)
{
    /// <summary>The number of hashes of a full tile, or entries of a full bundle.</summary>
    public const int FullWidth = 256;

    /// <summary>Tiles of a level stand for 2^8 of the level below.</summary>
    internal const int Height = 8;

    /// <summary>A tree of at most 2^63 leaves has tiles no higher than this.</summary>
    internal const int MaxLevel = 7;

    private const string Entries = "entries";
    private const string Partial = ".p";

    /// <summary>Gets whether the tile is full, and so will never change.</summary>
    public bool IsFull => Width == FullWidth;

    /// <summary>Gets the same tile when it is full.</summary>
    public TileName Full => this with { Width = FullWidth };

    /// <summary>Gets its path below the log's folder or URL, with slashes: <c>tile/0/x001/x234/067.p/8</c>.</summary>
    public string Path => FullPath + (IsFull ? "" : $"{Partial}/{Width.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Gets the folder in which the partial forms of this tile lie.</summary>
    internal string PartialFolder => FullPath + Partial;

    private string FullPath => $"tile/{(Level is { } level ? level.ToString(CultureInfo.InvariantCulture) : Entries)}/{IndexPath(Index)}";

    /// <summary>Reads a path; null where it is none in its one right form.</summary>
    public static TileName? TryParse(string path)
    {
        string[] parts = path.Split('/');
        if (parts.Length < 3 || parts[0] != "tile")
        {
            return null;
        }

        int? level = null;
        if (parts[1] != Entries)
        {
            if (DecimalNumber.Parse(parts[1]) is not ({ } number and <= 63))
            {
                return null;
            }

            level = (int)number;
        }

        int width = FullWidth;
        if (parts[^2].EndsWith(Partial, StringComparison.Ordinal))
        {
            if (DecimalNumber.Parse(parts[^1]) is not ({ } number and >= 1 and < FullWidth))
            {
                return null;
            }

            width = (int)number;
            parts = [.. parts[..^2], parts[^2][..^Partial.Length]];
        }

        string digits = string.Concat(parts[2..].Select(p => p.TrimStart('x')));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long index)
            && new TileName(level, index, width) is var name && name.Path == path
            ? name
            : null;
    }

    /// <summary>The tiles of one level (or the bundles) of a tree, from the left; the last one may be partial.</summary>
    public static IEnumerable<TileName> OfLevel(int? level, long treeSize)
    {
        long hashes = CountAt(level, treeSize);
        for (long index = 0; index < hashes / FullWidth; index++)
        {
            yield return new TileName(level, index, FullWidth);
        }

        if (hashes % FullWidth is var width and > 0)
        {
            yield return new TileName(level, hashes / FullWidth, (int)width);
        }
    }

    /// <summary>How many hashes a level holds in all, in a tree of so many entries.</summary>
    internal static long CountAt(int? level, long treeSize) => treeSize >> (Height * (level ?? 0));

    /// <summary>The tile that holds a hash (or entry), as wide as it is in a tree of that size.</summary>
    internal static TileName Holding(int? level, long hash, long treeSize)
    {
        long index = hash / FullWidth;
        return new TileName(level, index, (int)Math.Min(FullWidth, CountAt(level, treeSize) - (index * FullWidth)));
    }

    private static string IndexPath(long index)
    {
        string path = (index % 1000).ToString("D3", CultureInfo.InvariantCulture);
        for (long rest = index / 1000; rest > 0; rest /= 1000)
        {
            path = $"x{(rest % 1000).ToString("D3", CultureInfo.InvariantCulture)}/{path}";
        }

        return path;
    }
}
