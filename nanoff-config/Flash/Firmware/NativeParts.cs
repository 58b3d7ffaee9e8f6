using System.Text.RegularExpressions;

namespace JointWatch.Flash.Firmware;

/// <summary>Holds the native parts on a board, as nanoff --devicedetails prints them, against those that the application needs.</summary>
public static partial class NativeParts
{
    /// <summary>What does not fit, each with what the board has and what is needed; none where all fit.</summary>
    public static IReadOnlyList<string> Misfits(IEnumerable<string> details, IEnumerable<NativePart> needed)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(needed);
        Dictionary<string, (string Version, string Checksum)> onBoard = [];
        foreach (string line in details)
        {
            if (Line().Match(line) is { Success: true } match)
            {
                onBoard[match.Groups["name"].Value] = (match.Groups["version"].Value, match.Groups["checksum"].Value);
            }
        }

        List<string> misfits = [];
        foreach (NativePart part in needed)
        {
            if (!onBoard.TryGetValue(part.Native, out (string Version, string Checksum) has))
            {
                misfits.Add($"{part.Native} is not in this firmware; {part.Package} {part.Version} needs {part.NativeVersion}, checksum {part.Checksum}");
            }
            else if (!string.Equals(has.Checksum, part.Checksum, StringComparison.OrdinalIgnoreCase))
            {
                misfits.Add($"{part.Native} is {has.Version}, checksum {has.Checksum}; {part.Package} {part.Version} needs {part.NativeVersion}, checksum {part.Checksum}");
            }
        }

        return misfits;
    }

    [GeneratedRegex("^\\s*(?<name>\\S+) v(?<version>[0-9.]+), checksum (?<checksum>0x[0-9A-Fa-f]{8})\\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
