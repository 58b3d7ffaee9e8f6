using JointWatch.Releases.Fields;
using JointWatch.Releases.Policies.Files;

namespace JointWatch.Releases.Policies;

/// <summary>
/// What a party tells whom. Nothing leaves that an allow rule does not name, and a never rule beats every allow rule. Immutable.
/// </summary>
public sealed class ReleasePolicy
{
    /// <summary>Everybody, in a rule.</summary>
    public const string Everybody = "*";

    /// <summary>The name by which rules know the joint centre.</summary>
    public const string Centre = "centre";

    internal ReleasePolicy(string party, IReadOnlyList<AllowRule> allows, IReadOnlyList<NeverRule> nevers)
    {
        Party = party;
        Allows = allows;
        Nevers = nevers;
    }

    /// <summary>Gets whose policy it is.</summary>
    public string Party { get; }

    /// <summary>Gets what goes out, in the order of the file.</summary>
    public IReadOnlyList<AllowRule> Allows { get; }

    /// <summary>Gets what never does.</summary>
    public IReadOnlyList<NeverRule> Nevers { get; }

    /// <summary>Gets whom the rules name, in the order of the file, without "*".</summary>
    public IReadOnlyList<string> Recipients => [.. Allows.SelectMany(a => a.To).Concat(Nevers.SelectMany(n => n.To)).Where(to => to != Everybody).Distinct()];

    /// <summary>Reads a policy file (TOML 1.1 in UTF-8).</summary>
    /// <exception cref="Exercises.InvalidInputException">It cannot be read, or something in it is wrong: names file, line, key, value and what was expected.</exception>
    public static ReleasePolicy Read(string path) => PolicyFile.Read(path);

    /// <summary>Reads a policy from a text; <paramref name="source"/> names it in messages.</summary>
    /// <exception cref="Exercises.InvalidInputException">Something in it is wrong.</exception>
    public static ReleasePolicy Parse(string text, string source) => PolicyFile.Parse(text, source);

    /// <summary>The policy in plain sentences: what each recipient gets, and what never goes.</summary>
    public string Explain() => Explanation.Of(this);

    /// <summary>
    /// The allow rules on a kind that hold for a recipient, in the order of the file: those that name it, or, where none does, those for everybody.
    /// </summary>
    public IReadOnlyList<AllowRule> AllowsFor(string recipient, ThingKind kind)
    {
        AllowRule[] named = [.. Allows.Where(a => a.Kind == kind && a.To.Contains(recipient))];
        return named.Length > 0 ? named : [.. Allows.Where(a => a.Kind == kind && a.To.Contains(Everybody))];
    }

    /// <summary>The never rules that hold for a recipient: those that name it and those for everybody.</summary>
    public IReadOnlyList<NeverRule> NeversFor(string recipient) => [.. Nevers.Where(n => n.To.Contains(recipient) || n.To.Contains(Everybody))];
}
