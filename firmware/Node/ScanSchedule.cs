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

        private readonly long _offsetUs;
        private readonly int _scansBehind;
        private long _originUs;
        private long _nextUs;
        private long _floorUs;
        private bool _started;

        /// <summary>A schedule that leaves scans out rather than be further behind than so many.</summary>
        public ScanSchedule(uint periodUs, uint offsetUs, int scansBehind)
        {
            PeriodUs = periodUs;
            _offsetUs = offsetUs;
            _scansBehind = scansBehind;
        }

        /// <summary>The period, microseconds.</summary>
        public long PeriodUs;

        /// <summary>How many scans were left out because the board could not keep up.</summary>
        public long Skipped;

        /// <summary>Changes the period; scans go on at the new grid's next instant.</summary>
        public void SetPeriod(uint periodUs)
        {
            PeriodUs = periodUs;
            Resume();
        }

        /// <summary>Goes on at the next instant from now on, after a stop; the scans in between are not made up for.</summary>
        public void Resume()
        {
            _started = false;
        }

        /// <summary>Goes over to another clock, whose grid begins at an origin.</summary>
        public void Restart(long origin)
        {
            _originUs = origin;
            _floorUs = 0;
            _started = false;
        }

        /// <summary>Takes the next scan that is due.</summary>
        /// <returns>False where none is due.</returns>
        public bool TryTake(long nowUs, out long scanUs)
        {
            // A clock that has been set back far is followed; less is a correction, or a fast exercise that paused, and scans just wait.
            long far = SetBackUs + (2 * PeriodUs);
            if (!_started || _nextUs - nowUs > far)
            {
                bool setBack = _started || _floorUs - nowUs > far;
                long first = _originUs + _offsetUs;
                long since = (setBack || nowUs > _floorUs ? nowUs : _floorUs) - first;
                _nextUs = since <= 0 ? first : first + ((since + PeriodUs - 1) / PeriodUs * PeriodUs);
                _started = true;
            }

            long behind = (nowUs - _nextUs) / PeriodUs;
            if (behind > _scansBehind)
            {
                Skipped += behind;
                _nextUs += behind * PeriodUs;
            }

            scanUs = _nextUs;
            if (_nextUs > nowUs)
            {
                return false;
            }

            _floorUs = _nextUs + 1;
            _nextUs += PeriodUs;
            return true;
        }

        /// <summary>Microseconds of the clock in use until the next scan; 0 where one is due.</summary>
        public long UntilNextUs(long nowUs)
        {
            return !_started || _nextUs <= nowUs ? 0 : _nextUs - nowUs;
        }
    }
}
