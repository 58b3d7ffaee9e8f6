using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using JointWatch.Station.Cli.Options;

namespace JointWatch.Station.Cli.Settings;

/// <summary>How the texts of settings are read. Numbers are written as in C#, whatever the country.</summary>
internal static partial class Readers
{
    /// <summary>What stands between the values of an option that was given several times; no value has it.</summary>
    public const char Separator = '\n';

    public const double LowestSpeed = 0.1;
    public const double HighestSpeed = 100;
    public static readonly TimeSpan ShortestDuration = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestDuration = TimeSpan.FromHours(24);

    public static bool Flag(string text, string folder, out bool value) => bool.TryParse(text, out value);

    /// <summary>A pace from <see cref="LowestSpeed"/> to <see cref="HighestSpeed"/>.</summary>
    public static bool Speed(string text, string folder, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && value is >= LowestSpeed and <= HighestSpeed;

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static SettingReader<int> Number(int min, int max) =>
        (string text, string _, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= min && value <= max;

    /// <inheritdoc cref="Number"/>
    public static SettingReader<long> LongNumber(long min, long max) =>
        (string text, string _, out long value) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= min && value <= max;

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static SettingReader<double> Decimal(double min, double max) =>
        (string text, string _, out double value) =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value >= min && value <= max;

    /// <summary>A TCP port; 0: any free one.</summary>
    public static bool Port(string text, string folder, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= ushort.MaxValue;

    /// <summary>Hours, minutes and seconds as in <c>1h30m</c>, or seconds alone as in <c>90</c>.</summary>
    public static bool Duration(string text, string folder, [NotNullWhen(true)] out TimeSpan? value)
    {
        value = null;
        Match match = DurationPattern().Match(text);
        if (!match.Success)
        {
            return false;
        }

        double seconds = (Number("h") * 3600) + (Number("m") * 60) + Number("s");
        if (seconds < ShortestDuration.TotalSeconds || seconds > LongestDuration.TotalSeconds)
        {
            return false;
        }

        value = TimeSpan.FromSeconds(seconds);
        return true;

        double Number(string unit) =>
            match.Groups[unit] is { Success: true } group ? double.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>From when until when, seconds: <c>100-160</c>.</summary>
    public static bool Seconds(string text, string folder, [NotNullWhen(true)] out (double From, double Until)? value)
    {
        value = null;
        string[] parts = text.Split('-');
        if (parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double from)
            && double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double until)
            && from < until && until <= LongestDuration.TotalSeconds)
        {
            value = (from, until);
        }

        return value is not null;
    }

    /// <summary><c>host:port</c>, where an IPv6 host stands in brackets.</summary>
    public static bool Broker(string text, string folder, [MaybeNullWhen(false)] out BrokerAddress value)
    {
        value = null;
        int colon = text.LastIndexOf(':');
        if (colon <= 0 || !Port(text[(colon + 1)..], folder, out int port) || port == 0)
        {
            return false;
        }

        string host = text[..colon];
        bool bracketed = host.StartsWith('[') && host.EndsWith(']');
        host = bracketed ? host[1..^1] : host;
        if (Uri.CheckHostName(host) is UriHostNameType.Unknown || (Uri.CheckHostName(host) is UriHostNameType.IPv6 && !bracketed))
        {
            return false;
        }

        value = new BrokerAddress(host, port);
        return true;
    }

    /// <summary>
    /// One or more <c>http://address:port</c>, separated by semicolons. The address is an IP address, <c>localhost</c>, or <c>*</c> for
    /// every one of the machine.
    /// </summary>
    public static bool Urls(string text, string folder, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        string[] urls = text.Split(';', StringSplitOptions.TrimEntries);
        value = urls;
        return Array.TrueForAll(urls, IsUrl);
    }

    public static bool Use(string text, string folder, out DetectionsUsed value)
    {
        value = text switch { "radar" => DetectionsUsed.Radar, "ir" => DetectionsUsed.Ir, _ => DetectionsUsed.All };
        return text is "radar" or "ir" or "all";
    }

    public static bool Kind(string text, string folder, out SetKind value)
    {
        value = text switch { "hard" => SetKind.Hard, "launch" => SetKind.Launch, _ => SetKind.Cv };
        return text is "cv" or "hard" or "launch";
    }

    /// <summary>One address such as <see cref="Urls"/> takes, to which a program can connect.</summary>
    public static bool Url(string text, string folder, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return IsUrl(text) && !text.Contains('*', StringComparison.Ordinal) && !text.TrimEnd('/').EndsWith(":0", StringComparison.Ordinal);
    }

    /// <summary>A text of which a rule holds.</summary>
    public static SettingReader<string> OneOf(Predicate<string> isGood) =>
        (string text, string _, [MaybeNullWhen(false)] out string value) =>
        {
            value = text;
            return isGood(text);
        };

    private static bool IsUrl(string text)
    {
        Match match = UrlPattern().Match(text);
        if (!match.Success || !Port(match.Groups["port"].Value, "", out _))
        {
            return false;
        }

        string host = match.Groups["host"].Value;
        return host is "*" or "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out _);
    }

    [GeneratedRegex(@"^(?=.)(?:(?<h>\d{1,6})h)?(?:(?<m>\d{1,6})m)?(?:(?<s>\d{1,6}(?:\.\d{1,6})?)s?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^http://(?<host>\[[0-9a-fA-F:.]+\]|[^\[\]/:]+):(?<port>\d{1,5})/?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UrlPattern();
}
