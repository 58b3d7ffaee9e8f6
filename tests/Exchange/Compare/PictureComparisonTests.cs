using CsCheck;
using JointWatch.Exchange.Compare;
using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;
using static JointWatch.Exchange.Tests.Some;

namespace JointWatch.Exchange.Tests.Compare;

public sealed class PictureComparisonTests
{
    private static Sighting Seen(PartyId by, string reference, double seconds, double latitude, double longitude = 16, double size = 0.5) => new(
        by, reference, new TimeRange(Table.At(seconds), Table.At(seconds + 10)), new CellPlace(new GroundCell(latitude, latitude + size, longitude, longitude + size)), null, "ballistic");

    [Fact]
    public void Two_cells_that_overlap_do_not_differ()
    {
        PictureComparison compared = PictureComparison.Of([Seen(Alfa, "warning-1", 0, 69)], [Seen(Bravo, "warning-4", 10, 69.4, 16.3, 2)]);

        Assert.Empty(Assert.Single(compared.Both).Differences);
        Assert.Empty(compared.OnlyA);
        Assert.Empty(compared.OnlyB);
    }

    /// <summary>A tenth of a degree of latitude is 11.1 km (111.19 km a degree of the mean sphere).</summary>
    [Fact]
    public void What_is_left_when_the_coarseness_is_taken_off_is_said_by_how_much()
    {
        PictureComparison compared = PictureComparison.Of([Seen(Alfa, "warning-1", 0, 69)], [Seen(Bravo, "warning-4", 25, 69.6) with { Class = "spaceLaunch" }]);

        IReadOnlyList<FieldDifference> differences = Assert.Single(compared.Both).Differences;
        Assert.Equal(["launch times lie 15 s apart", "launch areas lie 11.1 km apart", "alfa says ballistic, bravo says spaceLaunch"], differences.Select(d => d.Words));
        Assert.Equal(11_119, differences[1].Amount, 10.0);
    }

    [Fact]
    public void What_only_one_side_sees_is_said()
    {
        PictureComparison compared = PictureComparison.Of([Seen(Alfa, "a1", 0, 69), Seen(Alfa, "a2", 0, 40)], [Seen(Bravo, "b1", 5, 69), Seen(Bravo, "b2", 900, 69)]);

        Assert.Equal(("a1", "b1"), (compared.Both[0].A.Reference, compared.Both[0].B.Reference));
        Assert.Equal("a2", Assert.Single(compared.OnlyA).Reference);
        Assert.Equal("b2", Assert.Single(compared.OnlyB).Reference);
    }

    [Fact]
    public void A_salvo_is_paired_so_that_all_fit_and_not_one_by_one()
    {
        // a1 fits both; b1 fits a1 alone. Taking a1 and b2 first would leave b1 alone.
        PictureComparison compared = PictureComparison.Of([Seen(Alfa, "a1", 0, 69), Seen(Alfa, "a2", 100, 69)], [Seen(Bravo, "b2", 30, 69), Seen(Bravo, "b1", -110, 69)]);

        Assert.Equal(["a1 b1", "a2 b2"], compared.Both.Select(p => $"{p.A.Reference} {p.B.Reference}").Order());
    }

    [Fact]
    public void Of_two_that_agree_the_nearer_is_taken()
    {
        PictureComparison compared = PictureComparison.Of([Seen(Alfa, "a1", 0, 69)], [Seen(Bravo, "far", 0, 69.4), Seen(Bravo, "near", 0, 69.1)]);
        Assert.Equal("near", Assert.Single(compared.Both).B.Reference);
    }

    [Fact]
    public void An_estimate_differs_beyond_its_99_percent_and_not_before()
    {
        // 3.035 sigma hold 99 % (sqrt(-2 ln 0.01)): a circle of 10 km sigma about a place 35 km beyond the cell's side reaches 30.35 km.
        double degrees = 35_000 / 111_194.9;
        var spread = new SpreadPlace(new GroundEllipse(Geodetic.FromDegrees(69.5 + degrees, 16.25, 0), 10_000, 10_000, 0));
        Sighting bravos = Seen(Bravo, "b1", 0, 69) with { Launch = spread };
        Assert.Equal(35_000 - 30_350, Assert.Single(PictureComparison.Of([Seen(Alfa, "a1", 0, 69)], [bravos]).Both[0].Differences).Amount, 150.0);

        Sighting wider = bravos with { Launch = new SpreadPlace(spread.OneSigma with { SemiMajorMeters = 12_000, SemiMinorMeters = 12_000 }) };
        Assert.Empty(PictureComparison.Of([Seen(Alfa, "a1", 0, 69)], [wider]).Both[0].Differences);
    }

    [Fact]
    public void Sectors_across_north_and_cells_across_the_date_line_are_near()
    {
        Sighting a = Seen(Alfa, "a1", 0, 69, 179.6) with { Azimuth = new AzimuthSector(6.2, 0.08) };
        Sighting b = Seen(Bravo, "b1", 0, 69, -180) with { Azimuth = new AzimuthSector(0.05, 0.1) };
        IReadOnlyList<FieldDifference> differences = Assert.Single(PictureComparison.Of([a], [b]).Both).Differences;

        Assert.Equal(DifferenceField.Azimuth, Assert.Single(differences).Field);
        Assert.Equal(Math.Tau + 0.05 - 6.28, differences[0].Amount, 9);
    }

    [Theory]
    [InlineData("ballistic", "mediumRange", true)]
    [InlineData("unknown", "spaceLaunch", true)]
    [InlineData("other", "aircraft", true)]
    [InlineData("ballistic", "spaceLaunch", false)]
    [InlineData("mediumRange", "intercontinental", false)]
    public void A_general_class_agrees_with_what_it_holds(string a, string b, bool expected)
    {
        Assert.Equal(expected, ClassWords.Agree(a, b));
        Assert.Equal(expected, ClassWords.Agree(b, a));
    }

    [Fact]
    public void Of_a_difference_a_query_can_be_made()
    {
        var of = RecordHash.Of([1]);
        SeenByBoth pair = PictureComparison.Of([Seen(Alfa, "a1", 0, 69)], [Seen(Bravo, "b1", 25, 69) with { Record = of }]).Both[0];

        QueryBody query = pair.Query(Alfa, "15 s?")!;
        Assert.Equal((of, null, new Difference(DifferenceField.LaunchTime, 15_000)), (query.Of, query.Ours, query.Differences[0]));
        Assert.Null(pair.Query(Bravo, "no record to ask about"));
    }

    [Fact]
    public void The_two_sides_see_the_same_comparison()
    {
        Gen<Sighting> any = Gen.Select(Gen.Int[0, 400], Gen.Double[68, 70], Gen.Double[10, 12], Gen.Double[0.1, 1], (t, a, o, s) => Seen(Alfa, "x", t, a, o, s));
        Gen.Select(any.Array[0, 6], any.Array[0, 6]).Sample(
            (a, b) =>
            {
                PictureComparison one = PictureComparison.Of(a, b);
                PictureComparison other = PictureComparison.Of(b, a);
                Assert.Equal(a.Length, one.Both.Count + one.OnlyA.Count);
                Assert.Equal(b.Length, one.Both.Count + one.OnlyB.Count);
                Assert.Equal(one.Both.Count, other.Both.Count);
                Assert.Equal(one.Both.Sum(p => p.Differences.Sum(d => d.Amount)), other.Both.Sum(p => p.Differences.Sum(d => d.Amount)), 3);
            },
            iter: 500,
            threads: 1);
    }

    /// <summary>Wherever in the cell it is, the squared error is within the bound: e' P⁻¹ e is at most 1 for diag(2a², 2b²).</summary>
    [Fact]
    public void Cells_are_fused_by_a_bound_that_holds_wherever_in_the_cell_it_is()
    {
        (SpreadPlace one, _) = PlaceFusion.Fuse([new CellPlace(new GroundCell(69, 69.5, 16, 16.5))]);
        Assert.Equal(69.25, one.Middle.LatitudeDegrees, 6);
        foreach ((double latitude, double longitude) in new[] { (69.0, 16.0), (69.0, 16.5), (69.5, 16.0), (69.25, 16.5), (69.0, 16.25) })
        {
            Assert.InRange(one.OneSigma.SquaredDistance(Geodetic.FromDegrees(latitude, longitude, 0)), 0, 1.02);
        }

        (SpreadPlace both, IReadOnlyList<double> weights) = PlaceFusion.Fuse(
            [new CellPlace(new GroundCell(69, 69.5, 16, 18)), new SpreadPlace(new GroundEllipse(Geodetic.FromDegrees(69.3, 16.8, 0), 60_000, 3_000, 0))]);
        Assert.All(weights, w => Assert.InRange(w, 0.05, 0.95));
        Assert.InRange(both.OneSigma.SemiMajorMeters, 1, 60_000);
    }
}
