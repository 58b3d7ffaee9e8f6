using System.Text.RegularExpressions;

namespace JointWatch.Flash.Board;

/// <summary>Judges what a board says after a restart: <c>JointWatch 0.1.0 north/radar-1 boot 1 (power)</c> is what is hoped for.</summary>
public sealed partial class FirstWords(NodeName expected)
{
    /// <summary>What the board's words mean, in words for a person; null while they say nothing yet.</summary>
    public string? Verdict { get; private set; }

    /// <summary>True once the board has said the right thing.</summary>
    public bool IsWell { get; private set; }

    public void Hear(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (Greeting().Match(line) is { Success: true } match)
        {
            string name = match.Groups["name"].Value;
            IsWell = name == expected.ToString();
            Verdict = IsWell
                ? $"All is well: the board runs JointWatch {match.Groups["version"].Value} as {name}, boot {match.Groups["boot"].Value} ({match.Groups["reason"].Value})."
                : $"The board says that it is {name}; expected {expected}. Its set-up did not arrive: run this again with --replace.";
        }
        else if (line.Contains("Link failure", StringComparison.Ordinal) || line.Contains("needs assembly", StringComparison.Ordinal))
        {
            Verdict = "The board cannot load the application: an assembly is missing from the image, or one was built for another firmware. Build the image anew and compare its packages with nanoff-config/firmware.json.";
        }
        else if (line.Contains("invalid header", StringComparison.Ordinal))
        {
            Verdict = "The board finds no firmware in its flash: the firmware was not written. Check the target, then run this again.";
        }
        else if (line.Contains("waiting for download", StringComparison.OrdinalIgnoreCase))
        {
            Verdict = "The board waits for a download: BOOT was held while it started. Let go of BOOT and press the reset button.";
        }
    }

    [GeneratedRegex("JointWatch (?<version>[0-9.]+) (?<name>[a-z0-9-]+/[a-z0-9-]+) boot (?<boot>[0-9]+) \\((?<reason>[^)]*)\\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Greeting();
}
