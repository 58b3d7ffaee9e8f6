namespace JointWatch.Warning.Calibration;

/// <summary>Random numbers by seed.</summary>
internal sealed class SeededDraws(int seed)
{
    private readonly Random _random = new(seed);

    public double Between(double least, double most) => least + ((most - least) * _random.NextDouble());

    /// <summary>A standard normal number by the method of Box and Muller (1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());
}
