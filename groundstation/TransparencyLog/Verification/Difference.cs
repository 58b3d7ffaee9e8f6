using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>Says what was done to a sequence of entries, by their leaf hashes: changed, dropped, put in, or moved.</summary>
internal static class Difference
{
    /// <summary>What differs, the first entries first.</summary>
    /// <param name="expected">The leaf hashes as they should be.</param>
    /// <param name="found">The leaf hashes as they are; more of them at the end are no difference.</param>
    /// <param name="first">The index of the first of both in the log.</param>
    /// <param name="knownFrom">How it is known what they should be, as a phrase: <c>the copy of north</c>.</param>
    public static IEnumerable<Finding> Explain(IReadOnlyList<TreeHash> expected, IReadOnlyList<TreeHash> found, long first, string knownFrom)
    {
        int common = Math.Min(expected.Count, found.Count);
        int at = 0;
        while (at < common && expected[at] == found[at])
        {
            at++;
        }

        if (at == expected.Count)
        {
            return [];
        }

        if (at == found.Count)
        {
            return [Dropped(at, expected.Count - 1)];
        }

        Dictionary<TreeHash, int> inFound = Positions(found);
        Dictionary<TreeHash, int> inExpected = Positions(expected);
        if (IsPermutation(expected, found, at, common))
        {
            return Enumerable.Range(at, common - at).Where(i => expected[i] != found[i])
                .Select(i => new Finding(
                    FindingKind.EntryMoved,
                    $"Entry {first + i} was moved: by {knownFrom} it stands there, and it is at {first + inFound[expected[i]]} now.",
                    first + i));
        }

        // Is all that follows the same, only farther up or down?
        if (inExpected.TryGetValue(found[at], out int later) && later > at && IsSame(expected, later, found, at))
        {
            return [Dropped(at, later - 1)];
        }

        if (inFound.TryGetValue(expected[at], out later) && later > at && IsSame(expected, at, found, later))
        {
            return [new Finding(
                FindingKind.EntryInserted,
                $"{Entries(at, later - 1)} put in: by {knownFrom} what stands at {first + later} now is entry {first + at}.",
                first + at)];
        }

        IEnumerable<Finding> changed = Enumerable.Range(at, common - at).Where(i => expected[i] != found[i])
            .Select(i => new Finding(
                FindingKind.EntryChanged,
                $"Entry {first + i} was rewritten: by {knownFrom} its leaf hash is {expected[i]}, and that of the entry there now is {found[i]}.",
                first + i));
        return found.Count < expected.Count ? changed.Append(Dropped(found.Count, expected.Count - 1)) : changed;

        Finding Dropped(int from, int to) =>
            new(FindingKind.EntryDropped, $"{Entries(from, to)} dropped: {knownFrom} has {(from == to ? "it" : "them")}, and the log has not.", first + from);

        string Entries(int from, int to) => from == to ? $"Entry {first + from} was" : $"Entries {first + from} to {first + to} were";
    }

    private static Dictionary<TreeHash, int> Positions(IReadOnlyList<TreeHash> hashes)
    {
        Dictionary<TreeHash, int> positions = [];
        for (int i = 0; i < hashes.Count; i++)
        {
            positions[hashes[i]] = i;
        }

        return positions;
    }

    private static bool IsPermutation(IReadOnlyList<TreeHash> a, IReadOnlyList<TreeHash> b, int from, int to)
    {
        Dictionary<TreeHash, int> counts = [];
        for (int i = from; i < to; i++)
        {
            counts[a[i]] = counts.GetValueOrDefault(a[i]) + 1;
            counts[b[i]] = counts.GetValueOrDefault(b[i]) - 1;
        }

        return counts.Values.All(count => count == 0);
    }

    private static bool IsSame(IReadOnlyList<TreeHash> a, int fromA, IReadOnlyList<TreeHash> b, int fromB)
    {
        int count = Math.Min(a.Count - fromA, b.Count - fromB);
        for (int i = 0; i < count; i++)
        {
            if (a[fromA + i] != b[fromB + i])
            {
                return false;
            }
        }

        return true;
    }
}
