using CsCheck;
using JointWatch.Releases.Coarse;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Releases.Tests.Coarse;

/// <summary>The grid of places.</summary>
public sealed class GroundGridTests
{
    private static readonly Gen<Geodetic> Places = Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180]).Select((lat, lon) => Geodetic.FromDegrees(lat, lon, 0));

    private static readonly Gen<GroundGrid> Grids = Gen.OneOf(
        Gen.OneOf(0.01, 0.1, 0.5, 1.0, 2.0, 5.0, 30.0).Select(d => GroundGrid.OfDegrees(d)!), Gen.Int[1, 5_000].Select(km => GroundGrid.OfKilometers(km)));

    [Fact]
    public void A_place_lies_in_its_cell() => Gen.Select(Grids, Places).Sample((grid, place) =>
    {
        Cell cell = grid.CellOf(place)!;
        Assert.InRange(place.LatitudeDegrees * 1000, cell.SouthThousandths - 1e-6, cell.NorthThousandths + 1e-6);
        Assert.InRange(place.LongitudeDegrees * 1000, cell.WestThousandths - 1e-6, cell.EastThousandths + 1e-6);
    });

    [Fact]
    public void All_places_of_a_cell_have_that_cell() => Gen.Select(Grids, Places, Gen.Double[0.001, 0.999], Gen.Double[0.001, 0.999]).Sample((grid, place, up, right) =>
    {
        Cell cell = grid.CellOf(place)!;
        double latitude = cell.SouthThousandths + (up * (cell.NorthThousandths - cell.SouthThousandths));
        double longitude = cell.WestThousandths + (right * (cell.EastThousandths - cell.WestThousandths));
        Assert.Equal(cell, grid.CellOf(Geodetic.FromDegrees(latitude / 1000, longitude / 1000, 0)));
    });

    [Fact]
    public void No_cell_of_a_grid_of_kilometres_is_narrower_or_lower_than_that() => Gen.Select(Gen.Int[1, 3_000], Places).Sample((km, place) =>
    {
        Cell cell = GroundGrid.OfKilometers(km).CellOf(place)!;
        double south = cell.SouthThousandths / 1000.0;
        double north = cell.NorthThousandths / 1000.0;

        // Arcs of WGS-84 by their integrals: of the meridian by Simpson's rule, of the parallel in closed form.
        Assert.InRange(MeridianArc(south, north), (km * 1000.0) - 1e-3, double.MaxValue);
        double narrow = Math.Max(Math.Abs(south), Math.Abs(north));
        double width = double.DegreesToRadians((cell.EastThousandths - cell.WestThousandths) / 1000.0) * ParallelRadius(narrow);
        Assert.True(width >= (km * 1000.0) - 1e-3 || cell.EastThousandths - cell.WestThousandths == 360_000, $"{width} m wide");
    });

    [Fact]
    public void Cells_of_a_grid_do_not_overlap() => Gen.Select(Grids, Places, Places).Sample((grid, a, b) =>
    {
        (Cell one, Cell other) = (grid.CellOf(a)!, grid.CellOf(b)!);
        bool apart = one.NorthThousandths <= other.SouthThousandths || other.NorthThousandths <= one.SouthThousandths
            || one.EastThousandths <= other.WestThousandths || other.EastThousandths <= one.WestThousandths;
        Assert.True(one == other || apart);
    });

    [Theory]
    [InlineData(0.7)]
    [InlineData(0.0005)]
    [InlineData(7)]
    [InlineData(0.1001)]
    public void A_grid_that_does_not_come_out_even_at_the_pole_is_none(double degrees) => Assert.Null(GroundGrid.OfDegrees(degrees));

    [Fact]
    public void What_is_no_place_has_no_cell()
    {
        Assert.Null(GroundGrid.OfKilometers(10).CellOf(new Geodetic(double.NaN, 0, 0)));
        Assert.Null(GroundGrid.OfKilometers(10).CellOf(new Geodetic(0, double.PositiveInfinity, 0)));
    }

    [Theory]
    [InlineData(179.999, -179.999)]
    [InlineData(-180, 180)]
    public void Cells_on_both_sides_of_the_date_line_touch(double one, double other)
    {
        GroundGrid grid = GroundGrid.OfDegrees(1)!;
        Assert.True(grid.CellOf(Geodetic.FromDegrees(10.5, one, 0))!.Holds(grid.CellOf(Geodetic.FromDegrees(10.5, other, 0))!));
    }

    private static double MeridianArc(double south, double north)
    {
        const int Steps = 64;
        double step = double.DegreesToRadians(north - south) / Steps;
        double sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double sin = Math.Sin(double.DegreesToRadians(south) + (i * step));
            double radius = Wgs84.SemiMajorAxisMeters * (1 - Wgs84.EccentricitySquared) / Math.Pow(1 - (Wgs84.EccentricitySquared * sin * sin), 1.5);
            sum += radius * (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2);
        }

        return sum * step / 3;
    }

    private static double ParallelRadius(double latitude)
    {
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(latitude));
        return Wgs84.SemiMajorAxisMeters * cos / Math.Sqrt(1 - (Wgs84.EccentricitySquared * sin * sin));
    }
}
