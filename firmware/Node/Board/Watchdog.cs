namespace JointWatch.Firmware.Board
{
    /// <summary>Says which loop has not beaten within its deadline. One thread looks; the loops beat from their own.</summary>
    public sealed class Watchdog
    {
        /// <summary>A look that comes so late says that the whole machine stood still (a TLS handshake in native code does that), no loop alone.</summary>
        public const int StandstillMs = 5_000;

        private readonly object _lock = new object();
        private readonly string[] _names;
        private readonly int[] _deadlinesMs;
        private readonly long[] _beatsMs;
        private long _lookedMs;

        /// <summary>A watchdog of loops with names and deadlines, all of which have just beaten.</summary>
        public Watchdog(string[] names, int[] deadlinesMs, long monotonicMs)
        {
            _names = names;
            _deadlinesMs = deadlinesMs;
            _beatsMs = new long[names.Length];
            _lookedMs = monotonicMs;
            for (int i = 0; i < _beatsMs.Length; i++)
            {
                _beatsMs[i] = monotonicMs;
            }
        }

        /// <summary>A loop is alive.</summary>
        public void Beat(int loop, long monotonicMs)
        {
            // Under a lock: a board writes 64 bits in two halves.
            lock (_lock)
            {
                _beatsMs[loop] = monotonicMs;
            }
        }

        /// <summary>Looks at the beats; at least once a second.</summary>
        /// <returns>What hangs, in words, or null.</returns>
        public string? Look(long monotonicMs)
        {
            lock (_lock)
            {
                long gap = monotonicMs - _lookedMs;
                _lookedMs = monotonicMs;
                for (int i = 0; i < _beatsMs.Length; i++)
                {
                    if (gap >= StandstillMs)
                    {
                        _beatsMs[i] += gap;
                    }
                    else if (monotonicMs - _beatsMs[i] > _deadlinesMs[i])
                    {
                        return _names[i] + " has not moved for " + ((monotonicMs - _beatsMs[i]) / 1000).ToString() + " s";
                    }
                }
            }

            return null;
        }
    }
}
