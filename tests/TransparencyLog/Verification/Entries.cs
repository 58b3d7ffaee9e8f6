using System.Globalization;
using System.Text;
using JointWatch.TransparencyLog.Verification;

namespace JointWatch.TransparencyLog.Tests.Verification;

/// <summary>Entries that say who made them and how many seconds after <see cref="Some.Time"/>, as a layer above the log may have them.</summary>
internal static class Entries
{
    public static ReadOnlyMemory<byte> By(string party, double seconds, string words) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{party}|{seconds}|{words}"));

    /// <summary>Entries 30 ms apart, so that hundreds fit between two cosignatures.</summary>
    public static ReadOnlyMemory<byte>[] Run(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(i => By(i % 2 == 0 ? "north" : "south", i * 0.03, $"entry {i}"))];

    public static EntryFacts FactsOf(long index, ReadOnlyMemory<byte> entry)
    {
        string[] parts = Encoding.UTF8.GetString(entry.Span).Split('|');
        return parts.Length == 3
            ? new EntryFacts(Some.Time.AddSeconds(double.Parse(parts[1], CultureInfo.InvariantCulture)), parts[0])
            : new EntryFacts(null, null, "it is none of ours");
    }
}
