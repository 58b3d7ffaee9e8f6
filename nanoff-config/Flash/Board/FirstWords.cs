using System.Text.RegularExpressions;

namespace JointWatch.Flash.Board;

/// <summary>
/// Judges what a board says after a restart: first its name, <c>JointWatch 0.1.0 north/radar-1 boot 1 (power)</c>, then a line for each stage
/// (wifi, clock, broker), and at last <c>running: ...</c>.
/// </summary>
public sealed partial class FirstWords(FlashRequest expected)
{
    private static readonly (string Begins, string Hint)[] Stages =
    [
        ("wifi: looking", "It finds no way into the Wi-Fi network '{wifi}': check name and password; it must be a 2.4 GHz network. Then run this again with --replace."),
        ("clock: ", "It is in the Wi-Fi network, and gets no time: the network must let NTP through (UDP port 123). It goes on trying."),
        ("clock: set", "It has Wi-Fi and time, and does not reach the broker at {broker}: is the station running there, and does the computer's firewall let the port through? It goes on trying."),
        ("broker: connected", "It is connected to the broker, and does not scan: look at the node on the page."),
    ];

    private string? _greeting;

    /// <summary>What the board's words mean, in words for a person; null while they say nothing yet.</summary>
    public string? Verdict { get; private set; }

    /// <summary>True once the board runs under its name.</summary>
    public bool IsWell { get; private set; }

    public void Hear(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (Greeting().Match(line) is { Success: true } match)
        {
            HearName(match);
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
        else if (_greeting is not null)
        {
            HearStage(line);
        }
    }

    private void HearName(Match match)
    {
        string name = match.Groups["name"].Value;
        if (name == expected.Node.ToString())
        {
            _greeting = $"the board runs {match.Groups["version"].Value} as {name}, boot {match.Groups["boot"].Value} ({match.Groups["reason"].Value})";
            Verdict = $"It began well, {_greeting}, and then said no more.";
        }
        else
        {
            Verdict = $"The board says that it is {name}; expected {expected.Node}. Its set-up did not arrive: run this again with --replace.";
        }
    }

    private void HearStage(string line)
    {
        if (line.StartsWith("running:", StringComparison.Ordinal))
        {
            IsWell = true;
            Verdict = $"All is well: {_greeting}, and it is connected.";
            return;
        }

        foreach ((string begins, string hint) in Stages.Where(stage => line.StartsWith(stage.Begins, StringComparison.Ordinal)))
        {
            Verdict = $"It began well, {_greeting}. " + hint
                .Replace("{wifi}", expected.WifiName, StringComparison.Ordinal)
                .Replace("{broker}", $"{expected.Broker}:{expected.BrokerPort}", StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("(?<version>JointWatch [0-9.]+) (?<name>[a-z0-9-]+/[a-z0-9-]+|unnamed) boot (?<boot>[0-9]+) \\((?<reason>[^)]*)\\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Greeting();
}
