namespace JointWatch.Tracking.Tests.Numerics;

/// <summary>
/// The generator SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), for statistics over
/// many draws: .NET's own generator, if given a seed, is Knuth's subtractive one, whose correlations show in them.
/// </summary>
internal sealed class SplitMix(ulong seed) : Random
{
    private ulong _state = seed;

    /// <inheritdoc/>
    public override double NextDouble() => Sample();

    /// <inheritdoc/>
    protected override double Sample()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1L << 53));
    }
}
