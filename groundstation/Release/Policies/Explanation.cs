using System.Globalization;
using System.Text;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Policies;

/// <summary>Says a policy in plain sentences, recipient by recipient.</summary>
internal static class Explanation
{
    private const int Width = 110;
    private const string Anybody = "anybody else";

    public static string Of(ReleasePolicy policy)
    {
        var text = new StringBuilder();
        Line(text, 0, $"What {policy.Party} tells whom. What is not named here does not go out.");
        foreach (string recipient in policy.Recipients.Append(Anybody))
        {
            text.Append('\n');
            AddRecipient(text, policy, recipient);
        }

        text.Append('\n');
        Line(text, 0, HowItIsSaid);
        return text.ToString();
    }

    private const string HowItIsSaid =
        "A value goes out as the step, band or cell that it lies in. What was said is kept while what is known lies in the same step or the next one. "
        + "A release bears a number that counts what this recipient was told. Reasons and notes in words never go out.";

    private static void AddRecipient(StringBuilder text, ReleasePolicy policy, string recipient)
    {
        // No party can be called so, and a rule for everybody holds.
        AllowRule[] allows = [.. Catalogue.Kinds.Values.SelectMany(kind => policy.AllowsFor(recipient, kind))];
        string name = Capital(Shown(recipient));
        if (allows.Length == 0)
        {
            Line(text, 0, $"{name} gets nothing.");
            return;
        }

        Line(text, 0, $"{name} gets:");
        foreach (AllowRule rule in allows)
        {
            AddAllow(text, rule);
        }

        NeverRule[] nevers = [.. policy.NeversFor(recipient).Where(n => n.Kinds.Count == 0 || allows.Any(a => n.Kinds.Contains(a.Kind)))];
        if (nevers.Length > 0)
        {
            Line(text, 0, $"{name} never gets, whatever stands above:");
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
