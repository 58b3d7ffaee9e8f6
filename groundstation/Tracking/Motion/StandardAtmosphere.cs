
namespace JointWatch.Tracking.Motion;

/// <summary>
/// Air density of the U.S. Standard Atmosphere, 1976 (NOAA-S/T 76-1562, sections 1.2 and 1.3): seven layers up to 86 km in which the temperature
/// is linear in geopotential height. Above, the density goes on falling by the scale height at 86 km: within a third of the tables up to 120 km,
/// where drag no longer matters to a tracker.
/// </summary>
internal static class StandardAtmosphere
{
    /// <summary>The top of the layers, metres above the sea, geometric.</summary>
    private const double TopMeters = 86_000;

    /// <summary>The lowest height that is told apart, metres.</summary>
    private const double BottomMeters = -5_000;

    /// <summary>The Earth's radius by which the standard turns geometric into geopotential height, metres.</summary>
    private const double RadiusMeters = 6_356_766;

    /// <summary>g₀ M₀ / R*, kelvin a metre of geopotential height: 9.80665 · 0.0289644 / 8.31432.</summary>
    private const double HydrostaticKelvinPerMeter = 9.80665 * 0.0289644 / 8.31432;

    private const double SeaLevelDensity = 1.225;

    /// <summary>From the top down: geopotential height of the layer's base (m), temperature there (K), its slope (K/m), density there (kg/m³).</summary>
    private static readonly Layer[] Layers = Build(
        (0, 288.15, -0.0065), (11_000, 216.65, 0), (20_000, 216.65, 0.001), (32_000, 228.65, 0.0028), (47_000, 270.65, 0), (51_000, 270.65, -0.0028),
        (71_000, 214.65, -0.002));

    private static readonly (double Density, double LogSlope) Top = WithinLayers(TopMeters);

    /// <summary>Density at a geometric height above the sea.</summary>
    /// <param name="heightMeters">The height; below -5 km as there.</param>
    /// <returns>The density, kg/m³, and the derivative of its logarithm by height, 1/m.</returns>
    public static (double KilogramsPerCubicMeter, double LogSlope) At(double heightMeters)
    {
        if (heightMeters > TopMeters)
        {
            return (Top.Density * Math.Exp(Top.LogSlope * (heightMeters - TopMeters)), Top.LogSlope);
        }

        return heightMeters > BottomMeters ? WithinLayers(heightMeters) : (WithinLayers(BottomMeters).Density, 0);
    }

    private static (double Density, double LogSlope) WithinLayers(double heightMeters)
    {
        double share = RadiusMeters / (RadiusMeters + heightMeters);
        double geopotential = share * heightMeters;
        int i = 0;
        while (i < Layers.Length - 1 && geopotential < Layers[i].Base)
        {
            i++;
        }

        Layer layer = Layers[i];
        double temperature = layer.Temperature + (layer.Slope * (geopotential - layer.Base));
        double logSlope = -(HydrostaticKelvinPerMeter + layer.Slope) / temperature * share * share;
        return (layer.DensityAt(geopotential), logSlope);
    }

    private static Layer[] Build(params ReadOnlySpan<(double Base, double Temperature, double Slope)> bases)
    {
        Layer[] layers = new Layer[bases.Length];
        double density = SeaLevelDensity;
        for (int i = 0; i < bases.Length; i++)
        {
            Layer layer = new(bases[i].Base, bases[i].Temperature, bases[i].Slope, density);
            layers[^(i + 1)] = layer;
            density = i + 1 < bases.Length ? layer.DensityAt(bases[i + 1].Base) : density;
        }

        return layers;
    }

    private readonly record struct Layer(double Base, double Temperature, double Slope, double Density)
    {
        /// <summary>Hydrostatic equilibrium of a perfect gas: the standard's equations 33a and 33b over temperature, equation 42.</summary>
        public double DensityAt(double geopotential)
        {
            double above = geopotential - Base;
            return Slope == 0
                ? Density * Math.Exp(-HydrostaticKelvinPerMeter * above / Temperature)
                : Density * Math.Pow((Temperature + (Slope * above)) / Temperature, -1 - (HydrostaticKelvinPerMeter / Slope));
        }
    }
}
