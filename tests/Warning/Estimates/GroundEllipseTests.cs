using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Calibration;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Estimates;

public sealed class GroundEllipseTests
{
    private static readonly GroundEllipse Spread = new(Geodetic.FromDegrees(60, 10, 0), 4_000, 500, 0.7);

    /// <summary>Places drawn from the normal distribution itself, so the expected shares are exact.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_region_holds_its_share_of_a_normal_distribution(double probability)
    {
        const int Draws = 20_000;
        SeededDraws draws = new(1);
        LocalFrame frame = LocalFrame.At(Spread.Center);
        (double sin, double cos) = Math.SinCos(Spread.MajorAxisAzimuthRadians);
        int inside = 0;
        for (int i = 0; i < Draws; i++)
        {
            (double major, double minor) = (Spread.SemiMajorMeters * draws.Normal(), Spread.SemiMinorMeters * draws.Normal());
            Vector3 place = frame.ToCommon(new Enu((major * sin) + (minor * cos), (major * cos) - (minor * sin), 0));
            inside += Spread.Region(probability).Contains(Wgs84.ToGeodetic(Ecef.FromVector(place))) ? 1 : 0;
        }

        Assert.InRange(inside / (double)Draws, probability - 0.015, probability + 0.015);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    public void A_probability_that_is_none_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Spread.Region(probability));
}
