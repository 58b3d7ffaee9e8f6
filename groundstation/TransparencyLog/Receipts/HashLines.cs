using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Receipts;

/// <summary>The hashes of a proof as text: one a line, in base64.</summary>
internal static class HashLines
{
    /// <exception cref="LogFormatException">A line is no hash, or there are too many.</exception>
    public static IReadOnlyList<TreeHash> Parse(string source, ReadOnlySpan<string> lines, int most)
    {
        if (lines.Length > most)
        {
            throw new LogFormatException(source, "proof", $"{lines.Length} hashes", $"at most {most}");
        }

        var hashes = new TreeHash[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            hashes[i] = TreeHash.TryParse(lines[i], out TreeHash hash) ? hash : throw new LogFormatException(source, $"proof's hash {i + 1}", lines[i], "32 bytes in base64");
        }

        return hashes;
    }

    public static string Format(IEnumerable<TreeHash> hashes) => string.Concat(hashes.Select(h => $"{h}\n"));
}
