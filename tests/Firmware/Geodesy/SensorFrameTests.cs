using CsCheck;
using JointWatch.Firmware.Geodesy;
using JointWatch.Firmware.Sky;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Firmware.Tests.Geodesy;

public sealed class SensorFrameTests
{
    [Fact]
    public void A_published_place_has_its_published_coordinates()
    {
        // EPSG Guidance Note 7-2, coordinate conversion 9602 (geographic/geocentric), worked example on WGS 84.
        double latitude = double.DegreesToRadians(53 + (48 / 60.0) + (33.820 / 3600));
        double longitude = double.DegreesToRadians(2 + (7 / 60.0) + (46.380 / 3600));

        SensorFrame frame = new(latitude, longitude, 73.0);

        Assert.Equal(3_771_793.968, frame.X, 0.001);
        Assert.Equal(140_253.342, frame.Y, 0.001);
        Assert.Equal(5_124_304.349, frame.Z, 0.001);
    }

    [Fact]
    public void Node_and_station_see_a_body_in_the_same_direction()
    {
        Gen.Select(Gen.Double[-89.9, 89.9], Gen.Double[-180, 180], Gen.Double[-500, 9000], Gen.Double[100, 3e6], Gen.Double[0, 6.28], Gen.Double[-1.5, 1.5])
            .Sample((latitude, longitude, height, range, azimuth, elevation) =>
            {
                Geodetic place = Geodetic.FromDegrees(latitude, longitude, height);
                LocalFrame station = LocalFrame.At(place);
                Vector3 at = station.ToCommon(Enu.FromSpherical(range, azimuth, elevation));
                Vector3 velocity = new(3000, -2000, 1500);
                SkyBody body = new() { X = at.X, Y = at.Y, Z = at.Z, VelocityX = velocity.X, VelocityY = velocity.Y, VelocityZ = velocity.Z };
                Sighting sighting = new();

                new SensorFrame(place.LatitudeRadians, place.LongitudeRadians, height).Look(body, sighting);

                Assert.Equal(range, sighting.Range, 1e-6 * range);
                Assert.Equal(0, Math.IEEERemainder(azimuth - sighting.Azimuth, Math.Tau), 1e-6);
                Assert.Equal(elevation, sighting.Elevation, 1e-8);
                Vector3 sight = (at - station.Origin) / range;
                Assert.Equal(Vector3.Dot(sight, velocity), sighting.RangeRate, 1e-4);
            });
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(100_000, 30)]
    [InlineData(1_000_000, 150)]
    public void Rough_height_is_as_rough_as_it_says(double height, double error)
    {
        for (int latitude = -90; latitude <= 90; latitude += 5)
        {
            Ecef place = Geodetic.FromDegrees(latitude, 33, height).ToEcef();

            double rough = Firmware.Geodesy.Wgs84.RoughHeightMeters(place.XMeters, place.YMeters, place.ZMeters);

            Assert.InRange(rough, height - error, height + error);
        }
    }
}
