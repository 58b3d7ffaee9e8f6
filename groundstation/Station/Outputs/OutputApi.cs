using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using JointWatch.Station.Outputs.Cap;
using JointWatch.Station.Outputs.Maps;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;

namespace JointWatch.Station.Outputs;

/// <summary>The picture in other programs' formats.</summary>
internal static class OutputApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Map(WebApplication app, LivePicture picture, WarningList warnings, string party)
    {
        app.MapGet("/api/geojson", () => Text(GeoJson.Of(picture.Current, picture.Trails(), warnings.All()), GeoJson.MediaType));
        app.MapGet("/api/czml", () => Text(Czml.Of(picture.Current, picture.Trails(), warnings.All()), Czml.MediaType));
        app.MapGet("/api/warnings/{id:int}/cap", (int id) => warnings.Find(id) is { } warning
            ? Results.Text(Written(CapAlert.Of(warning, party)), CapAlert.MediaType, Encoding.UTF8)
            : Results.NotFound(new ErrorReplyView($"there is no warning {id}")));
    }

    private static IResult Text(object document, string mediaType) => Results.Text(JsonSerializer.Serialize(document, Json), mediaType, Encoding.UTF8);

    private static string Written(XDocument document) => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document;
}
