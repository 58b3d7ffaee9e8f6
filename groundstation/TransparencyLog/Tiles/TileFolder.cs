using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Tiles;

/// <summary>
/// The tiles and bundles of a log's folder, to read. Where a partial tile is not there, its hashes are taken from a wider one, which begins with them.
/// For any number of threads, also while the log is written.
/// </summary>
public sealed class TileFolder(string folder)
{
    /// <summary>The log's signed checkpoint, beside the tiles.</summary>
    public const string CheckpointName = "checkpoint";

    /// <summary>Gets the log's folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The path of a file of the log.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The hashes of a tile.</summary>
    /// <exception cref="LogFormatException">It is not there, or has not the right length.</exception>
    public TreeHash[] ReadHashes(TileName tile)
    {
        (byte[] bytes, TileName found, string path) = Read(tile, TileName.FullWidth * TreeHash.Bytes);
        try
        {
            return HashTile.Decode(bytes, found.Width)[..tile.Width];
        }
        catch (LogFormatException e)
        {
            throw e.In(path);
        }
    }

    /// <summary>The entries of a bundle.</summary>
    /// <exception cref="LogFormatException">It is not there, or does not hold so many whole entries and nothing else.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> ReadEntries(TileName bundle)
    {
        (byte[] bytes, TileName found, string path) = Read(bundle, EntryBundle.MaxBytes);
        try
        {
            IReadOnlyList<ReadOnlyMemory<byte>> entries = EntryBundle.Decode(bytes, found.Width);
            return entries.Count == bundle.Width ? entries : [.. entries.Take(bundle.Width)];
        }
        catch (LogFormatException e)
        {
            throw e.In(path);
        }
    }

    /// <summary>As many entries of a bundle as are whole, with what is wrong with the rest.</summary>
    internal IReadOnlyList<ReadOnlyMemory<byte>> ReadWholeEntries(TileName bundle, out string? fault)
    {
        try
        {
            fault = null;
            return ReadEntries(bundle);
        }
        catch (LogFormatException e)
        {
            fault = e.Message;
        }

        try
        {
            return EntryBundle.DecodeWhole(Read(bundle, EntryBundle.MaxBytes).Bytes, bundle.Width, out _);
        }
        catch (LogFormatException)
        {
            return [];
        }
    }

    /// <summary>Finds the file of a tile, or of the narrowest wider one where that one is gone or never was.</summary>
    internal (string Path, TileName Found)? Find(TileName tile)
    {
        if (PathOf(tile.Path) is var exact && File.Exists(exact))
        {
            return (exact, tile);
        }

        if (tile.IsFull)
        {
            return null;
        }

        string partial = PathOf(tile.PartialFolder);
        long? width = Directory.Exists(partial)
            ? Directory.EnumerateFiles(partial).Select(file => DecimalNumber.Parse(Path.GetFileName(file))).Where(w => w > tile.Width && w < TileName.FullWidth).Min()
            : null;
        TileName wider = tile with { Width = (int)(width ?? TileName.FullWidth) };
        return PathOf(wider.Path) is var path && File.Exists(path) ? (path, wider) : null;
    }

    private (byte[] Bytes, TileName Found, string Path) Read(TileName tile, int mostBytes)
    {
        string exact = PathOf(tile.Path);
        try
        {
            // While the log is written, what was found may be gone in favour of the full tile, which stays.
            (string path, TileName found) = Find(tile) ?? (exact, tile);
            try
            {
                return (BoundedFile.Read(path, mostBytes), found, path);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !tile.IsFull)
            {
                path = PathOf(tile.Full.Path);
                return (BoundedFile.Read(path, mostBytes), tile.Full, path);
            }
        }
        catch (LogFormatException e)
        {
            throw e.In(exact);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogFormatException(exact, null, null, "a file that is there and can be read; " + e.Message, e);
        }
    }
}
