namespace JointWatch.Emulation;

/// <summary>Chance from a seed, the same everywhere: xorshift64* (Vigna, 2016). Safe for several threads, in whose order it then lies.</summary>
public sealed class Chance
{
    private readonly Lock _gate = new();
    private ulong _state;

    public Chance(int seed) => _state = (unchecked((ulong)seed) * 0x9E3779B97F4A7C15) ^ 0x2545F4914F6CDD1D;

    /// <summary>Draws uniformly from 0 (included) to 1 (not).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a number from 0 to <paramref name="below"/> - 1.</summary>
    public int Next(int below) => (int)(NextDouble() * below);

    /// <summary>Draws true with a probability.</summary>
    public bool Hits(double probability) => probability > 0 && NextDouble() < probability;

    private ulong Next()
    {
        lock (_gate)
        {
            _state ^= _state >> 12;
            _state ^= _state << 25;
            _state ^= _state >> 27;
            return _state * 0x2545F4914F6CDD1D;
        }
    }
}
