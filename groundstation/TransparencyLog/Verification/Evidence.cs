using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Receipts;
using JointWatch.TransparencyLog.Tiles;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>What parties have kept of a log, to hold it to.</summary>
public sealed record Evidence
{
    private const int DeepestFolder = 16;
    private const long MostBytes = 2_000_000;

    /// <summary>Checkpoints.</summary>
    public IReadOnlyList<KeptCheckpoint> Checkpoints { get; init; } = [];

    /// <summary>Receipts.</summary>
    public IReadOnlyList<KeptReceipt> Receipts { get; init; } = [];

    /// <summary>Whole copies of the log's folder.</summary>
    public IReadOnlyList<KeptCopy> Copies { get; init; } = [];

    /// <summary>Files that hold none of these.</summary>
    public IReadOnlyList<Finding> Unreadable { get; init; } = [];

    /// <summary>
    /// Reads a folder of evidence: each folder in it is named after a party and holds that party's files; files beside them are of the party that their name
    /// without ending says. A file is a checkpoint or a receipt, whatever its name; a folder with a file <c>checkpoint</c> in it is a copy of the log.
    /// Names that begin with '.' are passed over.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static Evidence Read(string folder)
    {
        List<KeptCheckpoint> checkpoints = [];
        List<KeptReceipt> receipts = [];
        List<KeptCopy> copies = [];
        List<Finding> unreadable = [];
        ReadFolder(folder, null, 0);
        return new Evidence { Checkpoints = checkpoints, Receipts = receipts, Copies = copies, Unreadable = unreadable };

        void ReadFolder(string at, string? party, int depth)
        {
            foreach (string path in Directory.EnumerateFileSystemEntries(at).Where(p => !Path.GetFileName(p).StartsWith('.')).Order(StringComparer.Ordinal))
            {
                string name = Path.GetFileName(path);
                if (!Directory.Exists(path))
                {
                    ReadFile(path, party ?? Path.GetFileNameWithoutExtension(name));
                }
                else if (File.Exists(Path.Combine(path, TileFolder.CheckpointName)))
                {
                    copies.Add(new KeptCopy(party ?? name, path));
                }
                else if (depth < DeepestFolder)
                {
                    ReadFolder(path, party ?? name, depth + 1);
                }
            }
        }

        void ReadFile(string path, string party)
        {
            try
            {
                byte[] bytes = BoundedFile.Read(path, MostBytes);
                if (Receipt.IsReceipt(bytes))
                {
                    receipts.Add(new KeptReceipt(party, path, Receipt.Parse(bytes)));
                }
                else
                {
                    checkpoints.Add(new KeptCheckpoint(party, path, SignedCheckpoint.Parse(bytes)));
                }
            }
            catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
            {
                unreadable.Add(new Finding(FindingKind.FileDamaged, $"{path}, kept by {party}, is neither a checkpoint nor a receipt: {e.Message}", Party: party));
            }
        }
    }
}

/// <summary>A checkpoint that a party kept.</summary>
/// <param name="Source">Its file, or wherever it comes from.</param>
public sealed record KeptCheckpoint(string Party, string Source, SignedCheckpoint Checkpoint);

/// <summary>A receipt that a party kept.</summary>
/// <param name="Source">Its file, or wherever it comes from.</param>
public sealed record KeptReceipt(string Party, string Source, Receipt Receipt);

/// <summary>A party's own copy of the log.</summary>
public sealed record KeptCopy(string Party, string Folder);
