namespace JointWatch.Firmware.Sending
{
    /// <summary>
    /// How long to wait before the next attempt: twice as long each time up to a most, and of that a random half to whole, so that boards that
    /// lost one broker do not all come back at one instant.
    /// </summary>
    public sealed class Backoff
    {
        private readonly int _leastMs;
        private readonly int _mostMs;
        private readonly RandomSource _random = new RandomSource();
        private int _nextMs;

        /// <summary>A back-off between two limits, its jitter drawn from a seed.</summary>
        public Backoff(int leastMs, int mostMs, uint seed)
        {
            _leastMs = leastMs;
            _mostMs = mostMs;
            _nextMs = leastMs;
            _random.Seed(seed, leastMs);
        }

        /// <summary>The next wait, milliseconds.</summary>
        public int Next()
        {
            int wait = _nextMs;
            _nextMs = _nextMs > _mostMs / 2 ? _mostMs : _nextMs * 2;
            return (int)(wait * _random.Uniform(0.5, 1));
        }

        /// <summary>Begins anew from the least.</summary>
        public void Reset()
        {
            _nextMs = _leastMs;
        }
    }
}
