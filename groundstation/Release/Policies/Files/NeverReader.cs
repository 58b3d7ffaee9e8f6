using JointWatch.Exercises.Files;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Policies.Files;

/// <summary>Reads a <c>[[never]]</c>.</summary>
internal static class NeverReader
{
    public static NeverRule Read(TomlReader rule, string party, IReadOnlyDictionary<string, NamedArea> areas)
    {
        string name = RuleWords.ReadName(rule);
        string expected = "one of " + string.Join(", ", Catalogue.Kinds.Keys) + $", or '{ReleasePolicy.Everybody}' alone for all";
        IReadOnlyList<string> words = rule.Texts("kinds", 100, expected, s => s == ReleasePolicy.Everybody || Catalogue.Kinds.ContainsKey(s));
        bool isAll = words.Contains(ReleasePolicy.Everybody);
        if (isAll && words.Count > 1)
        {
            throw rule.Refused("kinds", expected);
        }

        ThingKind[] kinds = isAll ? [] : [.. words.Select(w => Catalogue.Kinds[w])];
        IReadOnlyList<string> to = RuleWords.ReadRecipients(rule, party);
        IReadOnlyList<ReleaseField> fields = rule.Has("fields") ? RuleWords.ReadFields(rule, kinds) : [];
        Conditions when = RuleWords.ReadConditions(rule, kinds, areas);
        bool hasAreas = when.LaunchAreas.Count + when.ImpactAreas.Count + when.Areas.Count > 0;
        double margin = hasAreas ? 1e3 * rule.Number("marginKilometers", 0, 10_000, "kilometres", 0) : 0;
        rule.RefuseTheRest();
        return new NeverRule(name, kinds, to, fields, when, margin);
    }
}
