using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Tests.Motion;

public sealed class StandardAtmosphereTests
{
    /// <summary>"U.S. Standard Atmosphere, 1976" (NOAA-S/T 76-1562), table I: density over geometric height.</summary>
    [Theory]
    [InlineData(0, 1.2250)]
    [InlineData(2_000, 1.0066)]
    [InlineData(5_000, 0.73643)]
    [InlineData(10_000, 0.41351)]
    [InlineData(15_000, 0.19476)]
    [InlineData(20_000, 0.088910)]
    [InlineData(25_000, 0.040084)]
    [InlineData(30_000, 0.018410)]
    [InlineData(40_000, 3.9957e-3)]
    [InlineData(50_000, 1.0269e-3)]
    [InlineData(60_000, 3.0968e-4)]
    [InlineData(70_000, 8.2829e-5)]
    [InlineData(86_000, 6.958e-6)]
    public void Density_is_that_of_the_tables(double height, double expected)
    {
        (double density, _) = StandardAtmosphere.At(height);

        Assert.Equal(expected, density, 2e-4 * expected);
    }

    /// <summary>The same table: 100 km 5.604e-7, 120 km 2.222e-8 kg/m³.</summary>
    [Theory]
    [InlineData(100_000, 5.604e-7)]
    [InlineData(120_000, 2.222e-8)]
    public void Above_its_layers_it_is_near_the_tables(double height, double expected)
    {
        (double density, _) = StandardAtmosphere.At(height);

        Assert.InRange(density, expected / 1.45, expected * 1.45);
    }

    [Fact]
    public void It_has_no_steps_and_its_slope_is_the_slope()
    {
        for (double height = -4_900; height < 150_000; height += 97)
        {
            (double density, double slope) = StandardAtmosphere.At(height);
            (double above, _) = StandardAtmosphere.At(height + 1);

            // Temperature's slope changes at the layers' edges, and with it that of the density, by a fifth at most.
            Assert.Equal(slope, Math.Log(above / density), 0.25 * Math.Abs(slope));
        }
    }

    [Fact]
    public void Below_the_lowest_height_it_stays_the_same()
    {
        Assert.Equal(StandardAtmosphere.At(-5_000).KilogramsPerCubicMeter, StandardAtmosphere.At(-50_000).KilogramsPerCubicMeter);
    }
}
