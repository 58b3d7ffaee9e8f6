using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointWatch.Flash.Files;

/// <summary>The board's set-up, <c>I:\node.json</c>.</summary>
internal static class NodeFile
{
    /// <summary>Where the board finds its key.</summary>
    public const string KeyOnBoard = "I:\\node.key";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Make(FlashRequest request)
    {
        JsonObject set = new()
        {
            ["party"] = request.Node.Party,
            ["node"] = request.Node.Node,
            ["sensor"] = request.Sensor,
            ["latitude"] = Number(request.Place.LatitudeDegrees),
            ["longitude"] = Number(request.Place.LongitudeDegrees),
            ["height"] = Number(request.Place.HeightMeters),
            ["broker"] = request.Broker,
            ["port"] = request.BrokerPort,
            ["tls"] = request.CaFile is not null,
            ["keyFile"] = KeyOnBoard,
        };
        return set.ToJsonString(Indented);
    }

    // As a person would write it: the board's reader is small and knows no exponents.
    private static JsonNode Number(double value) => JsonNode.Parse(((decimal)value).ToString(CultureInfo.InvariantCulture))!;
}
