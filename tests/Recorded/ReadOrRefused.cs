using CsCheck;
using JointWatch.Exercises;
using JointWatch.Recorded.Truth;

namespace JointWatch.Recorded.Tests;

/// <summary>Does what one likes to a file: it is read, or refused by an error that names it, and nothing else happens.</summary>
internal static class ReadOrRefused
{
    private const int Times = 400;

    private static readonly string[] Pieces =
    [
        "", " ", "\n", "\r\n", ",", ",,", "[", "]", "{", "}", ":", "\"", "\\u", "\\ud800", "-", "+", "0", "1e999", "-1e999", "NaN", "Infinity", "null", "true",
        "99999999999999999999", "\0", "\uFEFF", "é", "mc,k", "[[]]", "[1,2,3]", "1.5",
    ];

    /// <summary>Changes one file of a set.</summary>
    public static void Sample(TextFolder folder, string name, string text) => Changed(text).Sample(
        changed =>
        {
            folder.Write(name, changed);
            Try(folder.Path, () => RecordedSet.Read(folder.Path));
        },
        iter: Times,
        threads: 1);

    /// <summary>Changes a file of truth.</summary>
    public static void SampleTruth(TextFolder folder, string name, string text) => Changed(text).Sample(
        changed =>
        {
            string path = folder.Write(name, changed);
            Try(folder.Path, () => RecordedTruth.Read(path));
        },
        iter: Times,
        threads: 1);

    private static void Try(string folder, Action read)
    {
        try
        {
            read();
        }
        catch (InvalidInputException refused)
        {
            Assert.StartsWith(folder, refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>The text with one to four places cut out, doubled, or overwritten by what formats care about.</summary>
    private static Gen<string> Changed(string text)
    {
        Gen<Func<string, string>> edit = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 30], Gen.Int[0, Pieces.Length], Gen.Double[0, 1]).Select((at, length, piece, from) =>
            (Func<string, string>)(s =>
            {
                int start = (int)(at * s.Length);
                int end = Math.Min(s.Length, start + length);
                int source = (int)(from * s.Length);
                string put = piece < Pieces.Length ? Pieces[piece] : s[source..Math.Min(s.Length, source + length)];
                return s[..start] + put + s[(piece % 2 == 0 ? start : end)..];
            }));
        return edit.Array[1, 4].Select(edits => edits.Aggregate(text, (s, change) => change(s)));
    }
}
