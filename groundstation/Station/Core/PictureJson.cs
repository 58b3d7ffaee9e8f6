using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointWatch.Station.Core;

/// <summary>JSON of the domain's own types, for files that are compared byte for byte.</summary>
internal static class PictureJson
{
    /// <summary>Gets camel case, enumerations by name, every double to its last bit.</summary>
    public static JsonSerializerOptions Exact { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
