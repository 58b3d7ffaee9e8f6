using JointWatch.Exercises.Files;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Policies.Files;

/// <summary>Reads an <c>[[allow]]</c>.</summary>
internal static class AllowReader
{
    private const int Day = 86_400;

    private static readonly Dictionary<string, EndSaid> Ends = new(StringComparer.Ordinal)
    {
        ["never"] = EndSaid.Never,
        ["cancelled"] = EndSaid.Cancelled,
        ["always"] = EndSaid.Always,
    };

    public static AllowRule Read(TomlReader rule, string party, IReadOnlyDictionary<string, NamedArea> areas)
    {
        string name = RuleWords.ReadName(rule);
        ThingKind kind = rule.Choice("kind", Catalogue.Kinds);
        IReadOnlyList<string> to = RuleWords.ReadRecipients(rule, party);
        IReadOnlyList<ReleaseField> fields = RuleWords.ReadFields(rule, [kind]);
        Rounding rounding = RoundingReader.Read(rule, [.. fields.Select(f => Catalogue.Of(f).Quantity).Distinct()]);
        Conditions when = RuleWords.ReadConditions(rule, [kind], areas);
        Pace pace = ReadPace(rule, rounding);
        EndSaid end = EndSaid.Never;
        if (kind is ThingKind.Warning or ThingKind.Track or ThingKind.Announcement)
        {
            end = rule.Has("end") ? rule.Choice("end", Ends) : EndSaid.Never;
        }

        rule.RefuseTheRest();
        return new AllowRule(name, kind, to, fields, rounding, when, pace, end);
    }

    private static Pace ReadPace(TomlReader rule, Rounding rounding)
    {
        int delay = rule.Integer("delaySeconds", 0, 366 * Day, "seconds");
        int every = rule.Integer("releaseEverySeconds", 1, Day, "seconds");
        if (every < rounding.TimeSeconds)
        {
            throw rule.Refused("releaseEverySeconds", $"at least timeSeconds, {rounding.TimeSeconds}: the time of a release would tell more than the times in it");
        }

        if (!rule.Has("reviseEverySeconds"))
        {
            return new Pace(delay, every, null, 0);
        }

        int revise = rule.Integer("reviseEverySeconds", 1, 7 * Day, "seconds");
        return revise % every != 0
            ? throw rule.Refused("reviseEverySeconds", $"a multiple of releaseEverySeconds, {every}")
            : new Pace(delay, every, revise, rule.Integer("atMostRevisions", 1, 1_000, "revisions of one thing"));
    }
}
