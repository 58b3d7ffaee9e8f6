using static JointWatch.Releases.Fields.ThingKind;

namespace JointWatch.Releases.Fields;

/// <summary>Every kind and field by the name it has in policies, releases and messages.</summary>
internal static class Catalogue
{
    private static readonly FieldInfo[] All =
    [
        new(ReleaseField.LaunchTime, "launchTime", Quantity.Time, "the time of launch", Warning),
        new(ReleaseField.LaunchArea, "launchArea", Quantity.Place, "the launch area", Warning, Announcement),
        new(ReleaseField.LaunchUncertainty, "launchUncertainty", Quantity.Extent, "how well the launch area is known", Warning, Announcement),
        new(ReleaseField.Azimuth, "azimuth", Quantity.Azimuth, "the launch azimuth", Warning, Announcement),
        new(ReleaseField.Class, "class", Quantity.Class, "the class", Warning, Announcement),
        new(ReleaseField.ImpactArea, "impactArea", Quantity.Place, "the impact area", Warning, Announcement),
        new(ReleaseField.ImpactUncertainty, "impactUncertainty", Quantity.Extent, "how well the impact area is known", Warning, Announcement),
        new(ReleaseField.ImpactTime, "impactTime", Quantity.Time, "the time of impact", Warning),
        new(ReleaseField.State, "state", Quantity.Word, "the state", Warning, Track, Announcement, Node),
        new(ReleaseField.Confidence, "confidence", Quantity.Percent, "the confidence", Warning, Track),
        new(ReleaseField.BurnoutTime, "burnoutTime", Quantity.Time, "the time of burn-out", Warning),
        new(ReleaseField.Apogee, "apogee", Quantity.Height, "the apogee", Warning),
        new(ReleaseField.Position, "position", Quantity.Place, "the position", Track, Coverage, Node),
        new(ReleaseField.Height, "height", Quantity.Height, "the height", Track),
        new(ReleaseField.Speed, "speed", Quantity.Speed, "the speed", Track),
        new(ReleaseField.Course, "course", Quantity.Azimuth, "the course", Track),
        new(ReleaseField.Time, "time", Quantity.Time, "the time that this is of", Track, Node),
        new(ReleaseField.Window, "window", Quantity.Period, "from when until when", Announcement, AfterAction),
        new(ReleaseField.Range, "range", Quantity.Extent, "how far it sees", Coverage),
        new(ReleaseField.Directions, "directions", Quantity.Azimuth, "the directions it looks into", Coverage),
        new(ReleaseField.Sensors, "sensors", Quantity.Words, "the names of the sensors behind it", Warning, Track),
        new(ReleaseField.Sensor, "sensor", Quantity.Word, "the name of the sensor", Coverage, Node),
        new(ReleaseField.SensorKind, "sensorKind", Quantity.Word, "whether it is radar or infra-red", Coverage),
        new(ReleaseField.Detections, "detections", Quantity.Count, "the number of detections", Warning, Track),
        new(ReleaseField.Id, "id", Quantity.Word, "its own number or name", Warning, Track, Announcement, AfterAction),
        new(ReleaseField.Warnings, "warnings", Quantity.Count, "the number of warnings", AfterAction),
        new(ReleaseField.FalseAlarms, "falseAlarms", Quantity.Count, "the number of false alarms", AfterAction),
        new(ReleaseField.Missed, "missed", Quantity.Count, "the number of launches missed", AfterAction),
    ];

    private static readonly Dictionary<ReleaseField, FieldInfo> ByField = All.ToDictionary(f => f.Field);

    public static IReadOnlyDictionary<string, ReleaseField> Fields { get; } = All.ToDictionary(f => f.Name, f => f.Field, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, ThingKind> Kinds { get; } = new Dictionary<string, ThingKind>(StringComparer.Ordinal)
    {
        ["warning"] = Warning,
        ["track"] = Track,
        ["announcement"] = Announcement,
        ["coverage"] = Coverage,
        ["node"] = Node,
        ["afterAction"] = AfterAction,
    };

    public static FieldInfo Of(ReleaseField field) => ByField[field];

    public static IEnumerable<FieldInfo> Of(ThingKind kind) => All.Where(f => f.Kinds.Contains(kind));

    public static string NameOf(ThingKind kind) => Kinds.First(k => k.Value == kind).Key;

    /// <summary>What many of a kind are called.</summary>
    public static string Plural(ThingKind kind) => kind switch
    {
        Warning => "launch warnings",
        Track => "tracks",
        Announcement => "announced launches",
        Coverage => "sensors' coverages",
        Node => "nodes",
        _ => "after-action results",
    };
}
