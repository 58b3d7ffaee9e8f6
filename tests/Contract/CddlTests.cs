using System.Globalization;
using System.Text.RegularExpressions;
using JointWatch.Contract.Tests.Support;

namespace JointWatch.Contract.Tests;

/// <summary>The ranges in <see cref="Limits"/> are those in contract.cddl, which is the source of truth.</summary>
public partial class CddlTests
{
    private static readonly string Cddl = File.ReadAllText(Repository.PathOf("shared", "contract.cddl"));

    [Fact]
    public void Every_limit_stands_in_the_CDDL_and_every_range_of_the_CDDL_is_a_limit()
    {
        SortedSet<string> limits = [.. Enum.GetValues<Limit>()
            .Where(l => Limits.Name(l) is not "kind" and not "verb" and not "test" and not "safeMode") // Written as choices, not as ranges.
            .Select(l => $"{Limits.Name(l)} {Limits.Min(l)}..{Limits.Max(l)}")];
        SortedSet<string> ranges = [.. KeyedField().Matches(Cddl).Concat(NamedItem().Matches(Comment().Replace(Cddl, "")))
            .Select(m => (Name: m.Groups["name"].Value, Range: RangeOf(m.Groups["type"].Value)))
            .Where(d => d.Range is not null)
            .Select(d => d.Name + " " + d.Range)];
        Assert.Equal(string.Join('\n', ranges), string.Join('\n', limits));
    }

    [Fact]
    public void Every_rule_is_defined_once_and_each_that_is_named_is_defined()
    {
        string code = Regex.Replace(Comment().Replace(Cddl, ""), "\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        string[] defined = [.. RuleName().Matches(code).Select(m => m.Groups["rule"].Value)];
        Assert.Equal(defined.Distinct().Count(), defined.Length);
        string[] prelude = ["uint", "tstr", "bstr", "size", "and", "regexp", "cbor"];
        IEnumerable<string> used = Word().Matches(ItemName().Replace(code, "")).Select(m => m.Value);
        Assert.Empty(used.Except(defined).Except(prelude));
    }

    private static string? RangeOf(string type)
    {
        if (type == "uint .size 4")
        {
            return $"0..{uint.MaxValue}";
        }

        if (type is "azimuth" or "elevation" or "range" or "coordinate" or "speed")
        {
            type = Regex.Match(Cddl, "^" + type + " *= (\\S+)", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Groups[1].Value;
        }

        string[] ends = type.Split("..");
        return ends.Length == 2 && ends.All(e => long.TryParse(e, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) ? type : null;
    }

    /// <summary><c>1 => uint .size 4,   ; boot: ...</c></summary>
    [GeneratedRegex(@"\d+ => (?<type>[^,;]+?)(,| \)| //) *; (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex KeyedField();

    /// <summary><c>latitude: -900000000..900000000,</c></summary>
    [GeneratedRegex(@"\b(?<name>\w+): (?<type>[^,\n]+),", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamedItem();

    [GeneratedRegex(";.*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?<rule>[a-z0-9-]+) *=", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RuleName();

    [GeneratedRegex(@"\w+:", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ItemName();

    [GeneratedRegex(@"\b[a-z][a-z0-9-]*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
