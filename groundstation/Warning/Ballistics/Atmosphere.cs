namespace JointWatch.Warnings.Ballistics;

/// <summary>
/// Air density of the U.S. Standard Atmosphere, 1976 (NOAA-S/T 76-1562, table 1), its logarithm interpolated between tabulated heights:
/// within 1.5 % of the tables' model up to 90 km, at the cost of one exponential.
/// </summary>
internal static class Atmosphere
{
    /// <summary>Above it drag is left out: less than 0.1 mm/s² on any body that this stage follows.</summary>
    public const double TopMeters = 150_000;

    private const double LowStepMeters = 2_000;
    private const double LowTopMeters = 20_000;
    private const double HighStepMeters = 5_000;

    /// <summary>kg/m³ at 0, 2, ... 20 km.</summary>
    private static readonly double[] LowLogarithms = Logarithms(
        1.2250, 1.0066, 0.81935, 0.66011, 0.52579, 0.41351, 0.31194, 0.22786, 0.16647, 0.12165, 0.088910);

    /// <summary>kg/m³ at 20, 25, ... 150 km.</summary>
    private static readonly double[] HighLogarithms = Logarithms(
        0.088910, 0.040084, 0.018410, 8.4634e-3, 3.9957e-3, 1.9663e-3, 1.0269e-3, 5.6810e-4, 3.0968e-4, 1.6321e-4, 8.2829e-5,
        3.9921e-5, 1.8458e-5, 8.220e-6, 3.416e-6, 1.393e-6, 5.604e-7, 2.325e-7, 9.708e-8, 4.289e-8, 2.222e-8, 1.282e-8, 8.152e-9,
        5.464e-9, 3.831e-9, 2.781e-9, 2.076e-9);

    /// <summary>Density at a geometric height, kg/m³: below the sea as on it, above <see cref="TopMeters"/> zero.</summary>
    public static double DensityKilogramsPerCubicMeter(double heightMeters)
    {
        if (heightMeters <= 0)
        {
            return 1.2250;
        }

        return heightMeters < LowTopMeters ? Between(LowLogarithms, heightMeters / LowStepMeters)
            : heightMeters < TopMeters ? Between(HighLogarithms, (heightMeters - LowTopMeters) / HighStepMeters)
            : 0;
    }

    private static double Between(double[] logarithms, double steps)
    {
        int below = (int)steps;
        return Math.Exp(double.Lerp(logarithms[below], logarithms[below + 1], steps - below));
    }

    private static double[] Logarithms(params ReadOnlySpan<double> densities)
    {
        double[] logarithms = new double[densities.Length];
        for (int i = 0; i < densities.Length; i++)
        {
            logarithms[i] = Math.Log(densities[i]);
        }

        return logarithms;
    }
}
