using JointWatch.Contract;

namespace JointWatch.Exercises.Files;

/// <summary>Reads an <c>[[announcement]]</c>. Limits are those of a notification.</summary>
internal static class AnnouncementReader
{
    /// <summary>The station appends the run of the exercise to it, and both together make a name of 32 characters at most.</summary>
    private const int LongestId = 20;

    private static readonly Dictionary<string, string> Classes = new[]
    {
        "soundingOrShortRange", "mediumRange", "intermediateRange", "intercontinental", "spaceLaunch", "unknown",
    }.ToDictionary(c => c, StringComparer.Ordinal);

    public static AnnouncementSpec Read(TomlReader announcement, ObjectContext context, IReadOnlyList<string> parties)
    {
        const string NameRule = "of a-z, 0-9 and '-', no '-' at either end";
        string party = announcement.Text("party", "1 to 32 " + NameRule + ", not 'exercise'", s => Topics.IsName(s) && s != Topics.ExerciseParty);
        string id = announcement.Text("id", $"1 to {LongestId} " + NameRule, s => s.Length <= LongestId && Topics.IsName(s));
        string type = announcement.Choice("class", Classes);
        double from = announcement.Number("windowFromSeconds", 0, Scenario.LongestSeconds, "seconds from the start");
        double until = announcement.Number("windowUntilSeconds", 0, Scenario.LongestSeconds, "seconds from the start, no earlier than windowFromSeconds", Math.Max(from, context.DurationSeconds));
        if (until < from)
        {
            throw announcement.Refused("windowUntilSeconds", "no less than windowFromSeconds");
        }

        CircleSpec launch = ReadCircle(announcement, "launch", context);
        (double, double)? azimuth = announcement.Has("azimuthFromDegrees") || announcement.Has("azimuthToDegrees")
            ? (announcement.Number("azimuthFromDegrees", 0, 360, "degrees clockwise from true north"), announcement.Number("azimuthToDegrees", 0, 360, "degrees clockwise from true north"))
            : null;
        CircleSpec? impact = announcement.Has("impactSite") || announcement.Has("impactLatitudeDegrees") || announcement.Has("impactLongitudeDegrees") || announcement.Has("impactRadiusKilometers")
            ? ReadCircle(announcement, "impact", context)
            : null;
        string note = announcement.Has("note") ? announcement.Text("note", 500) : "";
        IReadOnlyList<string> knownTo = Known(announcement, "knownTo", [.. parties, PartySpec.Centre]);
        announcement.RefuseTheRest();
        return new AnnouncementSpec(party, id, type, from, until, launch, azimuth, impact, note) { KnownTo = knownTo };
    }

    /// <summary>An array of some of the names, each once; all of them where the key is left out.</summary>
    public static IReadOnlyList<string> Known(TomlReader reader, string key, IReadOnlyList<string> names) =>
        reader.Has(key) ? reader.Texts(key, names.Count, "one of " + string.Join(", ", names), names.Contains, least: 0) : names;

    private static CircleSpec ReadCircle(TomlReader announcement, string what, ObjectContext context) =>
        new(PlaceReader.Middle(announcement, what, context), 1e3 * announcement.Number(what + "RadiusKilometers", 0.001, 3_000, "kilometres"));
}
