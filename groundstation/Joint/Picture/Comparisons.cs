using JointWatch.Exchange.Book;
using JointWatch.Exchange.Compare;
using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Releases.Output;
using JointWatch.Warnings;

namespace JointWatch.Joint.Picture;

/// <summary>Each two parties' released pictures side by side, and on demand what both see fused.</summary>
internal static class Comparisons
{
    private const string Method = "covariance intersection of two released places: it holds however the two parties' errors are correlated";

    public static IEnumerable<ComparisonView> Of(RecordBook book, IReadOnlyDictionary<PartyId, IReadOnlyList<ToldThing>> released, bool withFusion)
    {
        PartyId[] parties = [.. book.Register.Parties.Select(p => p.Id)];
        for (int i = 0; i < parties.Length; i++)
        {
            for (int j = i + 1; j < parties.Length; j++)
            {
                yield return Of(parties[i], parties[j], PictureComparison.Of(Sightings(released[parties[i]]), Sightings(released[parties[j]])), withFusion);
            }
        }
    }

    /// <summary>The two parties' releases of the thing that a record of theirs is of; null: ours has none.</summary>
    public static SeenByBoth? Both(IReadOnlyList<ToldThing> ours, IReadOnlyList<ToldThing> theirs, string record) =>
        PictureComparison.Of(Sightings(ours), Sightings(theirs)).Both.FirstOrDefault(b => b.B.Record?.ToString() == record);

    /// <summary>Warnings that are not over. What a party has told all is compared where there is any, since it may tell one party the same thing under another name.</summary>
    private static Sighting[] Sightings(IReadOnlyList<ToldThing> released)
    {
        ToldThing[] warnings = [.. released.Where(r => r is { Said.Body.Thing: ReleasedThing.Warning, Release.Act: not ReleaseAct.Ended })];
        ToldThing[] clear = [.. warnings.Where(w => !w.IsSealed)];
        return [.. (clear.Length > 0 ? clear : warnings).TakeLast(PictureComparison.Most).Select(w => ReleaseSightings.Of(w.Said.By, w.Release!, w.Said.Hash))];
    }

    private static ComparisonView Of(PartyId a, PartyId b, PictureComparison comparison, bool withFusion) => new(
        a.Name,
        b.Name,
        [.. comparison.Both.Select(p => new BothView(Thing(p.A), Thing(p.B), [.. p.Differences.Select(d => d.Words)], withFusion ? Fuse(p) : null))],
        [.. comparison.OnlyA.Select(Thing)],
        [.. comparison.OnlyB.Select(Thing)]);

    private static ThingView Thing(Sighting sighting) => new(sighting.By.Name, sighting.Reference, sighting.Record?.ToString() ?? "");

    private static FusedView Fuse(SeenByBoth pair) => new(Fuse(pair.A.Launch, pair.B.Launch), Fuse(pair.A.Impact, pair.B.Impact), Method);

    private static EllipseView? Fuse(ReleasedPlace? a, ReleasedPlace? b)
    {
        if (a is null || b is null)
        {
            return null;
        }

        (SpreadPlace place, IReadOnlyList<double> weights) = PlaceFusion.Fuse([a, b]);
        GroundEllipse ellipse = place.OneSigma;
        return new EllipseView(
            ellipse.Center.LatitudeDegrees,
            ellipse.Center.LongitudeDegrees,
            ellipse.SemiMajorMeters,
            ellipse.SemiMinorMeters,
            double.RadiansToDegrees(ellipse.MajorAxisAzimuthRadians),
            weights[0]);
    }
}
