using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Measurement;

public sealed class VisibilityTests
{
    private static readonly LocalFrame OnEarth = LocalFrame.At(Geodetic.FromDegrees(30, -80, 10));

    [Theory]
    [InlineData(50_000, 90, 20, true)]
    [InlineData(500, 90, 20, false)]
    [InlineData(400_000, 90, 20, false)]
    [InlineData(50_000, 90, 1, false)]
    [InlineData(50_000, 90, 75, false)]
    [InlineData(50_000, 359, 20, true)]
    [InlineData(50_000, 1, 20, true)]
    [InlineData(50_000, 180, 20, false)]
    public void Only_what_is_inside_the_field_of_view_could_be_seen(double range, double azimuthDegrees, double elevationDegrees, bool expected)
    {
        // From azimuth 300 degrees over north to 120.
        FieldOfView field = new(
            double.DegreesToRadians(300), double.DegreesToRadians(180), double.DegreesToRadians(2), double.DegreesToRadians(70), 1_000, 300_000);
        Visibility visibility = new(Some.Radar("R1", OnEarth) with { FieldOfView = field });

        Assert.Equal(expected, visibility.CouldSee(OnEarth.ToCommon(
            Enu.FromSpherical(range, double.DegreesToRadians(azimuthDegrees), double.DegreesToRadians(elevationDegrees)))));
    }

    [Theory]
    [InlineData(300_000, 5_000, false)]
    [InlineData(300_000, 12_000, true)]
    public void The_Earth_hides_what_is_below_the_horizon(double groundDistance, double height, bool expected)
    {
        // The dip of the Earth below the horizontal at 300 km is d²/2R, 7.1 km.
        FieldOfView field = new(0, Math.Tau, -0.1, 1.5, 0, 1e6);
        Visibility visibility = new(Some.Radar("R1", OnEarth) with { FieldOfView = field });
        double degreesNorth = double.RadiansToDegrees(groundDistance / Wgs84.MeanRadiusMeters);

        Assert.Equal(expected, visibility.CouldSee(Geodetic.FromDegrees(30 + degreesNorth, -80, height).ToEcef().Vector));
    }

    [Fact]
    public void A_flat_world_has_no_horizon()
    {
        FieldOfView field = new(0, Math.Tau, -0.5, 1.5, 0, 1e6);
        Visibility visibility = new(Some.Radar("R1", LocalFrame.Flat(Vector3.Zero)) with { FieldOfView = field });

        Assert.True(visibility.CouldSee(new Vector3(300_000, 0, -1_000)));
    }
}
