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
                onBoard[match.Groups[1].Value] = (match.Groups[2].Value, match.Groups[3].Value);
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

    [GeneratedRegex("^\\s*(\\S+) v([0-9.]+), checksum (0x[0-9A-Fa-f]{8})\\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();
}
