using JointWatch.Exercises.Rockets;

namespace JointWatch.Exercise.Tests.Rockets;

public class AtmosphereTests
{
    /// <summary>U.S. Standard Atmosphere, 1976 (NOAA-S/T 76-1562), table I, by geometric altitude.</summary>
    [Theory]
    [InlineData(0, 1.2250)]
    [InlineData(5_000, 0.73643)]
    [InlineData(10_000, 0.41351)]
    [InlineData(20_000, 0.088910)]
    [InlineData(30_000, 0.018410)]
    [InlineData(40_000, 0.0039957)]
    [InlineData(50_000, 0.0010269)]
    [InlineData(60_000, 0.00030968)]
    [InlineData(70_000, 0.000082829)]
    [InlineData(80_000, 0.000018458)]
    public void Density_agrees_with_the_standards_table(double heightMeters, double density)
    {
        Assert.Equal(density, Atmosphere1976.DensityKilogramsPerCubicMeter(heightMeters), density * 2e-4);
    }

    [Fact]
    public void Density_falls_with_height_without_a_step()
    {
        double below = Atmosphere1976.DensityKilogramsPerCubicMeter(0);
        for (double height = 10; height < 200_000; height += 10)
        {
            double density = Atmosphere1976.DensityKilogramsPerCubicMeter(height);
            Assert.InRange(density / below, 0.997, 1);
            below = density;
        }
    }
}
