using JointWatch.Tracking.Geodesy;

namespace JointWatch.Releases.Coarse;

/// <summary>
/// A fixed grid over the Earth, the same for every thing, party and day: cells between parallels and meridians on whole thousandths of a degree, so that a cell is
/// said exactly. It begins at the south pole and at 180° west. One thread or many: it never changes.
/// </summary>
public sealed record GroundGrid
{
    private const int Thousandths = 1_000;
    private const int PoleToPole = 180 * Thousandths;
    private const int Around = 360 * Thousandths;

    /// <summary>The shortest degree of a meridian on WGS-84, at the equator, rounded down (NGA.STND.0036: a (1 - e²) π / 180 = 110,574 m).</summary>
    private const double DegreeOfMeridianMeters = 110_574;

    /// <summary>A degree of a parallel is cos(latitude) of this or more (a π / 180, rounded down).</summary>
    private const double DegreeOfEquatorMeters = 111_319;

    private GroundGrid(int rowThousandths, double? kilometers)
    {
        RowThousandths = rowThousandths;
        Kilometers = kilometers;
    }

    /// <summary>Gets how high a row is, thousandths of a degree.</summary>
    public int RowThousandths { get; }

    /// <summary>Gets the least width and height of a cell, kilometres; null where the cells are of one size in degrees.</summary>
    public double? Kilometers { get; }

    /// <summary>Gets the step of extents, kilometres: at least the height of a cell.</summary>
    public int ExtentKilometers => Kilometers is { } side ? (int)Math.Ceiling(side) : (int)Math.Ceiling(RowThousandths * 111.7 / Thousandths);

    /// <summary>A grid of so many degrees in latitude and longitude. Its cells are narrow near the poles.</summary>
    /// <returns>Null where the pole is not reached in whole steps of a thousandth of a degree.</returns>
    public static GroundGrid? OfDegrees(double degrees)
    {
        double thousandths = degrees * Thousandths;
        int row = (int)Math.Round(thousandths);
        return row >= 1 && Math.Abs(thousandths - row) < 1e-6 && PoleToPole % row == 0 ? new GroundGrid(row, null) : null;
    }

    /// <summary>A grid whose cells are nowhere narrower or lower than so many kilometres: near the poles they reach over more degrees.</summary>
    public static GroundGrid OfKilometers(double kilometers) =>
        new(LeastDivisor(PoleToPole, kilometers * 1_000 / DegreeOfMeridianMeters), kilometers);

    /// <summary>The cell that a place lies in; null for no place (not a number).</summary>
    public Cell? CellOf(Geodetic place)
    {
        double latitude = place.LatitudeDegrees;
        double longitude = place.LongitudeDegrees;
        if (!(Math.Abs(latitude) <= 90.000_001) || !double.IsFinite(longitude))
        {
            return null;
        }

        int south = Step((latitude + 90) * Thousandths, RowThousandths, PoleToPole) - (90 * Thousandths);
        int north = south + RowThousandths;
        int width = ColumnThousandths(south, north);
        double east = longitude + 180;
        east -= 360 * Math.Floor(east / 360);
        int west = Step(east * Thousandths, width, Around) - (180 * Thousandths);
        return new Cell(south, north, west, west + width);
    }

    private int ColumnThousandths(int south, int north)
    {
        if (Kilometers is not { } side)
        {
            return RowThousandths;
        }

        double farthest = double.DegreesToRadians(Math.Max(Math.Abs(south), Math.Abs(north)) / (double)Thousandths);
        double degrees = side * 1_000 / (DegreeOfEquatorMeters * Math.Max(1e-12, Math.Cos(farthest)));
        return degrees >= 180 ? Around : LeastDivisor(Around, degrees);
    }

    private static int Step(double value, int step, int whole) => Math.Clamp((int)Math.Floor(value / step), 0, (whole / step) - 1) * step;

    /// <summary>The least number of thousandths of a degree that is no less than so many degrees and goes into the whole without a remainder.</summary>
    private static int LeastDivisor(int whole, double degrees)
    {
        int step = Math.Clamp((int)Math.Ceiling(degrees * Thousandths), 1, whole);
        while (whole % step != 0)
        {
            step++;
        }

        return step;
    }
}
