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
            ["place"] = new JsonObject
            {
                ["latitudeDegrees"] = Number(request.Place.LatitudeDegrees),
                ["longitudeDegrees"] = Number(request.Place.LongitudeDegrees),
                ["heightMeters"] = Number(request.Place.HeightMeters),
            },
            ["broker"] = request.Broker,
            ["port"] = request.BrokerPort,
            ["tls"] = request.CaFile is not null,
            ["keyFile"] = KeyOnBoard,
            ["board"] = request.Target,
        };
        return set.ToJsonString(Indented);
    }

    // As a person would write it, in at most the 15 digits that the board's reader takes.
    private static JsonNode Number(double value) => JsonNode.Parse(((decimal)value).ToString(CultureInfo.InvariantCulture))!;
}
