using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Exchange.Ground;

/// <summary>How a cell lies to an area.</summary>
public enum CellRelation
{
    /// <summary>Nothing of it is in the area.</summary>
    Outside = 0,

    /// <summary>Neither for certain.</summary>
    Across = 1,

    /// <summary>All of it is in the area.</summary>
    Inside = 2,
}

/// <summary>Where something is said to be: between two parallels and two meridians, degrees, north and east positive; east may be more than 180.</summary>
public readonly record struct GroundCell(double SouthDegrees, double NorthDegrees, double WestDegrees, double EastDegrees)
{
    /// <summary>A degree of a meridian is nowhere shorter (WGS-84 at the equator, NGA.STND.0036), kilometres.</summary>
    private const double KilometersPerDegree = 110.574;

    /// <summary>A degree of the equator, kilometres.</summary>
    private const double KilometersPerDegreeOfEquator = 111.319;

    /// <summary>The points that are looked at along a side.</summary>
    private const int Samples = 9;

    /// <summary>Gets the least of its height and its width at the narrower side, kilometres. A cell around half the globe or more has no width.</summary>
    public double FinestKilometers
    {
        get
        {
            double height = (NorthDegrees - SouthDegrees) * KilometersPerDegree;
            double around = EastDegrees - WestDegrees;
            double farthest = Math.Max(Math.Abs(SouthDegrees), Math.Abs(NorthDegrees));
            return around >= 180 ? height : Math.Min(height, around * KilometersPerDegreeOfEquator * Math.Cos(double.DegreesToRadians(farthest)));
        }
    }

    /// <summary>Whether the two have a point in common.</summary>
    public bool Overlaps(GroundCell other)
    {
        if (other.SouthDegrees > NorthDegrees || other.NorthDegrees < SouthDegrees)
        {
            return false;
        }

        (double west, double east) = (WestDegrees, EastDegrees);
        return new[] { -360.0, 0, 360 }.Any(turn => other.WestDegrees + turn <= east && other.EastDegrees + turn >= west);
    }

    /// <summary>
    /// How it lies to an area, by a raster of points: in doubt across. An area's border that dips into the cell between two points of the raster is seen by its corners.
    /// </summary>
    public CellRelation To(GroundArea area)
    {
        double least = double.MaxValue;
        bool all = true;
        for (int row = 0; row < Samples; row++)
        {
            for (int column = 0; column < Samples; column++)
            {
                double outside = area.MetersOutside(At(row, column));
                least = Math.Min(least, outside);
                all &= outside <= 0;
            }
        }

        bool holdsCorner = area.Polygon.Any(Contains);
        if (all && !holdsCorner)
        {
            return CellRelation.Inside;
        }

        return least > HalfStepMeters && !holdsCorner && !Contains(area.Middle) ? CellRelation.Outside : CellRelation.Across;
    }

    private double HalfStepMeters
    {
        get
        {
            double equatorward = SouthDegrees * NorthDegrees <= 0 ? 0 : Math.Min(Math.Abs(SouthDegrees), Math.Abs(NorthDegrees));
            double height = (NorthDegrees - SouthDegrees) * 111_700;
            double width = (EastDegrees - WestDegrees) * 111_700 * Math.Cos(double.DegreesToRadians(equatorward));
            return Math.Sqrt((height * height) + (width * width)) / (2 * (Samples - 1));
        }
    }

    private Geodetic At(int row, int column) => Geodetic.FromDegrees(
        SouthDegrees + ((NorthDegrees - SouthDegrees) * row / (Samples - 1)), WestDegrees + ((EastDegrees - WestDegrees) * column / (Samples - 1)), 0);

    private bool Contains(Geodetic place)
    {
        GroundCell point = new(place.LatitudeDegrees, place.LatitudeDegrees, place.LongitudeDegrees, place.LongitudeDegrees);
        return Overlaps(point);
    }
}
