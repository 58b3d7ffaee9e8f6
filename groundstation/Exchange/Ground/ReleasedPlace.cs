using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Exchange.Ground;

/// <summary>Where something is said to be, with how coarse that is.</summary>
public abstract record ReleasedPlace
{
    private protected ReleasedPlace()
    {
    }

    /// <summary>Gets its middle.</summary>
    public abstract Geodetic Middle { get; }

    /// <summary>
    /// The border of where it may be, corners in order, convex, in the plane about a place (east and north, metres; equirectangular: within 1 % for what is less than 300 km
    /// away and 75° from the equator).
    /// </summary>
    internal abstract IReadOnlyList<(double East, double North)> Border(Geodetic about);

    /// <summary>
    /// The covariance about the middle (east, north; square metres), as a bound: no smaller than that of any distribution that the statement allows.
    /// </summary>
    internal abstract (double EastEast, double EastNorth, double NorthNorth) CovarianceBound { get; }

    private protected static (double East, double North) Flat(Geodetic about, double latitudeRadians, double longitudeRadians)
    {
        const double MeanRadius = 6_371_008.8;
        double turn = Math.IEEERemainder(longitudeRadians - about.LongitudeRadians, Math.Tau);
        return (MeanRadius * turn * Math.Cos(about.LatitudeRadians), MeanRadius * (latitudeRadians - about.LatitudeRadians));
    }
}

/// <summary>In this cell, anywhere.</summary>
public sealed record CellPlace(GroundCell Cell) : ReleasedPlace
{
    /// <inheritdoc/>
    public override Geodetic Middle => Geodetic.FromDegrees((Cell.SouthDegrees + Cell.NorthDegrees) / 2, (Cell.WestDegrees + Cell.EastDegrees) / 2, 0);

    /// <summary>
    /// For half sides a and b: diag(2a², 2b²). Whatever the distribution in the cell, its second moment about the middle is no larger, since x²/2a² + y²/2b² is at most 1 there.
    /// </summary>
    internal override (double EastEast, double EastNorth, double NorthNorth) CovarianceBound
    {
        get
        {
            (double east, double north) = Flat(Middle, double.DegreesToRadians(Cell.NorthDegrees), double.DegreesToRadians(Cell.EastDegrees));

            // The side nearer to the equator is wider than the middle.
            double widest = Math.Cos(double.DegreesToRadians(Cell.SouthDegrees * Cell.NorthDegrees <= 0 ? 0 : Math.Min(Math.Abs(Cell.SouthDegrees), Math.Abs(Cell.NorthDegrees))));
            double a = east * widest / Math.Cos(Middle.LatitudeRadians);
            return (2 * a * a, 0, 2 * north * north);
        }
    }

    internal override IReadOnlyList<(double East, double North)> Border(Geodetic about) =>
    [
        Corner(about, Cell.SouthDegrees, Cell.WestDegrees),
        Corner(about, Cell.SouthDegrees, Cell.EastDegrees),
        Corner(about, Cell.NorthDegrees, Cell.EastDegrees),
        Corner(about, Cell.NorthDegrees, Cell.WestDegrees),
    ];

    private (double East, double North) Corner(Geodetic about, double latitude, double longitude)
    {
        // Reckoned from the cell's own middle, so that no corner goes the other way round the Earth.
        (double east, double north) = Flat(about, double.DegreesToRadians(latitude), Middle.LongitudeRadians);
        return (east + (double.DegreesToRadians(longitude - ((Cell.WestDegrees + Cell.EastDegrees) / 2)) * 6_371_008.8 * Math.Cos(about.LatitudeRadians)), north);
    }
}

/// <summary>An estimate with its one-sigma ellipse. Its border holds the truth with 99 %.</summary>
public sealed record SpreadPlace(GroundEllipse OneSigma) : ReleasedPlace
{
    private const double Held = 0.99;
    private const int Corners = 36;

    /// <inheritdoc/>
    public override Geodetic Middle => OneSigma.Center;

    internal override (double EastEast, double EastNorth, double NorthNorth) CovarianceBound
    {
        get
        {
            (double sin, double cos) = Math.SinCos(OneSigma.MajorAxisAzimuthRadians);
            double major = OneSigma.SemiMajorMeters * OneSigma.SemiMajorMeters;
            double minor = OneSigma.SemiMinorMeters * OneSigma.SemiMinorMeters;
            return ((major * sin * sin) + (minor * cos * cos), (major - minor) * sin * cos, (major * cos * cos) + (minor * sin * sin));
        }
    }

    internal override IReadOnlyList<(double East, double North)> Border(Geodetic about)
    {
        GroundEllipse held = OneSigma.Region(Held);
        (double sin, double cos) = Math.SinCos(held.MajorAxisAzimuthRadians);
        (double east, double north) = Flat(about, Middle.LatitudeRadians, Middle.LongitudeRadians);
        return
        [
            .. Enumerable.Range(0, Corners).Select(i =>
            {
                (double s, double c) = Math.SinCos(i * Math.Tau / Corners);
                double major = held.SemiMajorMeters * c;
                double minor = held.SemiMinorMeters * s;
                return (east + (major * sin) + (minor * cos), north + (major * cos) - (minor * sin));
            }),
        ];
    }
}
