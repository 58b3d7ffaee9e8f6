namespace JointWatch.Exercises.Rockets;

/// <summary>
/// Air density of the U.S. Standard Atmosphere, 1976 (NOAA-S/T 76-1562, tables 4 and equations 18, 33a, 33b) up to 86 km; above, where
/// it matters little, it falls off with the scale height there.
/// </summary>
public static class Atmosphere1976
{
    private const double EffectiveEarthRadiusMeters = 6_356_766;
    private const double Gravity = 9.80665;
    private const double GasConstant = 287.05287;
    private const double TopGeopotentialMeters = 84_852;
    private const double ScaleHeightAboveMeters = 5_600;

    /// <summary>Geopotential height, temperature and its lapse rate at the base of each layer; the pressure follows from below.</summary>
    private static readonly (double BaseMeters, double Kelvin, double KelvinPerMeter)[] Layers =
    [
        (0, 288.15, -0.0065),
        (11_000, 216.65, 0),
        (20_000, 216.65, 0.001),
        (32_000, 228.65, 0.0028),
        (47_000, 270.65, 0),
        (51_000, 270.65, -0.0028),
        (71_000, 214.65, -0.002),
    ];

    private static readonly double[] BasePascals = Pressures();

    /// <summary>Density at a geometric height above mean sea level, kg/m³. Below the sea: as on it.</summary>
    public static double DensityKilogramsPerCubicMeter(double heightMeters)
    {
        double geopotential = EffectiveEarthRadiusMeters * heightMeters / (EffectiveEarthRadiusMeters + heightMeters);
        if (geopotential <= 0)
        {
            return DensityInLayer(0, 0);
        }

        if (geopotential > TopGeopotentialMeters)
        {
            return DensityInLayer(Layers.Length - 1, TopGeopotentialMeters) * Math.Exp((TopGeopotentialMeters - geopotential) / ScaleHeightAboveMeters);
        }

        int layer = Layers.Length - 1;
        while (Layers[layer].BaseMeters > geopotential)
        {
            layer--;
        }

        return DensityInLayer(layer, geopotential);
    }

    private static double DensityInLayer(int layer, double geopotential)
    {
        double temperature = Layers[layer].Kelvin + (Layers[layer].KelvinPerMeter * (geopotential - Layers[layer].BaseMeters));
        return PressureInLayer(BasePascals[layer], layer, geopotential) / (GasConstant * temperature);
    }

    private static double PressureInLayer(double basePressure, int layer, double geopotential)
    {
        (double bottom, double kelvin, double lapse) = Layers[layer];
        return lapse == 0
            ? basePressure * Math.Exp(-Gravity * (geopotential - bottom) / (GasConstant * kelvin))
            : basePressure * Math.Pow(kelvin / (kelvin + (lapse * (geopotential - bottom))), Gravity / (GasConstant * lapse));
    }

    private static double[] Pressures()
    {
        double[] pressures = new double[Layers.Length];
        pressures[0] = 101_325;
        for (int i = 1; i < pressures.Length; i++)
        {
            pressures[i] = PressureInLayer(pressures[i - 1], i - 1, Layers[i].BaseMeters);
        }

        return pressures;
    }
}
