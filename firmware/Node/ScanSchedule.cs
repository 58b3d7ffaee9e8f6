namespace JointWatch.Firmware
{
    /// <summary>
    /// When to scan: at origin + offset + k · period of the clock in use, k = 0, 1, 2 ... The origin is the exercise's start, or 1970 without one.
    /// So at N exercise seconds a second there are N times as many scans, each at exactly its own instant.
    /// </summary>
    public sealed class ScanSchedule
    {
        /// <summary>The shortest period of the contract.</summary>
        public const uint PeriodMinUs = 10_000;

        /// <summary>The longest period of the contract.</summary>
        public const uint PeriodMaxUs = 60_000_000;

        /// <summary>How much a clock may go back without being followed: at 1000 exercise seconds a second, 60 ms of delay in the network.</summary>
        private const long SetBackUs = 60_000_000;

        private readonly long offsetUs;
        private readonly int scansBehind;
        private long originUs;
        private long nextUs;
        private long floorUs;
        private bool started;

        /// <summary>A schedule that leaves scans out rather than be further behind than so many.</summary>
        public ScanSchedule(uint periodUs, uint offsetUs, int scansBehind)
        {
            PeriodUs = periodUs;
            this.offsetUs = offsetUs;
            this.scansBehind = scansBehind;
        }

        /// <summary>Gets the period, microseconds.</summary>
        public long PeriodUs { get; private set; }

        /// <summary>Gets how many scans were left out because the board could not keep up.</summary>
        public long Skipped { get; private set; }

        /// <summary>Changes the period; scans go on at the new grid's next instant.</summary>
        public void SetPeriod(uint periodUs)
        {
            PeriodUs = periodUs;
            Resume();
        }

        /// <summary>Goes on at the next instant from now on, after a stop; the scans in between are not made up for.</summary>
        public void Resume()
        {
            started = false;
        }

        /// <summary>Goes over to another clock, whose grid begins at an origin.</summary>
        public void Restart(long origin)
        {
            originUs = origin;
            floorUs = 0;
            started = false;
        }

        /// <summary>Takes the next scan that is due.</summary>
        /// <returns>False where none is due.</returns>
        public bool TryTake(long nowUs, out long scanUs)
        {
            // A clock that has been set back far is followed; less is a correction, or a fast exercise that paused, and scans just wait.
            long far = SetBackUs + (2 * PeriodUs);
            if (!started || nextUs - nowUs > far)
            {
                bool setBack = started || floorUs - nowUs > far;
                nextUs = NextOnGrid(setBack || nowUs > floorUs ? nowUs : floorUs);
                started = true;
            }

            long behind = (nowUs - nextUs) / PeriodUs;
            if (behind > scansBehind)
            {
                Skipped += behind;
                nextUs += behind * PeriodUs;
            }

            scanUs = nextUs;
            if (nextUs > nowUs)
            {
                return false;
            }

            floorUs = nextUs + 1;
            nextUs += PeriodUs;
            return true;
        }

        /// <summary>Microseconds of the clock in use until the next scan; 0 where one is due.</summary>
        public long UntilNextUs(long nowUs)
        {
            return !started || nextUs <= nowUs ? 0 : nextUs - nowUs;
        }

        private long NextOnGrid(long nowUs)
        {
            long since = nowUs - originUs - offsetUs;
            if (since <= 0)
            {
                return originUs + offsetUs;
            }

            return originUs + offsetUs + ((since + PeriodUs - 1) / PeriodUs * PeriodUs);
        }
    }
}
