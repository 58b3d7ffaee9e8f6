using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Tests.Motion;

public sealed class SurroundingsTests
{
    private static readonly Surroundings Earth = Surroundings.Of(LocalFrame.At(Geodetic.FromDegrees(48, 12, 300)));
    private static readonly Surroundings Flat = Surroundings.Of(LocalFrame.Flat(new Vector3(2_000, 0, 10)));

    /// <summary>
    /// Normal gravity on the WGS-84 ellipsoid at the equator and at the pole, m/s² (NIMA TR8350.2, 3rd ed., table 3.4). The terms above J2, left out
    /// here, come to less than 1.5·10⁻⁴.
    /// </summary>
    [Theory]
    [InlineData(0, 9.7803253359)]
    [InlineData(90, 9.8321849379)]
    public void Gravity_at_rest_is_normal_gravity(double latitude, double expected)
    {
        Vector3 place = Geodetic.FromDegrees(latitude, 77, 0).ToEcef().Vector;

        Assert.Equal(expected, Earth.FreeFall(place, Vector3.Zero).Length, 1.5e-4);
    }

    [Fact]
    public void A_plumb_line_hangs_down()
    {
        Vector3 place = Geodetic.FromDegrees(45, -30, 0).ToEcef().Vector;

        Vector3 down = Earth.FreeFall(place, Vector3.Zero).Unit;

        Assert.Equal(-1, Vector3.Dot(down, Earth.Up(place)), 1e-10);
    }

    [Theory]
    [InlineData(0, 0, 12_000)]
    [InlineData(48, 12, 300)]
    [InlineData(-89.9, 170, 60_000)]
    [InlineData(45, -120, 200_000)]
    public void Height_and_vertical_are_near_the_geodetic(double latitude, double longitude, double height)
    {
        Geodetic place = Geodetic.FromDegrees(latitude, longitude, height);
        Vector3 position = place.ToEcef().Vector;

        Assert.Equal(height, Earth.HeightMeters(position), 1.2);
        Assert.True(Vector3.Cross(Earth.Up(position), LocalFrame.At(place).Up).Length < 1.2e-4);
    }

    [Fact]
    public void The_Earths_slopes_are_those_of_its_free_fall()
    {
        Vector3 position = Geodetic.FromDegrees(-20, 100, 80_000).ToEcef().Vector;
        Vector3 velocity = new(1_500, -900, 2_200);

        (Matrix3 byPosition, Matrix3 byVelocity) = Earth.FreeFallSlopes(position);

        Vector3 step = new(300, -200, 500);
        Vector3 byStep = (Earth.FreeFall(position + step, velocity) - Earth.FreeFall(position - step, velocity)) / 2;
        Vector3 byPush = (Earth.FreeFall(position, velocity + step) - Earth.FreeFall(position, velocity - step)) / 2;
        Assert.True((byStep - (byPosition * step)).Length < 0.01 * byStep.Length);
        Assert.True((byPush - (byVelocity * step)).Length < 1e-9 * byPush.Length);
    }

    [Fact]
    public void A_flat_world_has_standard_gravity_downwards()
    {
        Assert.Equal(new Vector3(0, 0, -9.80665), Flat.FreeFall(new Vector3(1, 2, 3), new Vector3(4, 5, 6)));
        Assert.Equal(1_234, Flat.HeightMeters(new Vector3(1, 2, 1_234)));
        Assert.Equal(new Vector3(0, 0, 1), Flat.Up(new Vector3(1, 2, 3)));
    }
}
