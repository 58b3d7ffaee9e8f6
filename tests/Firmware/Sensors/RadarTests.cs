using JointWatch.Contract.Messages;
using JointWatch.Firmware.Sensors;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sensors;

public sealed class RadarTests
{
    private const int Looks = 4_000;

    [Theory]
    [InlineData(21.14, 1e-6, 0.90)]
    [InlineData(12.77, 1e-6, 0.50)]
    [InlineData(10, 1e-4, 0.4329)]
    public void A_Swerling_1_target_is_detected_as_theory_has_it(double snrDecibels, double falseAlarm, double expected)
    {
        // 21.1 dB for 0.9 at 1e-6: 13.1 dB of a steady target (Albersheim's equation) and a fluctuation loss of 8.0 dB (D. Barton, "Radar
        // Equations for Modern Radar", table of Swerling 1 losses). The others from P. Swerling's exponential law by hand.
        double probability = RadarDetection.Swerling1(RadarDetection.FromDecibels(snrDecibels), falseAlarm);

        Assert.Equal(expected, probability, 0.002);
    }

    [Fact]
    public void Theory_agrees_with_a_fluctuating_voltage_in_noise()
    {
        // From first principles: target and noise are complex Gaussian voltages; the threshold is on the power of their sum.
        RandomSource random = new();
        random.Seed(1, 1);
        double snr = RadarDetection.FromDecibels(12);
        double threshold = RadarDetection.Threshold(1e-4);
        int detected = 0;
        for (int i = 0; i < 100_000; i++)
        {
            double inPhase = (Math.Sqrt(snr / 2) * random.Gaussian()) + (Math.Sqrt(0.5) * random.Gaussian());
            double quadrature = (Math.Sqrt(snr / 2) * random.Gaussian()) + (Math.Sqrt(0.5) * random.Gaussian());
            detected += (inPhase * inPhase) + (quadrature * quadrature) > threshold ? 1 : 0;
        }

        Assert.Equal(RadarDetection.Swerling1(snr, 1e-4), detected / 100_000.0, 0.008);
    }

    [Fact]
    public void Half_the_range_is_twelve_decibels_and_ten_times_the_size_ten()
    {
        double reference = RadarDetection.MeanSnr(20, 1e6, 1, 1e6);

        Assert.Equal(20, reference, 1e-9);
        Assert.Equal(12.0412, RadarDetection.ToDecibels(RadarDetection.MeanSnr(20, 1e6, 1, 5e5) / reference), 0.001);
        Assert.Equal(10, RadarDetection.ToDecibels(RadarDetection.MeanSnr(20, 1e6, 10, 1e6) / reference), 1e-9);
    }

    [Theory]
    [InlineData(700_000)]
    [InlineData(1_500_000)]
    [InlineData(2_500_000)]
    public void A_target_is_seen_as_often_as_the_radar_equation_says(double range)
    {
        NodeSetup setup = Some.Radar();
        double snr = RadarDetection.FromDecibels(setup.ReferenceSnrDecibels) * Math.Pow(setup.ReferenceRangeMeters / range, 4);
        double expected = Math.Pow(1e-6, 1 / (1 + snr));

        int detections = Some.Looks(setup, Some.Still(range), Looks).Sum(r => r.Count);

        double error = 5 * Math.Sqrt(expected * (1 - expected) * Looks);
        Assert.InRange(detections, (expected * Looks) - error, (expected * Looks) + error);
    }

    [Fact]
    public void Measurements_scatter_about_the_truth_by_the_sigmas_of_the_birth()
    {
        NodeSetup setup = Some.Radar();
        List<double> range = [], azimuth = [], elevation = [], rangeRate = [];
        foreach (ReportMessage report in Some.Looks(setup, Some.Still(500_000, 30, 40), Looks))
        {
            for (int i = 0; i < report.Count; i++)
            {
                range.Add((report.RangeDm[i] * 0.1) - 500_000);
                azimuth.Add(report.AzimuthUrad[i] - (double.DegreesToRadians(30) * 1e6));
                elevation.Add(report.ElevationUrad[i] - (double.DegreesToRadians(40) * 1e6));
                rangeRate.Add(report.RangeRateCmps[i] * 0.01);
            }
        }

        Assert.InRange(range.Count, Looks * 9 / 10, Looks);
        AssertScatter(range, setup.RangeSigmaMeters);
        AssertScatter(azimuth, setup.AzimuthSigmaMicroradians);
        AssertScatter(elevation, setup.ElevationSigmaMicroradians);
        AssertScatter(rangeRate, setup.RangeRateSigmaMetersPerSecond);
    }

    [Fact]
    public void A_radar_without_Doppler_reports_no_range_rate()
    {
        NodeSetup setup = Some.Radar();
        setup.RangeRateSigmaMetersPerSecond = 0;
        setup.FalseDetectionsPerScan = 5;

        Assert.All(Some.Looks(setup, Some.Still(500_000), 100), r => Assert.All(r.RangeRateCmps[..r.Count], rate => Assert.Equal(0, rate)));
    }

    [Theory]
    [InlineData(500_000, 30, 1.0)]
    [InlineData(500_000, 140, 40)]
    [InlineData(3_100_000, 30, 40)]
    [InlineData(900, 30, 40)]
    public void What_stands_outside_the_field_of_view_is_not_seen(double range, double azimuth, double elevation)
    {
        NodeSetup setup = Some.Radar();
        setup.AzimuthStartDegrees = 300;
        setup.AzimuthWidthDegrees = 120;

        Assert.All(Some.Looks(setup, Some.Still(range, azimuth, elevation, crossSectionDecibels: 60), 50), r => Assert.Equal(0, r.Count));
    }

    [Theory]
    [InlineData(310)]
    [InlineData(0)]
    [InlineData(50)]
    public void A_field_of_view_reaches_over_north(double azimuth)
    {
        NodeSetup setup = Some.Radar();
        setup.AzimuthStartDegrees = 300;
        setup.AzimuthWidthDegrees = 120;

        Assert.All(Some.Looks(setup, Some.Still(100_000, azimuth, 40, crossSectionDecibels: 60), 50), r => Assert.Equal(1, r.Count));
    }

    [Fact]
    public void What_the_Earth_hides_is_not_seen()
    {
        NodeSetup setup = Some.Radar();
        setup.ElevationMinDegrees = -20;

        // Straight on at -3°, 400 km away, a body is some 13 km below where the radio horizon lets it be seen.
        Assert.All(Some.Looks(setup, Some.Still(400_000, 30, -3, crossSectionDecibels: 60), 50), r => Assert.Equal(0, r.Count));
    }

    [Fact]
    public void A_cold_sky_shows_false_detections_only_as_many_as_stated_and_everywhere_alike()
    {
        NodeSetup setup = Some.Radar();
        setup.FalseDetectionsPerScan = 3;
        List<double> azimuth = [], range = [], elevation = [];
        foreach (ReportMessage report in Some.Looks(setup, null, 3_000))
        {
            azimuth.AddRange(report.AzimuthUrad[..report.Count].Select(a => a * 1e-6 / Math.Tau));
            range.AddRange(report.RangeDm[..report.Count].Select(r => ((r * 0.1) - 1_000) / 2_999_000));
            elevation.AddRange(report.ElevationUrad[..report.Count].Select(e => (double.RadiansToDegrees(e * 1e-6) - 2) / 83));
            Assert.All(report.SnrCentidecibels[..report.Count], snr => Assert.True(snr >= 1100, $"{snr} is below the threshold"));
        }

        Assert.InRange(azimuth.Count, 9_000 - (5 * Math.Sqrt(9_000)), 9_000 + (5 * Math.Sqrt(9_000)));
        Assert.All(new[] { azimuth, range, elevation }, AssertUniform);
    }

    [Fact]
    public void Detections_stand_in_order_of_azimuth_so_that_order_tells_nothing()
    {
        NodeSetup setup = Some.Radar();
        setup.FalseDetectionsPerScan = 8;

        Assert.All(
            Some.Looks(setup, Some.Still(300_000, 200), 100),
            r => Assert.Equal(r.AzimuthUrad[..r.Count].Order(), r.AzimuthUrad[..r.Count]));
    }

    [Fact]
    public void A_flood_of_false_detections_stops_at_what_a_report_holds()
    {
        NodeSetup setup = Some.Radar();
        setup.FalseDetectionsPerScan = 200;
        NodeOptions options = new() { DetectionsPerReport = 20 };
        TestBench bench = new(setup, options);

        bench.Run(3_000);

        Assert.All(bench.Reports, r => Assert.Equal(20, r.Count));
    }

    [Fact]
    public void The_stated_probability_is_what_is_seen_of_a_square_metre_over_all_ranges()
    {
        NodeSetup setup = Some.Radar();
        uint permille = new TestBench(setup).Node.Birth.DetectionPermille;

        int seen = 0;
        const int Ranges = 200;
        for (int i = 0; i < Ranges; i++)
        {
            seen += Some.Looks(setup, Some.Still(10_000 + (2_980_000.0 * i / Ranges)), 20).Sum(r => r.Count);
        }

        Assert.Equal(seen / (Ranges * 20.0), permille / 1000.0, 0.03);
    }

    private static void AssertScatter(List<double> errors, double sigma)
    {
        double standard = sigma / Math.Sqrt(errors.Count);
        Assert.InRange(errors.Average(), -5 * standard, 5 * standard);
        Assert.InRange(Math.Sqrt(errors.Average(e => e * e)), sigma - (5 * standard), sigma + (5 * standard));
    }

    private static void AssertUniform(List<double> within)
    {
        // Kolmogorov-Smirnov: 1.95 / √n is passed by chance once in a thousand.
        within.Sort();
        double distance = within.Select((x, i) => Math.Abs(x - ((i + 0.5) / within.Count))).Max();
        Assert.True(distance < 1.95 / Math.Sqrt(within.Count), $"farthest from uniform by {distance}");
    }
}
