using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>
/// What a value may be said as, and whether a rule holds, worked out from the README by other code than the library's. It shares none with it: no types, no formulas.
/// </summary>
internal static class Oracle
{
    private const double EarthMeters = 6_371_008.771_415;

    private static readonly Dictionary<int, int[]> Divisors =
        new[] { 180_000, 360_000 }.ToDictionary(whole => whole, whole => Enumerable.Range(1, whole).Where(step => whole % step == 0).ToArray());

    /// <summary>How a rule says a field of a thing, as the JSON of a release; "null" where it is not known.</summary>
    public static string Say(RuleSpec rule, string field, Snap s)
    {
        JsonNode? node = field switch
        {
            "launchTime" => s.Launch is null ? null : Time(s.LaunchMicroseconds, rule),
            "impactTime" => s.Impact is null ? null : Time(s.ImpactMicroseconds, rule),
            "burnoutTime" => s.BurnoutMicroseconds is { } burnout ? Time(burnout, rule) : null,
            "time" => Time(s.FromMicroseconds, rule),
            "launchArea" => s.Launch is { } launch ? Cell(launch, rule) : null,
            "impactArea" => s.Impact is { } impact ? Cell(impact, rule) : null,
            "position" => s.Place is { } place ? Cell(place, rule) : null,
            "launchUncertainty" => s.Launch is { } launch ? Extent(launch.RadiusMeters, rule) : null,
            "impactUncertainty" => s.Impact is { } impact ? Extent(impact.RadiusMeters, rule) : null,
            "range" => Extent(s.RangeMeters, rule),
            "azimuth" => s.Kind == "warning" ? (s.Launch is null ? null : Sector(s.AzimuthDegrees, 0, rule)) : (s.WidthDegrees > 0 ? Sector(s.AzimuthDegrees, s.WidthDegrees, rule) : null),
            "course" => Sector(s.AzimuthDegrees, 0, rule),
            "directions" => Sector(s.AzimuthDegrees, s.WidthDegrees, rule),
            "class" => rule.IsGeneric ? Generic(s.Class) : s.Class,
            "state" => s.State,
            "confidence" => Bands(s.Percent, rule.Percents),
            "apogee" => Step(s.ApogeeKilometers, rule.HeightKilometers, "Kilometers"),
            "height" => Step(s.HeightKilometers, rule.HeightKilometers, "Kilometers"),
            "speed" => Step(s.Speed, rule.SpeedMetersPerSecond, "MetersPerSecond"),
            "detections" or "warnings" => Step(s.Count, rule.CountStep, "Count"),
            "falseAlarms" => Step(s.SecondCount, rule.CountStep, "Count"),
            "missed" => Step(s.ThirdCount, rule.CountStep, "Count"),
            "window" => new JsonObject { ["from"] = Iso(Down(s.FromMicroseconds, rule.TimeSeconds)), ["until"] = Iso(-Down(-s.UntilMicroseconds, rule.TimeSeconds)) },
            "sensors" => new JsonArray([.. s.Sensors.Order(StringComparer.Ordinal).Select(x => (JsonNode)x)]),
            "sensor" => s.Sensor,
            "sensorKind" => s.IsInfrared ? "infrared" : "radar",
            "id" => s.Id,
            _ => throw new InvalidOperationException(field),
        };
        return node is null ? "null" : node.ToJsonString(Json);
    }

    public static JsonSerializerOptions Json { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static double Meters(Point a, AreaSpec b)
    {
        // The haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984).
        double sinLat = Math.Sin(Radians(b.Latitude - a.Latitude) / 2);
        double sinLon = Math.Sin(Radians(b.Longitude - a.Longitude) / 2);
        return 2 * EarthMeters * Math.Asin(Math.Min(1, Math.Sqrt((sinLat * sinLat) + (Math.Cos(Radians(a.Latitude)) * Math.Cos(Radians(b.Latitude)) * sinLon * sinLon))));
    }

    /// <summary>Whether a point, or a planned area about it, lies in one of some circles.</summary>
    public static bool IsIn(AreaSpec[] areas, Point? point, bool isPlanned) =>
        areas.Length == 0 || (point is { } p && areas.Any(a => Meters(p, a) + (isPlanned ? 0.97 * p.RadiusMeters : 0) <= a.RadiusKilometers * 1000));

    /// <summary>0: away from all circles; 1: it may be in one; 2: it is.</summary>
    public static int Touches(AreaSpec[] areas, Point point, double marginKilometers)
    {
        double outside = areas.Min(a => Meters(point, a) - (1000 * (a.RadiusKilometers + marginKilometers)));
        return outside <= 0 ? 2 : outside <= point.RadiusMeters ? 1 : 0;
    }

    public static string Generic(string type) => type switch
    {
        "unknown" or "spaceLaunch" => type,
        "returningStage" or "aircraft" or "satellite" => "other",
        _ => "ballistic",
    };

    /// <summary>Whole seconds at or before an instant, on a raster.</summary>
    public static long Down(long microseconds, int seconds) => (long)Math.Floor((decimal)microseconds / (seconds * 1_000_000m)) * seconds;

    public static string Iso(long unixSeconds) => DateTimeOffset.UnixEpoch.AddSeconds(unixSeconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Time(long microseconds, RuleSpec rule) => new() { ["from"] = Iso(Down(microseconds, rule.TimeSeconds)), ["lengthSeconds"] = rule.TimeSeconds };

    private static JsonObject Cell(Point p, RuleSpec rule)
    {
        int height = rule.PositionKilometers is { } km ? Divisor(180_000, km / 110.574) : rule.PositionThousandths;
        int south = (int)Math.Min(Math.Floor((p.Latitude + 90) * 1000 / height), (180_000 / height) - 1) * height - 90_000;
        int width = height;
        if (rule.PositionKilometers is { } side)
        {
            // The narrower edge is the one nearer to a pole.
            double edge = Math.Max(Math.Abs(south), Math.Abs(south + height)) / 1000.0;
            double degrees = edge >= 90 ? 360 : side / (111.319 * Math.Cos(Radians(edge)));
            width = degrees >= 180 ? 360_000 : Divisor(360_000, degrees);
        }

        double east = p.Longitude + 180;
        east = east >= 360 ? east - 360 : east < 0 ? east + 360 : east;
        int west = (int)Math.Floor(east * 1000 / width) * width - 180_000;
        return new JsonObject
        {
            ["southDegrees"] = south / 1000m, ["northDegrees"] = (south + height) / 1000m, ["westDegrees"] = west / 1000m, ["eastDegrees"] = (west + width) / 1000m,
        };
    }

    private static int Divisor(int whole, double degrees) => Divisors[whole].First(step => step >= degrees * 1000 || step == whole);

    private static JsonObject Extent(double meters, RuleSpec rule)
    {
        int step = rule.PositionKilometers ?? (int)Math.Ceiling(rule.PositionThousandths * 0.1117);
        return new JsonObject { ["atMostKilometers"] = step * Math.Max(1, (int)Math.Ceiling(meters / 1000 / step)) };
    }

    private static JsonObject Sector(double from, double width, RuleSpec rule)
    {
        int step = rule.AzimuthDegrees;
        double begin = from % 360;
        int first = (int)Math.Floor(begin / step);
        int last = Math.Max(first + 1, (int)Math.Ceiling((begin + width) / step));
        return last - first >= 360 / step
            ? new JsonObject { ["fromDegrees"] = 0, ["widthDegrees"] = 360 }
            : new JsonObject { ["fromDegrees"] = first * step, ["widthDegrees"] = (last - first) * step };
    }

    private static JsonObject Bands(double percent, int[] bounds)
    {
        int[] all = [0, .. bounds, 100];
        int at = Array.FindLastIndex(all[..^1], b => percent >= b);
        return new JsonObject { ["fromPercent"] = all[at], ["toPercent"] = all[at + 1] };
    }

    private static JsonObject Step(double value, int step, string unit)
    {
        long from = (long)Math.Floor(value / step) * step;
        return new JsonObject { ["from" + unit] = from, ["to" + unit] = from + step };
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
