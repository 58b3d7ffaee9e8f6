using CsCheck;

namespace JointWatch.Exercise.Tests.Files;

/// <summary>Texts that are nearly right: pieces cut out, doubled, swapped for others, or for characters that formats care about.</summary>
internal static class Mutation
{
    private static readonly string[] Pieces =
    [
        "", " ", "\n", "\r\n", "\t", "=", "[", "]", "[[", "]]", "{", "}", ",", ".", "\"", "'", "\"\"\"", "#", "-", "+", "0", "1e999", "-1e999", "nan", "inf",
        "99999999999999999999", "0x", "1979-05-27", "true", "\0", "\u007f", "é", "😀", "\ud800", "\\", "\\u", "a.b = 1\n", "[a]\n", "[[object]]\n", "[[board]]\n", "null", ":",
    ];

    public static Gen<string> Of(string text)
    {
        Gen<Func<string, string>> edit = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 40], Gen.Int[0, Pieces.Length], Gen.Double[0, 1])
            .Select((at, length, piece, from) => (Func<string, string>)(s =>
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
