using System.Globalization;
using System.Text;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Policies;

/// <summary>Says a policy in plain sentences, recipient by recipient.</summary>
internal static class Explanation
{
    private const int Width = 110;
    private const string Anybody = "anybody else";
    private const string HowItIsSaid =
        "A value goes out as the step, band or cell that it lies in. What was said is kept while what is known lies in the same step or the next one. "
        + "A release bears a number that counts what this recipient was told. Reasons and notes in words never go out.";


    public static string Of(ReleasePolicy policy)
    {
        var text = new StringBuilder();
        Line(text, 0, $"What {policy.Party} tells whom. What is not named here does not go out.");

        // Whoever gets the same by the same rules is told of at once.
        foreach (IGrouping<string, string> alike in policy.Recipients.Append(Anybody).GroupBy(recipient => RulesOf(policy, recipient)))
        {
            text.Append('\n');
            AddRecipients(text, policy, [.. alike]);
        }

        text.Append('\n');
        Line(text, 0, HowItIsSaid);
        return text.ToString();
    }

    private static string RulesOf(ReleasePolicy policy, string recipient)
    {
        AllowRule[] allows = AllowsOf(policy, recipient);
        return string.Join('\n', allows.Length == 0 ? [] : allows.Select(a => a.Name).Concat(NeversOf(policy, recipient, allows).Select(n => n.Name)));
    }

    private static AllowRule[] AllowsOf(ReleasePolicy policy, string recipient) => [.. Catalogue.Kinds.Values.SelectMany(kind => policy.AllowsFor(recipient, kind))];

    private static NeverRule[] NeversOf(ReleasePolicy policy, string recipient, AllowRule[] allows) =>
        [.. policy.NeversFor(recipient).Where(n => n.Kinds.Count == 0 || allows.Any(a => n.Kinds.Contains(a.Kind)))];

    private static void AddRecipients(StringBuilder text, ReleasePolicy policy, string[] recipients)
    {
        AllowRule[] allows = AllowsOf(policy, recipients[0]);
        string name = Capital(string.Join(" and ", recipients.Select(Shown)));
        string gets = recipients.Length == 1 ? "gets" : "get";
        if (allows.Length == 0)
        {
            Line(text, 0, $"{name} {gets} nothing.");
            return;
        }

        Line(text, 0, $"{name} {gets}:");
        foreach (AllowRule rule in allows)
        {
            AddAllow(text, rule);
        }

        NeverRule[] nevers = NeversOf(policy, recipients[0], allows);
        if (nevers.Length > 0)
        {
            Line(text, 0, $"{name} never {gets}, whatever stands above:");
            foreach (NeverRule rule in nevers)
            {
                AddNever(text, rule);
            }
        }

        Line(text, 0, "Nothing else.");
    }

    private static void AddAllow(StringBuilder text, AllowRule rule)
    {
        Line(text, 1, $"- {Capital(Catalogue.Plural(rule.Kind))}{ConditionWords.Of(rule.When)} (\"{rule.Name}\"):", 2);
        foreach (ReleaseField field in rule.Fields)
        {
            FieldInfo info = Catalogue.Of(field);
            Line(text, 2, $"- {info.Words}{RoundingWords.Of(info.Quantity, rule.Rounding)};", 2);
        }

        Line(text, 2, PaceOf(rule));
    }

    private static string PaceOf(AllowRule rule)
    {
        Pace pace = rule.Pace;
        string delay = pace.DelaySeconds == 0
            ? $"The station looks every {Seconds(pace.EverySeconds)}, and it goes out then."
            : $"The station looks every {Seconds(pace.EverySeconds)}; what it sees goes out no earlier than {Seconds(pace.DelaySeconds)} after that.";
        string revision = pace.ReviseEverySeconds is { } every
            ? $" It may be said anew every {Seconds(every)}, at most {pace.AtMostRevisions} {(pace.AtMostRevisions == 1 ? "time" : "times")}."
            : " It is said once.";
        string end = rule.End switch
        {
            EndSaid.Cancelled => " If it is cancelled, that is said.",
            EndSaid.Always => " When it ends, that is said, and not how.",
            _ when rule.When.States.Any(s => s is "cancelled" or "ended") => "",
            _ => " That it ended or was cancelled is not said.",
        };
        return delay + revision + (rule.Kind is ThingKind.Warning or ThingKind.Track or ThingKind.Announcement ? end : "");
    }

    private static void AddNever(StringBuilder text, NeverRule rule)
    {
        string kinds = rule.Kinds.Count == 0 ? "anything" : string.Join(" or ", rule.Kinds.Select(Catalogue.Plural));
        string fields = rule.Fields.Count == 0 ? "" : string.Join(", ", rule.Fields.Select(f => Catalogue.Of(f).Words)) + " of ";
        string margin = rule.MarginMeters > 0
            ? string.Create(CultureInfo.InvariantCulture, $", or within {rule.MarginMeters / 1_000:0.###} km of it")
            : "";
        string doubt = rule.When.Classes.Count + rule.When.LaunchAreas.Count + rule.When.ImpactAreas.Count + rule.When.Areas.Count > 0
            ? "; nor while that is not known or in doubt, nor ever after it has been so"
            : "";
        Line(text, 1, $"- {fields}{kinds}{ConditionWords.Of(rule.When)}{margin}{doubt} (\"{rule.Name}\").", 2);
    }

    private static string Shown(string recipient) => recipient == ReleasePolicy.Centre ? "the centre" : recipient;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Seconds(int seconds) => RoundingWords.Time(seconds);

    /// <summary>A sentence broken into lines, which hang by some places.</summary>
    private static void Line(StringBuilder text, int depth, string sentence, int hang = 0)
    {
        string margin = new(' ', 2 * depth);
        int column = 0;
        foreach (string word in sentence.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
                margin = new string(' ', (2 * depth) + hang);
            }

            text.Append(column == 0 ? margin : " ").Append(word);
            column += (column == 0 ? margin.Length : 1) + word.Length;
        }

        text.Append('\n');
    }
}
