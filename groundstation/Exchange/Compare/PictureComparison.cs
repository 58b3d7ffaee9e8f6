using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking.Association;

namespace JointWatch.Exchange.Compare;

/// <summary>One thing that both parties see.</summary>
/// <param name="Differences">In what they differ beyond their coarseness; none: they agree as far as they tell.</param>
public sealed record SeenByBoth(Sighting A, Sighting B, IReadOnlyList<FieldDifference> Differences)
{
    /// <summary>The query of a party about the other's record; null where they agree, or the other's is no record.</summary>
    public QueryBody? Query(PartyId asking, string text)
    {
        (Sighting ours, Sighting theirs) = A.By == asking ? (A, B) : (B, A);
        return Differences.Count == 0 || theirs.Record is not { } of
            ? null
            : new QueryBody(of, ours.Record, [.. Differences.Select(d => new Difference(d.Field, Amount(d)))], text);
    }

    private static long Amount(FieldDifference difference) => difference.Field switch
    {
        DifferenceField.LaunchTime or DifferenceField.ImpactTime => (long)Math.Round(1000 * difference.Amount),
        DifferenceField.Azimuth => (long)Math.Round(1000 * double.RadiansToDegrees(difference.Amount)),
        DifferenceField.Class => 0,
        _ => (long)Math.Round(difference.Amount),
    };
}

/// <summary>Two parties' released pictures side by side.</summary>
/// <param name="Both">What both see.</param>
/// <param name="OnlyA">What only the first sees.</param>
/// <param name="OnlyB">What only the second sees.</param>
public sealed record PictureComparison(IReadOnlyList<SeenByBoth> Both, IReadOnlyList<Sighting> OnlyA, IReadOnlyList<Sighting> OnlyB)
{
    /// <summary>The most sightings of a party that are compared.</summary>
    public const int Most = 1000;

    /// <summary>A sighting that stays alone costs this: more than any pair that may be one, so that as many as can be are paired.</summary>
    private const double Alone = 1000;

    /// <summary>
    /// Pairs the sightings so that as many as may be are paired, and those with the least differences in all; the order of the lists does not matter but for ties.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than <see cref="Most"/>.</exception>
    public static PictureComparison Of(IReadOnlyList<Sighting> a, IReadOnlyList<Sighting> b, ComparisonOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(a.Count, Most, nameof(a));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(b.Count, Most, nameof(b));
        ComparisonOptions allowed = options ?? new ComparisonOptions();
        int columns = b.Count + a.Count;
        double[] costs = new double[a.Count * columns];
        var differences = new Dictionary<(int, int), IReadOnlyList<FieldDifference>>();
        Array.Fill(costs, double.PositiveInfinity);
        for (int i = 0; i < a.Count; i++)
        {
            costs[(i * columns) + b.Count + i] = Alone;
            for (int j = 0; j < b.Count; j++)
            {
                var fields = FieldDifferences.Of(a[i], b[j], allowed);
                if (MayBeOne(fields))
                {
                    costs[(i * columns) + j] = fields.Sum(f => f.Part) + Farness(a[i], b[j], allowed);
                    differences[(i, j)] = [.. fields.Where(f => f.Part > 0).Select(f => f.Difference)];
                }
            }
        }

        int[] columnOf = new int[a.Count];
        if (!new AssignmentSolver().TrySolve(costs, a.Count, columns, columnOf))
        {
            throw new InvalidOperationException("each sighting can stay alone, so there is always an assignment");
        }

        return new PictureComparison(
            [.. columnOf.Select((j, i) => (j, i)).Where(p => p.j < b.Count).Select(p => new SeenByBoth(a[p.i], b[p.j], differences[(p.i, p.j)]))],
            [.. a.Where((_, i) => columnOf[i] >= b.Count)],
            [.. b.Where((_, j) => !columnOf.Contains(j))]);
    }

    /// <summary>They have a time or place in common, and no field differs by more than is allowed.</summary>
    private static bool MayBeOne(IReadOnlyList<(FieldDifference Difference, double Part)> fields) =>
        fields.Any(f => f.Difference.Field is not (DifferenceField.Azimuth or DifferenceField.Class)) && fields.All(f => f.Part <= 1);

    /// <summary>Among pairs that agree as far as they tell, those whose middles are nearer go first: at most a thousandth, so that it decides nothing else.</summary>
    private static double Farness(Sighting a, Sighting b, ComparisonOptions options)
    {
        double farness = 0;
        if (a.LaunchTime is { } one && b.LaunchTime is { } other)
        {
            farness += Math.Abs(one.From.SecondsSince(other.From) + one.Until.SecondsSince(other.Until)) / (2 * options.TimeSeconds);
        }

        foreach ((Ground.ReleasedPlace? p, Ground.ReleasedPlace? q, double allowed) in
            new[] { (a.Launch, b.Launch, options.PlaceMeters), (a.Position, b.Position, options.PlaceMeters), (a.Impact, b.Impact, options.ImpactMeters) })
        {
            farness += p is null || q is null ? 0 : (p.Middle.ToEcef().Vector - q.Middle.ToEcef().Vector).Length / allowed;
        }

        return farness / (1000 * (1 + farness));
    }
}
