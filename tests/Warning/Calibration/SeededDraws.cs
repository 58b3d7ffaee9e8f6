namespace JointWatch.Warning.Calibration;

/// <summary>
/// Random numbers by seed. Seeds that follow one another are mixed first (the finaliser of SplitMix64: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014), for their first numbers would rise in step.
/// </summary>
internal sealed class SeededDraws(int seed)
{
    private readonly Random _random = new(Mixed((ulong)seed));

    private static int Mixed(ulong seed)
    {
        ulong z = seed * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) & int.MaxValue);
    }

    public double Between(double least, double most) => least + ((most - least) * _random.NextDouble());

    /// <summary>A standard normal number by the method of Box and Muller (1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());
}
