using JointWatch.Exercises.Files;
using JointWatch.Releases.Fields;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Releases.Policies.Files;

/// <summary>What allow and never rules have in common: their name, whom they are for, and which things they are about.</summary>
internal static class RuleWords
{
    public const string NameRule = "1 to 32 of a-z, 0-9 and '-', no '-' at either end";
    private const int MostOfAList = 100;

    private static readonly ThingKind[] Launched = [ThingKind.Warning, ThingKind.Announcement, ThingKind.Track];
    private static readonly ThingKind[] Placed = [ThingKind.Track, ThingKind.Coverage, ThingKind.Node];

    public static bool IsName(string name) => NotificationReader.IsName(name);

    public static string ReadName(TomlReader rule) =>
        rule.Text("name", "a text of 1 to 64 characters, none of them a control character", s => s.Length is >= 1 and <= 64 && !s.Any(char.IsControl));

    public static IReadOnlyList<string> ReadRecipients(TomlReader rule, string party)
    {
        string expected = $"a party's name ({NameRule}), '{ReleasePolicy.Centre}', or '{ReleasePolicy.Everybody}' alone; not {party} itself";
        IReadOnlyList<string> to = rule.Texts("to", MostOfAList, expected, s => s == ReleasePolicy.Everybody || (IsName(s) && s != party));
        return to.Count > 1 && to.Contains(ReleasePolicy.Everybody) ? throw rule.Refused("to", expected) : to;
    }

    public static IReadOnlyList<ReleaseField> ReadFields(TomlReader rule, IReadOnlyList<ThingKind> kinds)
    {
        string[] known = [.. Catalogue.Fields.Keys.Where(name => kinds.Count == 0 || kinds.All(k => Catalogue.Of(Catalogue.Fields[name]).Kinds.Contains(k)))];
        string expected = "one of the fields known here: " + string.Join(", ", known);
        return [.. rule.Texts("fields", MostOfAList, expected, known.Contains).Select(name => Catalogue.Fields[name])];
    }

    /// <param name="kinds">Those that the rule is about; empty: all.</param>
    public static Conditions ReadConditions(TomlReader rule, IReadOnlyList<ThingKind> kinds, IReadOnlyDictionary<string, NamedArea> areas)
    {
        bool CanAsk(IReadOnlyList<ThingKind> having) => kinds.All(having.Contains);
        var states = new List<string>();
        if (kinds.Count > 0 && kinds.All(k => StateWords.Of(k).Count > 0) && rule.Has("states"))
        {
            string[] known = [.. StateWords.Of(kinds[0]).Where(s => kinds.All(k => StateWords.Of(k).Contains(s)))];
            states.AddRange(rule.Texts("states", MostOfAList, "one of " + string.Join(", ", known), known.Contains));
        }

        return new Conditions
        {
            States = states,
            Classes = CanAsk(Launched) && rule.Has("classes")
                ? [.. rule.Texts("classes", MostOfAList, "one of " + string.Join(", ", StateWords.Classes.Keys), StateWords.Classes.ContainsKey).Select(c => StateWords.Classes[c])]
                : [],
            LaunchAreas = CanAsk(Launched) ? ReadAreas(rule, "launchAreas", areas) : [],
            ImpactAreas = CanAsk(Launched) ? ReadAreas(rule, "impactAreas", areas) : [],
            Areas = CanAsk(Placed) ? ReadAreas(rule, "areas", areas) : [],
        };
    }

    private static NamedArea[] ReadAreas(TomlReader rule, string key, IReadOnlyDictionary<string, NamedArea> areas) =>
        rule.Has(key)
            ? [.. rule.Texts(key, MostOfAList, "the name of an [[area]]: " + (areas.Count == 0 ? "there is none" : string.Join(", ", areas.Keys)), areas.ContainsKey).Select(a => areas[a])]
            : [];
}
