namespace JointWatch.Reviews.Numbers;

/// <summary>A figure of two runs.</summary>
/// <param name="Better">Which run is better, 1 or 2; 0: they are alike, or one has none.</param>
public sealed record ComparedFigure(string What, string Unit, double? First, double? Second, int Better);

/// <summary>Two runs side by side. Less is better in all figures but the share of objects held.</summary>
public static class ReviewComparison
{
    /// <summary>What keeps two runs from being compared; null: nothing.</summary>
    public static string? WhyNot(ReviewReport first, ReviewReport second)
    {
        string[] a = [.. first.Objects.Select(o => o.Name)];
        string[] b = [.. second.Objects.Select(o => o.Name)];
        return a.SequenceEqual(b, StringComparer.Ordinal) ? null
            : $"the runs have other objects: only the first has {Listed(a.Except(b))}, only the second {Listed(b.Except(a))}";
    }

    public static IReadOnlyList<ComparedFigure> Of(ReviewReport first, ReviewReport second)
    {
        var figures = new List<ComparedFigure>();
        foreach ((ObjectReview one, ObjectReview two) in first.Joint.Zip(second.Joint))
        {
            if (first.Objects.Single(o => o.Name == one.Name).IsLaunched)
            {
                figures.Add(Less($"{one.Name}: confirmed after launch, joint", "s", one.ConfirmedAfterLaunchSeconds, two.ConfirmedAfterLaunchSeconds));
                figures.Add(Less($"{one.Name}: last impact error, joint", "m", one.ImpactErrorMeters, two.ImpactErrorMeters));
            }
        }

        foreach (PartyReview one in first.Parties)
        {
            if (second.Parties.FirstOrDefault(p => p.Party == one.Party) is { } two)
            {
                figures.Add(Less($"{one.Party}: false alarms", "", one.FalseAlarms.Count, two.FalseAlarms.Count));
                figures.Add(Less($"{one.Party}: missed", "", one.Missed.Count, two.Missed.Count));
                figures.Add(Less($"{one.Party}: mean GOSPA", "m", one.MeanGospaMeters, two.MeanGospaMeters));
                figures.Add(More(Less($"{one.Party}: completeness", "", one.Siap.Completeness, two.Siap.Completeness)));
            }
        }

        if (first.JointPicture is { } together && second.JointPicture is { } again)
        {
            figures.Add(Less("fused: mean GOSPA", "m", together.MeanGospaMeters, again.MeanGospaMeters));
            figures.Add(More(Less("fused: completeness", "", together.Siap.Completeness, again.Siap.Completeness)));
        }

        return figures;
    }

    private static ComparedFigure Less(string what, string unit, double? first, double? second) =>
        new(what, unit, first, second, first is not { } a || second is not { } b || Math.Abs(a - b) < 1e-9 ? 0 : a < b ? 1 : 2);

    /// <summary>The same where more is better.</summary>
    private static ComparedFigure More(ComparedFigure less) => less with { Better = less.Better == 0 ? 0 : 3 - less.Better };

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
