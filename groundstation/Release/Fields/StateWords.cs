using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Releases.Fields;

/// <summary>The words for states and classes, the same in policies and releases.</summary>
internal static class StateWords
{
    private static readonly Dictionary<ThingKind, string[]> States = new()
    {
        [ThingKind.Warning] = ["suspected", "probable", "confirmed", "over", "cancelled", "expired"],
        [ThingKind.Track] = ["tentative", "confirmed", "ended"],
        [ThingKind.Announcement] = ["planned", "due", "flown", "notFlown", "cancelled"],
        [ThingKind.Node] = ["up", "out"],
    };

    public static IReadOnlyDictionary<string, ObjectClass> Classes { get; } = new Dictionary<string, ObjectClass>(StringComparer.Ordinal)
    {
        ["unknown"] = ObjectClass.Unknown,
        ["soundingOrShortRange"] = ObjectClass.SoundingOrShortRange,
        ["mediumRange"] = ObjectClass.MediumRange,
        ["intermediateRange"] = ObjectClass.IntermediateRange,
        ["intercontinental"] = ObjectClass.Intercontinental,
        ["spaceLaunch"] = ObjectClass.SpaceLaunch,
        ["returningStage"] = ObjectClass.ReturningStage,
        ["aircraft"] = ObjectClass.Aircraft,
        ["satellite"] = ObjectClass.Satellite,
    };

    /// <summary>The states that things of a kind have; empty for a kind without.</summary>
    public static IReadOnlyList<string> Of(ThingKind kind) => States.GetValueOrDefault(kind) ?? [];

    public static string Of(WarningState state) => States[ThingKind.Warning][(int)state];

    public static string Of(TrackState state) => States[ThingKind.Track][(int)state];

    public static string Of(AnnouncementState state) => States[ThingKind.Announcement][(int)state];

    public static string OfNode(bool isOut) => States[ThingKind.Node][isOut ? 1 : 0];

    public static string Of(ObjectClass type) => Classes.First(c => c.Value == type).Key;

    /// <summary>What an object is without its range: so its class does not tell how far it flies.</summary>
    public static string Generic(ObjectClass type) => type switch
    {
        ObjectClass.Unknown => "unknown",
        ObjectClass.SpaceLaunch => "spaceLaunch",
        ObjectClass.SoundingOrShortRange or ObjectClass.MediumRange or ObjectClass.IntermediateRange or ObjectClass.Intercontinental => "ballistic",
        _ => "other",
    };
}
