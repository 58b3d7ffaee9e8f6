using System.Globalization;
using System.Text.Json.Nodes;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>
/// Holds what was heard against the world and the policy: each release must be one that the policy lets out of one thing by one rule. It starts from nothing: what it
/// cannot justify is a leak.
/// </summary>
internal sealed class Judge(PolicySpec policy, IReadOnlyList<Snap> world)
{
    private static readonly string[] Envelope = ["by", "to", "kind", "reference", "revision", "act", "at", "isExercise"];

    /// <summary>Finds the first leak, or null.</summary>
    public string? FirstLeak(Outcome outcome)
    {
        var told = new List<Told>();
        foreach (Heard heard in outcome.Releases)
        {
            JsonObject json = JsonNode.Parse(heard.Json)!.AsObject();
            if (ForeignCbor.ToJson(heard.Cbor).ToJsonString(Oracle.Json) != json.ToJsonString(Oracle.Json))
            {
                return $"CBOR and JSON differ: {heard.Json}";
            }

            told.Add(new Told(heard.HandedOutMicroseconds, json));
        }

        return told.GroupBy(t => t.Text("reference")).Select(FirstLeakOfThing).FirstOrDefault(leak => leak is not null) ?? FirstJitter(told);
    }

    /// <summary>All releases under one reference must be of one thing by one rule.</summary>
    private string? FirstLeakOfThing(IGrouping<string, Told> releases)
    {
        string kind = releases.First().Text("kind");
        string worst = "no rule on such things";
        foreach (RuleSpec rule in policy.For(kind))
        {
            foreach (int number in world.Where(s => s.Kind == kind).Select(s => s.Number).Distinct())
            {
                string? fault = releases.Select(r => Fault(r, rule, number)).FirstOrDefault(f => f is not null) ?? TooMany([.. releases], rule);
                if (fault is null)
                {
                    return null;
                }

                worst = fault;
            }
        }

        return $"{releases.Key}: {worst}; {string.Join(' ', releases.Select(r => r.Json.ToJsonString(Oracle.Json)))}";
    }

    private static string? TooMany(Told[] releases, RuleSpec rule)
    {
        int reports = releases.Count(r => r.Text("act") == "report");
        return reports > 1 + (rule.ReviseSeconds is null ? 0 : rule.AtMost) ? "said too often" : null;
    }

    /// <summary>Why a release is not one of a thing by a rule; null if it is.</summary>
    private string? Fault(Told told, RuleSpec rule, int number)
    {
        JsonObject r = told.Json;
        long at = DateTimeOffset.Parse(told.Text("at"), CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        if (told.HandedOut <= at * 1_000_000)
        {
            return "handed out before its own time";
        }

        if (at % rule.EverySeconds != 0)
        {
            return "its time is off the raster";
        }

        long seen = at - ((rule.DelaySeconds + rule.EverySeconds - 1) / rule.EverySeconds * rule.EverySeconds);
        Snap[] past = [.. world.Where(s => s.AtMicroseconds <= seen * 1_000_000)];
        if (past.LastOrDefault(s => s.Kind == rule.Kind && s.Number == number) is not { } now)
        {
            return "sooner than the delay after the thing was known";
        }

        if (policy.NeversThatHold.Any(n => n.Fields.Length == 0 && Rules.Forbids(n, now, past)))
        {
            return "kept back by a never rule";
        }

        string[] fields = [.. r.Select(p => p.Key).Except(Envelope)];
        if (told.Text("act") == "ended")
        {
            bool mayBeSaid = rule.End == "always" ? FieldForms.IsEnd(now.Kind, now.State) : rule.End == "cancelled" && now.State == "cancelled";
            return fields.Length > 0 ? "values with an end" : mayBeSaid ? null : "an end that is not to be said";
        }

        if (!Rules.Allows(rule.When, now, past))
        {
            return "of a thing that the rule is not about";
        }

        bool isFirst = r["revision"]!.GetValue<int>() == 1;
        if (!isFirst && (rule.ReviseSeconds is not { } revise || seen % revise != 0))
        {
            return "a revision off its raster";
        }

        Snap[] life = [.. past.Where(s => s.Kind == rule.Kind && s.Number == number)];
        foreach (string field in fields)
        {
            if (!rule.Fields.Contains(field) || policy.NeversThatHold.Any(n => n.Fields.Contains(field) && Rules.Forbids(n, now, past)))
            {
                return $"{field} is not named";
            }

            string value = r[field]?.ToJsonString(Oracle.Json) ?? "null";
            if (!(isFirst ? [now] : life).Any(s => Oracle.Say(rule, field, s) == value))
            {
                return $"{field} is {value}, not {Oracle.Say(rule, field, now)}";
            }
        }

        return null;
    }

    /// <summary>A value that moves by one step between two reports of a thing tells that it lies near the border.</summary>
    private static string? FirstJitter(IEnumerable<Told> told)
    {
        foreach (IGrouping<string, Told> thing in told.Where(t => t.Text("act") == "report").GroupBy(t => t.Text("reference")))
        {
            foreach ((Told before, Told after) in thing.Zip(thing.Skip(1)))
            {
                foreach ((string field, JsonNode? value) in after.Json)
                {
                    if (value is JsonObject now && before.Json[field] is JsonObject then && now.ToJsonString() != then.ToJsonString() && IsOneStep(then, now))
                    {
                        return $"{thing.Key}: {field} moved by one step, from {then.ToJsonString()} to {now.ToJsonString()}";
                    }
                }
            }
        }

        return null;
    }

    private static bool IsOneStep(JsonObject then, JsonObject now)
    {
        if (then["lengthSeconds"] is { } length)
        {
            return Math.Abs((Time(then) - Time(now)).TotalSeconds) <= length.GetValue<int>();
        }

        if (then["southDegrees"] is null || then["northDegrees"]!.GetValue<decimal>() < now["southDegrees"]!.GetValue<decimal>()
            || now["northDegrees"]!.GetValue<decimal>() < then["southDegrees"]!.GetValue<decimal>())
        {
            return false;
        }

        decimal east = now["westDegrees"]!.GetValue<decimal>() - then["eastDegrees"]!.GetValue<decimal>();
        decimal west = then["westDegrees"]!.GetValue<decimal>() - now["eastDegrees"]!.GetValue<decimal>();
        return (east <= 0 && west <= 0) || east == 360 || west == 360 || east == -360 || west == -360;

        static DateTimeOffset Time(JsonObject o) => DateTimeOffset.Parse(o["from"]!.GetValue<string>(), CultureInfo.InvariantCulture);
    }

    private sealed record Told(long HandedOut, JsonObject Json)
    {
        public string Text(string key) => Json[key]!.GetValue<string>();
    }
}
