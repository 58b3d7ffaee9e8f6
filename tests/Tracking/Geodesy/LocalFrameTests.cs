using CsCheck;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Geodesy;

public sealed class LocalFrameTests
{
    private static readonly Gen<LocalFrame> Frames =
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], (latitude, longitude) => LocalFrame.At(Geodetic.FromDegrees(latitude, longitude, 100)));

    [Fact]
    public void A_point_comes_back_from_a_local_frame()
    {
        Gen.Select(Frames, Gen.Double[-1e6, 1e6], Gen.Double[-1e6, 1e6], Gen.Double[-1e6, 1e6]).Sample((frame, x, y, z) =>
        {
            Vector3 point = frame.Origin + new Vector3(x, y, z);
            return (frame.ToCommon(frame.ToLocal(point)) - point).Length < 1e-6;
        });
    }

    [Fact]
    public void East_north_and_up_form_a_right_handed_orthonormal_set()
    {
        Frames.Sample(frame => (Vector3.Cross(frame.East, frame.North) - frame.Up).Length < 1e-12 && Math.Abs(frame.Up.Length - 1) < 1e-12);
    }

    [Fact]
    public void Up_is_where_height_grows()
    {
        LocalFrame frame = LocalFrame.At(Geodetic.FromDegrees(47, 11, 500));

        Enu above = frame.ToLocal(Geodetic.FromDegrees(47, 11, 1_500).ToEcef().Vector);

        Assert.Equal(1_000, above.UpMeters, 1e-6);
        Assert.Equal(0, above.EastMeters, 1e-6);
        Assert.Equal(0, above.NorthMeters, 1e-6);
    }

    [Theory]
    [InlineData(1, 0, 90)]
    [InlineData(0, 1, 0)]
    [InlineData(-1, 0, 270)]
    [InlineData(0, -1, 180)]
    public void Azimuth_runs_clockwise_from_north(double east, double north, double degrees)
    {
        Assert.Equal(degrees, double.RadiansToDegrees(new Enu(east, north, 0).AzimuthRadians), 1e-9);
    }

    [Fact]
    public void Range_azimuth_and_elevation_give_the_point_again()
    {
        Gen.Select(Gen.Double[1, 1e6], Gen.Double[0, 6.28], Gen.Double[-1.57, 1.57]).Sample((range, azimuth, elevation) =>
        {
            Enu point = Enu.FromSpherical(range, azimuth, elevation);
            Enu again = Enu.FromSpherical(point.RangeMeters, point.AzimuthRadians, point.ElevationRadians);
            return Math.Abs(point.EastMeters - again.EastMeters) < 1e-6
                && Math.Abs(point.NorthMeters - again.NorthMeters) < 1e-6
                && Math.Abs(point.UpMeters - again.UpMeters) < 1e-6;
        });
    }

    [Fact]
    public void Places_and_vectors_can_be_written_out()
    {
        Assert.Equal("(1.5, 0, -3)", new Vector3(1.5, 0, -3).ToString());
        Assert.Contains("XMeters = 1.5", new Ecef(1.5, 0, -3).ToString(), StringComparison.Ordinal);
    }
}
