namespace JointWatch.Firmware.Sending
{
    /// <summary>
    /// How long to wait before the next attempt: twice as long each time up to a most, and of that a random half to whole, so that boards that
    /// lost one broker do not all come back at one instant.
    /// </summary>
    public sealed class Backoff
    {
        private readonly int leastMs;
        private readonly int mostMs;
        private readonly RandomSource random = new RandomSource();
        private int nextMs;

        /// <summary>A back-off between two limits, its jitter drawn from a seed.</summary>
        public Backoff(int leastMs, int mostMs, uint seed)
        {
            this.leastMs = leastMs;
            this.mostMs = mostMs;
            nextMs = leastMs;
            random.Seed(seed, leastMs);
        }

        /// <summary>The next wait, milliseconds.</summary>
        public int Next()
        {
            int wait = nextMs;
            nextMs = nextMs > mostMs / 2 ? mostMs : nextMs * 2;
            return (int)(wait * random.Uniform(0.5, 1));
        }

        /// <summary>Begins anew from the least.</summary>
        public void Reset()
        {
            nextMs = leastMs;
        }
    }
}
