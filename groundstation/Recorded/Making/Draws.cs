using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Making;

/// <summary>Random draws from a seed: the same seed gives the same set.</summary>
internal sealed class Draws(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public double Uniform(double min, double max) => min + ((max - min) * _random.NextDouble());

    public Vector3 InBox(Vector3 least, Vector3 greatest) =>
        new(Uniform(least.X, greatest.X), Uniform(least.Y, greatest.Y), Uniform(least.Z, greatest.Z));

    /// <summary>Gaussian with mean zero (G. Box, M. Muller, "A note on the generation of random normal deviates", 1958).</summary>
    public double Normal(double sigma) =>
        sigma * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());

    /// <summary>A Poisson count by multiplication of uniforms (D. Knuth, "The Art of Computer Programming" 2, section 3.4.1); mean below 500.</summary>
    public int Poisson(double mean)
    {
        double limit = Math.Exp(-mean);
        int count = 0;
        for (double product = _random.NextDouble(); product > limit; product *= _random.NextDouble())
        {
            count++;
        }

        return count;
    }

    public void Shuffle<T>(List<T> items) => _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
}
