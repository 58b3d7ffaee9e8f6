using CsCheck;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Geodesy;

public sealed class Wgs84Tests
{
    /// <summary>IOGP Publication 373-7-2 (EPSG Guidance Note 7-2), section "Geographic/geocentric conversions", WGS 84 example.</summary>
    [Fact]
    public void The_EPSG_guidance_note_example_comes_out_to_the_centimetre()
    {
        Geodetic place = Geodetic.FromDegrees(53 + (48 / 60.0) + (33.820 / 3600), 2 + (7 / 60.0) + (46.380 / 3600), 73);

        Ecef cartesian = place.ToEcef();

        Assert.Equal(3_771_793.97, cartesian.XMeters, 0.01);
        Assert.Equal(140_253.34, cartesian.YMeters, 0.01);
        Assert.Equal(5_124_304.35, cartesian.ZMeters, 0.01);
    }

    /// <summary>The example of GeographicLib's manual page CartConvert(1): 33.3 44.4 6000.</summary>
    [Fact]
    public void The_GeographicLib_example_comes_out_to_the_centimetre()
    {
        Ecef cartesian = Geodetic.FromDegrees(33.3, 44.4, 6_000).ToEcef();

        Assert.Equal(3_816_209.60, cartesian.XMeters, 0.006);
        Assert.Equal(3_737_108.55, cartesian.YMeters, 0.006);
        Assert.Equal(3_485_109.57, cartesian.ZMeters, 0.006);
    }

    /// <summary>The same manual page, with -l 33 44 20: the place in the local east-north-up frame of another.</summary>
    [Fact]
    public void The_GeographicLib_local_example_comes_out_to_the_centimetre()
    {
        LocalFrame frame = LocalFrame.At(Geodetic.FromDegrees(33, 44, 20));

        Enu local = frame.ToLocal(Geodetic.FromDegrees(33.3, 44.4, 6_000).ToEcef().Vector);

        Assert.Equal(37_288.97, local.EastMeters, 0.01);
        Assert.Equal(33_374.29, local.NorthMeters, 0.01);
        Assert.Equal(5_783.64, local.UpMeters, 0.01);
    }

    /// <summary>Semi-axes of NGA.STND.0036 table 3.5.</summary>
    [Theory]
    [InlineData(0, 0, 6_378_137.0, 0, 0)]
    [InlineData(0, 90, 0, 6_378_137.0, 0)]
    [InlineData(0, 180, -6_378_137.0, 0, 0)]
    [InlineData(90, 0, 0, 0, 6_356_752.3142)]
    [InlineData(-90, 123, 0, 0, -6_356_752.3142)]
    public void The_axes_are_those_of_the_standard(double latitude, double longitude, double x, double y, double z)
    {
        Ecef place = Geodetic.FromDegrees(latitude, longitude, 0).ToEcef();

        Assert.Equal(x, place.XMeters, 1e-4);
        Assert.Equal(y, place.YMeters, 1e-4);
        Assert.Equal(z, place.ZMeters, 1e-4);
    }

    [Fact]
    public void A_place_comes_back_from_Cartesian_to_the_micrometre_up_to_geostationary_height()
    {
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[-10_000, 36_000_000]).Sample((latitude, longitude, height) =>
        {
            Ecef there = Geodetic.FromDegrees(latitude, longitude, height).ToEcef();
            Ecef back = Wgs84.ToGeodetic(there).ToEcef();
            return there.DistanceTo(back) < 1e-6;
        });
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public void A_pole_keeps_its_latitude_and_height(double latitude)
    {
        Geodetic back = Wgs84.ToGeodetic(Geodetic.FromDegrees(latitude, 17, 1_234).ToEcef());

        Assert.Equal(latitude, back.LatitudeDegrees, 1e-9);
        Assert.Equal(1_234, back.HeightMeters, 1e-6);
    }

    [Fact]
    public void Places_on_both_sides_of_the_antimeridian_are_near()
    {
        Ecef west = Geodetic.FromDegrees(10, 179.9999, 0).ToEcef();
        Ecef east = Geodetic.FromDegrees(10, -179.9999, 0).ToEcef();

        // 0.0002 degrees of longitude at latitude 10, on a sphere of the semi-major axis: 21.9 m.
        Assert.Equal(21.9, west.DistanceTo(east), 0.2);
        Assert.Equal(-179.9999, Wgs84.ToGeodetic(east).LongitudeDegrees, 1e-9);
    }
}
