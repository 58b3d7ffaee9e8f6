using CsCheck;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Warning.Tests.Announcements;

public sealed class GroundAreaTests
{
    /// <summary>One degree of latitude is 111.19 km on the sphere of 6,371 km; at 60 degrees north one of longitude is half of that.</summary>
    [Theory]
    [InlineData(60.5, 10.5, 0)]
    [InlineData(62, 10.5, 111.2)]
    [InlineData(59, 10.5, 111.2)]
    [InlineData(60.5, 12, 54.8)]
    [InlineData(60.5, 9, 54.8)]
    public void A_place_lies_in_a_polygon_or_so_far_outside(double latitude, double longitude, double kilometers)
    {
        GroundArea square = GroundArea.Of([At(60, 10), At(60, 11), At(61, 11), At(61, 10)]);

        Assert.Equal(kilometers, square.MetersOutside(At(latitude, longitude)) / 1000, kilometers * 0.02);
    }

    [Fact]
    public void A_polygon_over_the_antimeridian_is_one_piece()
    {
        GroundArea area = GroundArea.Of([At(-5, 178), At(-5, -178), At(5, -178), At(5, 178)]);

        Assert.Equal(0, area.MetersOutside(At(0, 180)));
        Assert.Equal(0, area.MetersOutside(At(0, -179)));
        Assert.InRange(area.MetersOutside(At(0, 176)), 200_000, 240_000);
    }

    [Fact]
    public void A_polygon_of_many_corners_is_nearly_its_circle() => Gen.Select(Gen.Double[-80, 80], Gen.Double[-180, 180], Gen.Double[1, 300], Gen.Double[0, 6.28], Gen.Double[0, 3]).Sample(
        (latitude, longitude, kilometers, azimuth, share) =>
        {
            Geodetic centre = At(latitude, longitude);
            double radius = kilometers * 1000;
            GroundArea polygon = GroundArea.Of([.. Enumerable.Range(0, 64).Select(i => Step(centre, i * Math.Tau / 64, radius))]);
            GroundArea circle = GroundArea.Circle(centre, radius);
            Geodetic place = Step(centre, azimuth, share * radius);

            Assert.Equal(circle.MetersOutside(place), polygon.MetersOutside(place), (0.01 * radius) + (0.02 * share * radius));
            Assert.Equal(circle.SquareMeters, polygon.SquareMeters, 0.02 * circle.SquareMeters);
        },
        iter: 300);

    [Theory]
    [InlineData(350, 20, 355, 0)]
    [InlineData(350, 20, 5, 0)]
    [InlineData(350, 20, 20, 10)]
    [InlineData(350, 20, 340, 10)]
    [InlineData(0, 360, 123, 0)]
    public void A_sector_reaches_over_north(double from, double width, double azimuth, double outside) => Assert.Equal(
        outside,
        double.RadiansToDegrees(new AzimuthSector(double.DegreesToRadians(from), double.DegreesToRadians(width)).RadiansOutside(double.DegreesToRadians(azimuth))),
        9);

    private static Geodetic At(double latitude, double longitude) => Geodetic.FromDegrees(latitude, longitude, 0);

    /// <summary>The place at a distance and azimuth on the sphere of the mean radius.</summary>
    private static Geodetic Step(Geodetic from, double azimuth, double meters)
    {
        double angle = meters / Wgs84.MeanRadiusMeters;
        double latitude = Math.Asin((Math.Sin(from.LatitudeRadians) * Math.Cos(angle)) + (Math.Cos(from.LatitudeRadians) * Math.Sin(angle) * Math.Cos(azimuth)));
        double longitude = from.LongitudeRadians + Math.Atan2(
            Math.Sin(azimuth) * Math.Sin(angle) * Math.Cos(from.LatitudeRadians), Math.Cos(angle) - (Math.Sin(from.LatitudeRadians) * Math.Sin(latitude)));
        return new Geodetic(latitude, Math.IEEERemainder(longitude, Math.Tau), 0);
    }
}
