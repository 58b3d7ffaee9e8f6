using JointWatch.Firmware.Geodesy;

namespace JointWatch.Firmware.Tests.Geodesy;

public sealed class HorizonTests
{
    [Theory]
    [InlineData(10, 13.0)]
    [InlineData(100, 41.2)]
    [InlineData(1000, 130.3)]
    public void The_radio_horizon_is_4_12_km_times_the_root_of_the_height_in_metres(double height, double kilometres)
    {
        // The rule of thumb d = 4.12 √h of ITU handbooks and of Skolnik's "Introduction to Radar Systems", section 8.2.
        Assert.Equal(kilometres, Horizon.TangentMeters(height, Horizon.RadioRadiusMeters) / 1000, 0.1);
    }

    [Theory]
    [InlineData(10, 11.3)]
    [InlineData(100, 35.7)]
    [InlineData(1000, 112.9)]
    public void The_geometric_horizon_is_3_57_km_times_the_root_of_the_height_in_metres(double height, double kilometres)
    {
        Assert.Equal(kilometres, Horizon.TangentMeters(height, Horizon.EarthRadiusMeters) / 1000, 0.1);
    }

    [Fact]
    public void A_low_flyer_beyond_the_horizon_is_hidden_and_a_high_one_is_not()
    {
        Assert.False(Horizon.InSight(20, 100, 100_000, Horizon.RadioRadiusMeters));
        Assert.True(Horizon.InSight(20, 1_000, 100_000, Horizon.RadioRadiusMeters));
    }

    [Fact]
    public void What_is_below_the_ellipsoid_has_no_horizon_of_its_own()
    {
        Assert.Equal(0, Horizon.TangentMeters(-30, Horizon.RadioRadiusMeters));
    }
}
