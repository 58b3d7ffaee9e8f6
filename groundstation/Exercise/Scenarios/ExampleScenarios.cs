using System.Text;
using JointWatch.Exercises.Files;

namespace JointWatch.Exercises;

/// <summary>The scenarios that come with the program, by the names of their files without <c>.toml</c>.</summary>
public static class ExampleScenarios
{
    /// <summary>The one that is played where none is named.</summary>
    public const string Usual = "northern-watch";

    private const string Ending = ".toml";

    /// <summary>Gets the names, in order of the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ExampleScenarios).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(n => n[..^Ending.Length]).Order(StringComparer.Ordinal)];

    /// <summary>The text of one, or null where there is none of the name.</summary>
    public static string? Text(string name)
    {
        using Stream? stream = Names.Contains(name) ? typeof(ExampleScenarios).Assembly.GetManifestResourceStream(name + Ending) : null;
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The text of a scenario by the path of its file, or by the name of an example where there is no such file; and what to call it in messages.</summary>
    /// <exception cref="InvalidInputException">There is neither.</exception>
    public static (string Text, string Source) Find(string pathOrName) => !File.Exists(pathOrName) && Text(pathOrName) is { } text
        ? (text, pathOrName + Ending)
        : (InputFile.ReadText(pathOrName, ScenarioFile.LargestBytes), pathOrName);
}
