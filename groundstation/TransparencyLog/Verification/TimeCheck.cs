using System.Globalization;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>
/// Holds the times that entries carry against each other and against the cosigned checkpoints around them: a witness that cosigned a tree at a time saw all
/// entries of it then, and none after it.
/// </summary>
internal sealed class TimeCheck(LogVerifierOptions options, FindingList findings)
{
    private readonly List<(long Index, DateTimeOffset Time, string? Signer)> _entries = [];

    /// <summary>Takes the next entry.</summary>
    public void Take(long index, ReadOnlyMemory<byte> entry)
    {
        if (options.EntryFacts?.Invoke(index, entry) is not { } facts)
        {
            return;
        }

        if (facts.Fault is { } fault)
        {
            findings.Add(FindingKind.EntryBad, $"Entry {index}{Of(facts.Signer)}: {fault}.", index, null, facts.Signer);
        }

        if (facts.Time is { } time)
        {
            _entries.Add((index, time, facts.Signer));
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
        (long Index, DateTimeOffset Time, string? Signer)? newest = null;
        foreach ((long index, DateTimeOffset time, string? signer) in _entries)
        {
            for (; at < bySize.Length && bySize[at].Size <= index; at++)
            {
                latest = latest is null || bySize[at].Time > latest.Time ? bySize[at] : latest;
            }

            if (earliest[at] is { } after && time > after.Time + options.MaxAhead)
            {
                findings.Add(
                    FindingKind.TimeAhead,
                    $"Entry {index}{Of(signer)} says {Shown(time)}, and {after.Witness} saw it in the tree of {after.Size} entries at {Shown(after.Time)}: it is dated ahead.",
                    index,
                    after.Size,
                    after.Witness);
                continue; // What comes after it is not to be measured by it.
            }

            if (latest is { } before && time < before.Time - options.MaxBackward)
            {
                findings.Add(
                    FindingKind.TimeBackdated,
                    $"Entry {index}{Of(signer)} says {Shown(time)}, and the tree of {before.Size} entries that {before.Witness} cosigned at {Shown(before.Time)} had it not yet: it is dated back.",
                    index,
                    before.Size,
                    before.Witness);
            }
            else if (newest is { } earlier && time < earlier.Time - options.MaxBackward)
            {
                findings.Add(
                    FindingKind.TimeBackward,
                    $"Entry {index}{Of(signer)} says {Shown(time)}, and entry {earlier.Index}{Of(earlier.Signer)} before it says {Shown(earlier.Time)}: times go back by more than {options.MaxBackward.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.",
                    index);
            }

            newest = newest is null || time > newest.Value.Time ? (index, time, signer) : newest;
        }
    }

    private static string Of(string? signer) => signer is null ? "" : $" of {signer}";

    private static string Shown(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}
