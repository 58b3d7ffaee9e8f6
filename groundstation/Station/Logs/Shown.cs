using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointWatch.Station.Logs;

/// <summary>How what stands in a log, which anybody may have written, is shown on a terminal or in JSON.</summary>
internal static class Shown
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The text without what a terminal would take for a command.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '�' : c));

    /// <summary>The beginning of an entry: as text where it is one, or else in hexadecimal.</summary>
    public static string Entry(ReadOnlySpan<byte> entry)
    {
        const int Longest = 64;
        try
        {
            string text = Strict.GetString(entry);
            if (!text.Any(char.IsControl))
            {
                return text.Length > Longest ? Plain(text[..Longest]) + "…" : Plain(text);
            }
        }
        catch (DecoderFallbackException)
        {
            // Not every entry is a text.
        }

        return entry.Length > Longest / 2 ? Convert.ToHexStringLower(entry[..(Longest / 2)]) + "…" : Convert.ToHexStringLower(entry);
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Json(object value) => JsonSerializer.Serialize(value, Options);
}
