using System.Text.Json;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Announcements;

/// <summary>
/// Reads a notification: a JSON object (RFC 8259), of which every field is known and within its range. README.md beside this file shows one.
/// </summary>
public static class NotificationReader
{
    /// <summary>The largest notification, bytes.</summary>
    public const int MaxBytes = 32_768;

    private const int MostCorners = 256;
    private const int LongestNote = 500;
    private const double LargestRadiusMeters = 3_000_000;
    private const string AreaForms = "an object with latitudeDegrees, longitudeDegrees and radiusMeters, or with a polygon";
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    private static readonly Dictionary<string, NotificationKind> Kinds = new(StringComparer.Ordinal)
    {
        ["preLaunch"] = NotificationKind.PreLaunch,
        ["change"] = NotificationKind.Change,
        ["cancellation"] = NotificationKind.Cancellation,
        ["postLaunch"] = NotificationKind.PostLaunch,
    };

    private static readonly Dictionary<string, ObjectClass> Classes = new(StringComparer.Ordinal)
    {
        ["soundingOrShortRange"] = ObjectClass.SoundingOrShortRange,
        ["mediumRange"] = ObjectClass.MediumRange,
        ["intermediateRange"] = ObjectClass.IntermediateRange,
        ["intercontinental"] = ObjectClass.Intercontinental,
        ["spaceLaunch"] = ObjectClass.SpaceLaunch,
        ["unknown"] = ObjectClass.Unknown,
    };

    /// <summary>Reads a notification from UTF-8.</summary>
    /// <exception cref="NotificationException">It is none: names the first field that is wrong.</exception>
    public static Notification Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            throw new NotificationException("notification", $"{json.Length} bytes", $"at most {MaxBytes} bytes");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Strict);
        }
        catch (JsonException e)
        {
            throw new NotificationException("notification", $"no JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", "one JSON object in UTF-8");
        }

        using (document)
        {
            try
            {
                return Read(new JsonFields(document.RootElement, ""));
            }
            catch (InvalidOperationException)
            {
                // What System.Text.Json says of half a surrogate pair, and only when the text is asked for.
                throw new NotificationException("notification", "not UTF-8 throughout", "one JSON object in UTF-8");
            }
        }
    }

    /// <summary>Whether a party or an announcement may be called so: 1 to 32 of a-z, 0-9 and '-', no '-' at either end.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 1 and <= 32 && name[0] != '-' && name[^1] != '-' && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static Notification Read(JsonFields fields)
    {
        const string Name = "1 to 32 of a-z, 0-9 and '-'";
        string kindWords = string.Join(", ", Kinds.Keys);
        NotificationKind kind = Kinds[fields.Text("kind", kindWords, Kinds.ContainsKey)];
        string party = fields.Text("party", Name, IsName);
        string id = fields.Text("id", Name, IsName);
        int revision = fields.Integer("revision", 1, 1_000_000);
        string note = fields.Find("note") is { } value
            ? value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= LongestNote ? value.GetString()! : throw fields.Wrong("note", value, $"a text of at most {LongestNote} characters")
            : "";
        Announcement? plan = kind is NotificationKind.PreLaunch or NotificationKind.Change ? ReadPlan(fields, party, id, revision, note) : null;
        UtcMicroseconds? launchedAt = kind == NotificationKind.PostLaunch ? fields.Time("launchedAt") : null;
        fields.End();
        return new Notification(kind, party, id, revision, note, plan, launchedAt);
    }

    private static Announcement ReadPlan(JsonFields fields, string party, string id, int revision, string note)
    {
        ObjectClass type = Classes[fields.Text("class", string.Join(", ", Classes.Keys), Classes.ContainsKey)];
        JsonFields window = fields.Object("window", "an object with from and until");
        UtcMicroseconds from = window.Time("from");
        UtcMicroseconds until = window.Time("until");
        window.End();
        NeedOrder("window.until", until, "window.from", from);
        GroundArea launch = ReadArea(fields.Take("launchArea", AreaForms), "launchArea");
        AzimuthSector? azimuth = fields.Find("azimuth") is { } sector ? ReadSector(sector) : null;
        GroundArea? impact = fields.Find("impactArea") is { } area ? ReadArea(area, "impactArea") : null;
        UtcMicroseconds validUntil = fields.Time("validUntil");
        NeedOrder("validUntil", validUntil, "window.until", until);
        return new Announcement(party, id, revision, type, from, until, launch, azimuth, impact, validUntil, note);
    }

    private static void NeedOrder(string laterName, UtcMicroseconds later, string earlierName, UtcMicroseconds earlier)
    {
        if (later < earlier)
        {
            throw new NotificationException(laterName, later.ToString(), $"no earlier than {earlierName}, {earlier}");
        }
    }

    private static AzimuthSector ReadSector(JsonElement element)
    {
        var fields = new JsonFields(element, "azimuth.");
        double from = double.DegreesToRadians(fields.Number("fromDegrees", 0, 360));
        double to = double.DegreesToRadians(fields.Number("toDegrees", 0, 360));
        fields.End();
        return new AzimuthSector(from, to >= from ? to - from : to - from + Math.Tau);
    }

    private static GroundArea ReadArea(JsonElement element, string name)
    {
        var fields = new JsonFields(element, name + ".");
        GroundArea area = fields.Find("polygon") is { } polygon
            ? GroundArea.Of(ReadCorners(fields, polygon))
            : GroundArea.Circle(
                Geodetic.FromDegrees(fields.Number("latitudeDegrees", -90, 90), fields.Number("longitudeDegrees", -180, 180), 0),
                fields.Number("radiusMeters", 1, LargestRadiusMeters));
        fields.End();
        return area.RadiusMeters <= LargestRadiusMeters
            ? area
            : throw new NotificationException(name, $"{area.RadiusMeters / 1000:F0} km from its middle to its farthest corner", "at most 3,000 km");
    }

    private static Geodetic[] ReadCorners(JsonFields fields, JsonElement polygon)
    {
        const string Expected = "a list of 3 to 256 corners, each [latitude, longitude] in degrees";
        if (polygon.ValueKind != JsonValueKind.Array || polygon.GetArrayLength() is < 3 or > MostCorners)
        {
            throw fields.Wrong("polygon", polygon, Expected);
        }

        return [.. polygon.EnumerateArray().Select((corner, i) => corner.ValueKind == JsonValueKind.Array && corner.GetArrayLength() == 2
            ? Geodetic.FromDegrees(
                fields.ToNumber($"polygon[{i}].latitude", corner[0], -90, 90, "a number from -90 to 90"),
                fields.ToNumber($"polygon[{i}].longitude", corner[1], -180, 180, "a number from -180 to 180"),
                0)
            : throw fields.Wrong($"polygon[{i}]", corner, "[latitude, longitude] in degrees"))];
    }
}
