using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Tiles;

namespace JointWatch.TransparencyLog.Writing;

/// <summary>What is checked before a log goes on: that nothing the checkpoint promises is torn or gone. A log is never built on a damaged one.</summary>
internal static class OpeningCheck
{
    /// <exception cref="LogFormatException">Something is wrong: names the file and what was expected.</exception>
    public static RightEdge Read(LogReader reader, SignedCheckpoint checkpoint, VerifierKey key)
    {
        string path = reader.Tiles.PathOf(TileFolder.CheckpointName);
        if (checkpoint.Note.Check(key) is not SignatureVerdict.Good and var verdict)
        {
            throw new LogFormatException(path, "signature", verdict == SignatureVerdict.Missing ? null : "false", $"a signature by {key}");
        }

        if (checkpoint.Checkpoint.Origin != key.Name)
        {
            throw new LogFormatException(path, "origin", checkpoint.Checkpoint.Origin, $"'{key.Name}', the name of the log's key");
        }

        long size = checkpoint.Checkpoint.Size;
        foreach (TileName tile in Full(size))
        {
            long length = reader.Tiles.Find(tile) is { } file ? new FileInfo(file.Path).Length : -1;
            if (tile.Level is null ? length < TileName.FullWidth * sizeof(ushort) : length != TileName.FullWidth * TreeHash.Bytes)
            {
                throw new LogFormatException(
                    reader.Tiles.PathOf(tile.Path),
                    null,
                    length < 0 ? null : $"{length} bytes",
                    tile.Level is null ? "a full entry bundle" : $"a full tile of {TileName.FullWidth * TreeHash.Bytes} bytes");
            }
        }

        RightEdge edge = RightEdge.Read(reader.Tiles, size);
        if (edge.Root != checkpoint.Checkpoint.Root)
        {
            throw new LogFormatException(path, "root", checkpoint.Checkpoint.Root.ToString(), $"{edge.Root}, which is that of the tiles");
        }

        return edge;
    }

    private static IEnumerable<TileName> Full(long size)
    {
        IEnumerable<TileName> tiles = TileName.OfLevel(null, size);
        for (int level = 0; level <= TileName.MaxLevel; level++)
        {
            tiles = tiles.Concat(TileName.OfLevel(level, size));
        }

        return tiles.Where(tile => tile.IsFull);
    }
}
