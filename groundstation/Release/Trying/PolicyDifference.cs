using JointWatch.Releases.Fields;
using JointWatch.Releases.Output;
using JointWatch.Tracking;

namespace JointWatch.Releases.Trying;

/// <summary>How something is said under one policy that is not said so under the other.</summary>
public enum DifferenceKind
{
    /// <summary>Nothing was said of the thing.</summary>
    Thing = 1,

    /// <summary>The field was not said of the thing.</summary>
    Field = 2,

    /// <summary>It is said more finely, or is another value.</summary>
    Finer = 3,

    /// <summary>It is said sooner.</summary>
    Sooner = 4,

    /// <summary>It is said that the thing has ended.</summary>
    End = 5,
}

/// <summary>
/// Something that one policy lets out and another does not: to whom, of what, which field (null: the thing, or its end), how, and in how many releases.
/// </summary>
public sealed record PolicyDifference(string Recipient, string Source, ReleaseField? Field, DifferenceKind Kind, int Releases)
{
    /// <summary>
    /// What <paramref name="these"/> tell beyond <paramref name="those"/>. A value tells nothing more if one that lies within it was said of the same thing to the same
    /// recipient no later.
    /// </summary>
    public static IReadOnlyList<PolicyDifference> Beyond(IReadOnlyList<TriedRelease> these, IReadOnlyList<TriedRelease> those)
    {
        ILookup<(string, string), Release> known = those.ToLookup(t => (t.Release.To, t.Source), t => t.Release);
        return
        [
            .. these
                .SelectMany(t => Beyond(t.Release, [.. known[(t.Release.To, t.Source)]]).Select(d => (t.Release.To, t.Source, d.Field, d.Kind)))
                .GroupBy(d => d)
                .Select(g => new PolicyDifference(g.Key.To, g.Key.Source, g.Key.Field, g.Key.Kind, g.Count())),
        ];
    }

    /// <summary>The field's name in policies; null where it is the thing or its end.</summary>
    public string? FieldName => Field is { } named ? Catalogue.Of(named).Name : null;

    private static IEnumerable<(ReleaseField? Field, DifferenceKind Kind)> Beyond(Release release, Release[] known)
    {
        if (known.Length == 0)
        {
            yield return (null, DifferenceKind.Thing);
        }

        if (release.Act == ReleaseAct.Ended && !known.Any(k => k.Act == ReleaseAct.Ended && k.At <= release.At))
        {
            yield return (null, known.Any(k => k.Act == ReleaseAct.Ended) ? DifferenceKind.Sooner : DifferenceKind.End);
        }

        foreach (ReleasedValue value in release.Values)
        {
            (UtcMicroseconds At, ReleasedValue Value)[] said = [.. known.SelectMany(k => k.Values.Where(v => v.Field == value.Field).Select(v => (k.At, v)))];
            bool Tells((UtcMicroseconds At, ReleasedValue Value) other) => Containment.Holds(value.Value, other.Value.Value);
            if (said.Length == 0)
            {
                yield return (value.Field, DifferenceKind.Field);
            }
            else if (!said.Any(Tells))
            {
                yield return (value.Field, DifferenceKind.Finer);
            }
            else if (!said.Any(s => s.At <= release.At && Tells(s)))
            {
                yield return (value.Field, DifferenceKind.Sooner);
            }
        }
    }
}
