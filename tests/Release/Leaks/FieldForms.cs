namespace JointWatch.Releases.Tests.Leaks;

internal enum FieldForm
{
    Place,
    Extent,
    Time,
    Period,
    Azimuth,
    Class,
    Percent,
    Height,
    Speed,
    Count,
    Text,
    Texts,
}

/// <summary>The fields as the README lists them; written down anew, so that the tests do not lean on the library's own list.</summary>
internal static class FieldForms
{
    public static readonly Dictionary<string, FieldForm> Of = new()
    {
        ["launchTime"] = FieldForm.Time, ["launchArea"] = FieldForm.Place, ["launchUncertainty"] = FieldForm.Extent, ["azimuth"] = FieldForm.Azimuth,
        ["class"] = FieldForm.Class, ["impactArea"] = FieldForm.Place, ["impactUncertainty"] = FieldForm.Extent, ["impactTime"] = FieldForm.Time,
        ["state"] = FieldForm.Text, ["confidence"] = FieldForm.Percent, ["burnoutTime"] = FieldForm.Time, ["apogee"] = FieldForm.Height,
        ["position"] = FieldForm.Place, ["height"] = FieldForm.Height, ["speed"] = FieldForm.Speed, ["course"] = FieldForm.Azimuth, ["time"] = FieldForm.Time,
        ["window"] = FieldForm.Period, ["range"] = FieldForm.Extent, ["directions"] = FieldForm.Azimuth, ["sensors"] = FieldForm.Texts, ["sensor"] = FieldForm.Text,
        ["sensorKind"] = FieldForm.Text, ["detections"] = FieldForm.Count, ["id"] = FieldForm.Text, ["warnings"] = FieldForm.Count,
        ["falseAlarms"] = FieldForm.Count, ["missed"] = FieldForm.Count,
    };

    public static readonly Dictionary<string, string[]> OfKind = new()
    {
        ["warning"] =
        [
            "launchTime", "launchArea", "launchUncertainty", "azimuth", "class", "impactArea", "impactUncertainty", "impactTime", "state", "confidence",
            "burnoutTime", "apogee", "sensors", "detections", "id",
        ],
        ["track"] = ["state", "confidence", "position", "height", "speed", "course", "time", "sensors", "detections", "id"],
        ["announcement"] = ["launchArea", "launchUncertainty", "azimuth", "class", "impactArea", "impactUncertainty", "state", "window", "id"],
        ["coverage"] = ["position", "range", "directions", "sensor", "sensorKind"],
        ["node"] = ["state", "position", "time", "sensor"],
        ["afterAction"] = ["window", "id", "warnings", "falseAlarms", "missed"],
    };

    public static readonly Dictionary<string, string[]> StatesOf = new()
    {
        ["warning"] = ["suspected", "probable", "confirmed", "over", "cancelled", "expired"],
        ["track"] = ["confirmed", "ended"],
        ["announcement"] = ["planned", "due", "flown", "notFlown", "cancelled"],
        ["node"] = ["up", "out"],
        ["coverage"] = [""],
        ["afterAction"] = [""],
    };

    public static readonly string[] Classes =
    [
        "unknown", "soundingOrShortRange", "mediumRange", "intermediateRange", "intercontinental", "spaceLaunch", "returningStage", "aircraft", "satellite",
    ];

    public static bool IsLaunched(string kind) => kind is "warning" or "track" or "announcement";

    public static bool IsPlaced(string kind) => kind is "track" or "coverage" or "node";

    public static bool IsEnd(string kind, string state) =>
        kind is not "node" && state is "over" or "cancelled" or "expired" or "ended" or "flown" or "notFlown";
}
