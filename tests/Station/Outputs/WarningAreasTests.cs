using JointWatch.Station.Outputs.Areas;
using JointWatch.Warnings;

namespace JointWatch.Station.Tests.Outputs;

public sealed class WarningAreasTests
{
    /// <summary>1.17741 and 2.14597 sigmas: the quantiles of the Rayleigh distribution for 50 and 90 %.</summary>
    [Fact]
    public void The_areas_of_a_launch_are_the_ellipses_that_hold_it_not_circles_about_them()
    {
        LaunchEstimate launch = SomeWarnings.Launch();
        launch = launch with { Spread = new GroundEllipse(launch.Point, 4_000, 500, 0.7) };
        IReadOnlyList<WarningArea> areas = WarningAreas.Of(SomeWarnings.Warning(launch: launch));

        Assert.Equal([0.5, 0.9], areas.Select(a => a.Probability));
        Assert.Equal([4_709.6, 8_583.9], areas.Select(a => Math.Round(a.SemiMajorMeters, 1)));
        Assert.Equal([588.7, 1_073.0], areas.Select(a => Math.Round(a.SemiMinorMeters, 1)));
        Assert.All(areas, a => Assert.Equal(0.7, a.MajorAxisAzimuthRadians));
    }
}
