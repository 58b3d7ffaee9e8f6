using System.Globalization;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>
/// Holds the times that entries carry against each other and against the cosigned checkpoints around them: a witness that cosigned a tree at a time saw all
/// entries of it then, and none after it.
/// </summary>
internal sealed class TimeCheck(LogVerifierOptions options, FindingList findings)
{
    private readonly List<DatedEntry> _entries = [];

    /// <summary>Takes the next entry.</summary>
    public void Take(long index, ReadOnlyMemory<byte> entry)
    {
        if (options.EntryFacts?.Invoke(index, entry) is not { } facts)
        {
            return;
        }

        if (facts.Fault is { } fault)
        {
            findings.Add(FindingKind.EntryBad, $"Entry {index}{(facts.Signer is { } signer ? $" of {signer}" : "")}: {fault}.", index, null, facts.Signer);
        }

        if (facts.Time is { } time)
        {
            _entries.Add(new DatedEntry(index, time, facts.Signer, facts.Clock));
        }
    }

    /// <summary>Checks all entries taken.</summary>
    /// <param name="cosigned">The cosignatures on checkpoints that agree with the log, by size.</param>
    public void Check(IReadOnlyList<CosignedSize> cosigned)
    {
        CosignedSize[] bySize = [.. cosigned.OrderBy(c => c.Size)];

        // For each place in that order, the earliest time of it and those after it: what the entries before are no younger than.
        CosignedSize?[] earliest = new CosignedSize?[bySize.Length + 1];
        for (int i = bySize.Length - 1; i >= 0; i--)
        {
            earliest[i] = earliest[i + 1] is { } next && next.Time < bySize[i].Time ? next : bySize[i];
        }

        CosignedSize? latest = null;
        int at = 0;
        Dictionary<string, DatedEntry> newest = new(StringComparer.Ordinal);
        for (int i = 0; i < _entries.Count; i++)
        {
            DatedEntry entry = _entries[i];
            for (; at < bySize.Length && bySize[at].Size <= entry.Index; at++)
            {
                latest = latest is null || bySize[at].Time > latest.Time ? bySize[at] : latest;
            }

            // A witness's clock is the wall's, and says nothing of an entry by another.
            bool isWall = entry.Clock is null;
            if (isWall && earliest[at] is { } after && entry.Time > after.Time + options.MaxAhead)
            {
                findings.Add(
                    FindingKind.TimeAhead,
                    $"{entry.Says}, and {after.Witness} saw it in the tree of {after.Size} entries at {Shown(after.Time)}: it is dated ahead.",
                    entry.Index,
                    after.Size,
                    after.Witness);
                continue; // What comes after it is not to be measured by it.
            }

            string clock = entry.Clock ?? "";
            DatedEntry? earlier = newest.GetValueOrDefault(clock);
            TimeSpan allowed = isWall ? options.MaxBackward : options.MaxBackwardByOtherClock;
            if (isWall && latest is { } before && entry.Time < before.Time - allowed)
            {
                findings.Add(
                    FindingKind.TimeBackdated,
                    $"{entry.Says}, and the tree of {before.Size} entries that {before.Witness} cosigned at {Shown(before.Time)} had it not yet: it is dated back by {Seconds(before.Time - entry.Time)}, or was that long on its way. {Place(i, earliest[at])}",
                    entry.Index,
                    before.Size,
                    before.Witness);
            }
            else if (earlier is not null && entry.Time < earlier.Time - allowed)
            {
                findings.Add(
                    FindingKind.TimeBackward,
                    $"{entry.Says}, and entry {earlier.Index}{earlier.Of} before it says {Shown(earlier.Time)}: times go back by {Seconds(earlier.Time - entry.Time)}, more than {Seconds(allowed)}. {Place(i, isWall ? earliest[at] : null)}",
                    entry.Index,
                    null,
                    entry.Signer);
            }

            newest[clock] = earlier is null || entry.Time > earlier.Time ? entry : earlier;
        }
    }

    /// <summary>Between what an entry stands, as a sentence.</summary>
    private string Place(int i, CosignedSize? seenIn)
    {
        string before = i > 0 ? $"after {Named(_entries[i - 1])}" : "at the log's beginning";
        string after = i + 1 < _entries.Count ? $"before {Named(_entries[i + 1])}" : "at the log's end";
        return $"It stands {before} and {after}{(seenIn is { } seen ? $"; the tree of {seen.Size} entries that {seen.Witness} cosigned at {Shown(seen.Time)} has it" : "")}.";
    }

    private static string Named(DatedEntry entry) => $"entry {entry.Index}{entry.Of} ({Shown(entry.Time)}{(entry.Clock is { } clock ? $" by the clock of {clock}" : "")})";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static string Shown(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private sealed record DatedEntry(long Index, DateTimeOffset Time, string? Signer, string? Clock)
    {
        public string Of => Signer is null ? "" : $" of {Signer}";

        public string Says => $"Entry {Index}{Of} says {Shown(Time)}{(Clock is null ? "" : $" by the clock of {Clock}")}";
    }
}
