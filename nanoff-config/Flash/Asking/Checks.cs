using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JointWatch.Flash.Asking;

/// <summary>Whether a value is what its option expects; null where it is not.</summary>
internal static partial class Checks
{
    public static NodeName? Node(string text) => NodeForm().Match(text) is { Success: true } match && match.Groups["party"].Value is not ("exercise" or "station")
        ? new NodeName(match.Groups["party"].Value, match.Groups["node"].Value)
        : null;

    public static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535 ? port : null;

    public static Place? Place(string text)
    {
        string[] parts = text.Split(',');
        return parts.Length == 3
            && Number(parts[0], -90, 90) is double latitude
            && Number(parts[1], -180, 180) is double longitude
            && Number(parts[2], -1000, 100_000) is double height
            ? new Place(latitude, longitude, height)
            : null;
    }

    /// <summary>IEEE 802.11: a network's name has at most 32 bytes.</summary>
    public static bool IsWifiName(string text) => Encoding.UTF8.GetByteCount(text) is >= 1 and <= 32;

    /// <summary>IEEE 802.11i: a passphrase has 8 to 63 printable ASCII characters, or a key 64 hexadecimal digits.</summary>
    public static bool IsWifiPassword(string text) =>
        (text.Length is >= 8 and <= 63 && text.All(c => c is >= ' ' and <= '~')) || (text.Length == 64 && text.All(char.IsAsciiHexDigit));

    public static bool IsVersion(string text) => VersionForm().IsMatch(text);

    /// <summary>A name or an address that a board can reach: it is not the board itself.</summary>
    public static bool IsHost(string text) =>
        text.Length is >= 1 and <= 64
        && Uri.CheckHostName(text) is not UriHostNameType.Unknown
        && text is not ("localhost" or "::1" or "0.0.0.0")
        && !text.StartsWith("127.", StringComparison.Ordinal);

    private static double? Number(string text, double least, double most) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
        && value >= least && value <= most
            ? value
            : null;

    [GeneratedRegex("^(?<party>[a-z0-9-]{1,32})/(?<node>[a-z0-9-]{1,32})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NodeForm();

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionForm();
}
