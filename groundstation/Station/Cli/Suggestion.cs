namespace JointWatch.Station.Cli;

/// <summary>Finds what was probably meant by a misspelt name.</summary>
internal static class Suggestion
{
    private const int LongestNameConsidered = 40;

    /// <summary>The words <c>; did you mean x?</c>, or nothing where no known name is near.</summary>
    public static string For(string written, IEnumerable<string> known) =>
        Nearest(written, known) is { } name ? $"; did you mean {name}?" : "";

    private static string? Nearest(string written, IEnumerable<string> known)
    {
        string bare = Bare(written);
        if (bare.Length is 0 or > LongestNameConsidered)
        {
            return null;
        }

        (string Name, int Distance)? best = null;
        foreach (string name in known)
        {
            int distance = Distance(bare, Bare(name));
            if (name != written && distance <= Math.Max(1, bare.Length / 3) && (best is null || distance < best.Value.Distance))
            {
                best = (name, distance);
            }
        }

        return best?.Name;
    }

    private static string Bare(string name) => name.TrimStart('-').ToUpperInvariant();

    /// <summary>Edits from one word to the other: insert, delete, replace, or swap two neighbours (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        int[][] edits = new int[a.Length + 1][];
        for (int i = 0; i <= a.Length; i++)
        {
            edits[i] = new int[b.Length + 1];
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i][j] = i + j;
                    continue;
                }

                int replaced = edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                edits[i][j] = Math.Min(replaced, Math.Min(edits[i - 1][j], edits[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    edits[i][j] = Math.Min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }

        return edits[a.Length][b.Length];
    }
}
