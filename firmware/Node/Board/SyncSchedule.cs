namespace JointWatch.Firmware.Board
{
    /// <summary>When to ask the time server: at once, after a failure again and ever more seldom, and twice an hour once it has answered.</summary>
    public sealed class SyncSchedule
    {
        /// <summary>Between two syncs that succeeded, milliseconds.</summary>
        public const int PeriodMs = 1_800_000;

        /// <summary>After the first failure, milliseconds.</summary>
        public const int RetryMinMs = 4_000;

        /// <summary>After many failures, milliseconds.</summary>
        public const int RetryMaxMs = 300_000;

        private long _dueMs = long.MinValue;
        private int _retryMs = RetryMinMs;

        /// <summary>Whether it is time to ask.</summary>
        public bool IsDue(long monotonicMs)
        {
            return monotonicMs >= _dueMs;
        }

        /// <summary>The server has answered, or has not.</summary>
        public void Done(bool answered, long monotonicMs)
        {
            _dueMs = monotonicMs + (answered ? PeriodMs : _retryMs);
            _retryMs = answered ? RetryMinMs : _retryMs > RetryMaxMs / 2 ? RetryMaxMs : _retryMs * 2;
        }
    }
}
