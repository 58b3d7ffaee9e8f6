using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Checkpoints;

/// <summary>What a log says of itself at a size: <see href="https://c2sp.org/tlog-checkpoint"/>. Unsigned.</summary>
/// <param name="Origin">Which log it is.</param>
/// <param name="Size">The number of entries.</param>
/// <param name="Root">The root of the tree over them.</param>
/// <param name="Extensions">Further lines, which mean nothing here.</param>
public sealed record Checkpoint(string Origin, long Size, TreeHash Root, IReadOnlyList<string> Extensions)
{
    /// <summary>What a cosigner's message begins with; no log may be called so, lest its checkpoint pass for a cosignature.</summary>
    internal const string CosignatureHeader = "cosignature/v1";

    private const string Source = "checkpoint";

    public Checkpoint(string origin, long size, TreeHash root)
        : this(origin, size, root, [])
    {
    }

    /// <summary>Whether a log may be called so.</summary>
    public static bool IsOrigin(string origin) => IsLine(origin) && origin != CosignatureHeader;

    /// <summary>Reads the text of a checkpoint's note.</summary>
    /// <exception cref="LogFormatException">It is no checkpoint: names the line.</exception>
    public static Checkpoint Parse(string text)
    {
        string[] lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length != 0)
        {
            throw new LogFormatException(Source, null, text, "the lines origin, size and root, each with a newline");
        }

        string origin = IsOrigin(lines[0]) ? lines[0] : throw new LogFormatException(Source, "origin", lines[0], $"a line of text, not '{CosignatureHeader}'");
        long size = DecimalNumber.Parse(lines[1]) ?? throw new LogFormatException(Source, "size", lines[1], "a whole number, without leading zeroes");
        if (!TreeHash.TryParse(lines[2], out TreeHash root))
        {
            throw new LogFormatException(Source, "root", lines[2], "32 bytes in base64");
        }

        if (size == 0 && root != MerkleHasher.EmptyRoot)
        {
            throw new LogFormatException(Source, "root", lines[2], $"{MerkleHasher.EmptyRoot}, that of the empty tree");
        }

        string[] extensions = lines[3..^1];
        return Array.TrueForAll(extensions, IsLine)
            ? new Checkpoint(origin, size, root, extensions)
            : throw new LogFormatException(Source, "extension line", "", "a line that is not empty");
    }

    /// <summary>The text of its note.</summary>
    public string ToText() => $"{Origin}\n{DecimalNumber.Format(Size)}\n{Root}\n" + string.Concat(Extensions.Select(line => line + "\n"));

    private static bool IsLine(string line) => line.Length > 0 && !line.Any(c => c < ' ');
}
