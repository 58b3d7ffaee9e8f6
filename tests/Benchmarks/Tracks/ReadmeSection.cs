using JointWatch.Exercises;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>A part of a README that a program writes, between two marks.</summary>
internal static class ReadmeSection
{
    public const string Begin = "<!-- tracking table: begin (written by: dotnet run -c Release --project tests/Benchmarks -- tracking --write) -->";
    public const string End = "<!-- tracking table: end -->";

    /// <exception cref="InvalidInputException">The marks are not there.</exception>
    public static void Replace(string path, string text)
    {
        string all = File.ReadAllText(path);
        int begin = all.IndexOf(Begin, StringComparison.Ordinal);
        int end = all.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidInputException(path, null, null, null, $"the lines '{Begin}' and '{End}'");
        }

        File.WriteAllText(path, all[..(begin + Begin.Length)] + "\n\n" + text.Trim() + "\n\n" + all[end..]);
    }
}
