using JointWatch.Contract.Messages;
using JointWatch.Firmware.Sensors;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sensors;

public sealed class InfraredTests
{
    private const int Looks = 2_000;

    [Theory]
    [InlineData(90, 0.999)]
    [InlineData(60, 1.150)]
    [InlineData(30, 1.990)]
    [InlineData(1, 26.300)]
    public void The_air_mass_is_that_of_Kasten_and_Young(double elevationDegrees, double expected)
    {
        // relative_AM(c(90, 60, 30, 1)) of the R package photobiology, which implements the same paper and rounds to three digits.
        Assert.Equal(expected, Atmosphere.AirMass(double.DegreesToRadians(elevationDegrees)), 0.0051 * expected);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841345)]
    [InlineData(-1.644854, 0.05)]
    [InlineData(3, 0.998650)]
    [InlineData(-40, 0)]
    [InlineData(40, 1)]
    public void The_normal_distribution_is_that_of_the_tables(double x, double expected)
    {
        Assert.Equal(expected, Normal.Cumulative(x), 1e-6);
    }

    [Fact]
    public void Straight_up_the_air_takes_what_the_setup_says_and_nothing_above_it()
    {
        Assert.Equal(0.8, Atmosphere.Transmission(0.8, 0, 200_000, Math.PI / 2, 200_000), 0.001);
        Assert.Equal(1, Atmosphere.Transmission(0.8, 100_000, 200_000, Math.PI / 2, 100_000), 0.001);
    }

    [Fact]
    public void On_level_ground_the_air_takes_its_share_of_every_kilometre()
    {
        // A path of one scale height at sea level holds as much air as all that is straight above.
        Assert.Equal(0.8, Atmosphere.Transmission(0.8, 0, 0, 0, Atmosphere.ScaleHeightMeters), 0.001);
        Assert.Equal(0.64, Atmosphere.Transmission(0.8, 0, 0, 0, 2 * Atmosphere.ScaleHeightMeters), 0.001);
    }

    [Theory]
    [InlineData(1_500_000, 10, 100_000)]
    [InlineData(1_500_000, 30, 1_000_000)]
    [InlineData(2_500_000, 40, 1_000_000)]
    public void A_burning_engine_is_seen_from_far(double range, double elevation, uint intensity)
    {
        int seen = Some.Looks(Some.Infrared(), Some.Still(range, 30, elevation, intensity: intensity), Looks).Sum(r => r.Count);

        Assert.Equal(Looks, seen);
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(1_000_000, false)]
    public void A_warm_body_is_seen_near_only(double range, bool seen)
    {
        int detections = Some.Looks(Some.Infrared(), Some.Still(range, 30, 60, intensity: 100), Looks).Sum(r => r.Count);

        Assert.InRange(detections, seen ? Looks * 99 / 100 : 0, seen ? Looks : Looks / 100);
    }

    [Fact]
    public void A_cold_body_is_not_seen()
    {
        Assert.All(Some.Looks(Some.Infrared(), Some.Still(50_000, intensity: 0), Looks), r => Assert.Equal(0, r.Count));
    }

    [Fact]
    public void Irradiance_falls_with_the_square_of_the_distance()
    {
        NodeSetup setup = Some.Infrared();
        setup.ZenithPermille = 1000;

        // 1e6 W/sr at 500 km is 4 µW/m², at 1000 km 1 µW/m².
        Assert.Equal(4_000, Some.Looks(setup, Some.Still(500_000, intensity: 1_000_000), Looks).Average(r => r.IrradianceNwpm2[0]), 1.0);
        Assert.Equal(1_000, Some.Looks(setup, Some.Still(1_000_000, intensity: 1_000_000), Looks).Average(r => r.IrradianceNwpm2[0]), 1.0);
    }

    [Fact]
    public void At_the_threshold_every_other_look_detects()
    {
        NodeSetup setup = Some.Infrared();
        setup.ZenithPermille = 1000;
        setup.NoiseIrradianceNanowatts = 80;

        // 1e5 W/sr at 500 km is 400 nW/m²: five times the noise, which is the threshold.
        int seen = Some.Looks(setup, Some.Still(500_000, intensity: 100_000), Looks).Sum(r => r.Count);

        Assert.InRange(seen, (Looks / 2) - (2.5 * Math.Sqrt(Looks)), (Looks / 2) + (2.5 * Math.Sqrt(Looks)));
    }

    [Fact]
    public void Angles_scatter_by_the_sigmas_of_the_birth()
    {
        NodeSetup setup = Some.Infrared();
        double[] azimuth = new double[Looks], elevation = new double[Looks];
        int look = 0;
        foreach (ReportMessage report in Some.Looks(setup, Some.Still(500_000, 300, 50, intensity: 500_000), Looks))
        {
            azimuth[look] = report.AzimuthUrad[0] - (double.DegreesToRadians(300) * 1e6);
            elevation[look++] = report.ElevationUrad[0] - (double.DegreesToRadians(50) * 1e6);
        }

        Assert.Equal(setup.AzimuthSigmaMicroradians, Math.Sqrt(azimuth.Average(e => e * e)), 16.0);
        Assert.Equal(setup.ElevationSigmaMicroradians, Math.Sqrt(elevation.Average(e => e * e)), 16.0);
    }

    [Fact]
    public void False_detections_come_as_often_as_stated_and_lie_just_above_the_threshold()
    {
        NodeSetup setup = Some.Infrared();
        setup.FalseDetectionsPerScan = 2;
        setup.NoiseIrradianceNanowatts = 100;
        List<uint> irradiances = [];
        foreach (ReportMessage report in Some.Looks(setup, null, Looks))
        {
            irradiances.AddRange(report.IrradianceNwpm2[..report.Count]);
        }

        Assert.InRange(irradiances.Count, 4_000 - (5 * Math.Sqrt(4_000)), 4_000 + (5 * Math.Sqrt(4_000)));
        Assert.InRange(irradiances.Min(), 500u, 501u);
        Assert.Equal(520, irradiances.Average(i => i), 2.0);
    }

    [Fact]
    public void The_stated_probability_is_what_is_seen_of_burning_warm_and_cold_bodies_over_all_ranges()
    {
        NodeSetup setup = Some.Infrared();
        uint permille = new TestBench(setup).Node.Birth.DetectionPermille;

        int seen = 0;
        const int Ranges = 200;
        foreach (uint intensity in new uint[] { 100_000, 100, 0 })
        {
            for (int i = 0; i < Ranges; i++)
            {
                seen += Some.Looks(setup, Some.Still(10_000 + (2_980_000.0 * i / Ranges), 30, 30, intensity: intensity), 5).Sum(r => r.Count);
            }
        }

        Assert.Equal(seen / (3.0 * Ranges * 5), permille / 1000.0, 0.02);
    }
}
