using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Board
{
    /// <summary>
    /// UTC from the monotonic clock: what a time server said at one instant of it, and how much faster or slower it runs, as measured from one
    /// word of the server to the next. The system's clock may be set and step as it likes; only <see cref="Synced"/> moves this one.
    /// </summary>
    public sealed class ClockDiscipline
    {
        /// <summary>What a sync over Wi-Fi is off by, one sigma, microseconds: SNTP cannot tell the way there from the way back.</summary>
        public const uint SyncSigmaUs = 20_000;

        /// <summary>How wrong a crystal may run that no one has measured, parts in 1e9: 10 ppm as bought, as much again by temperature and age.</summary>
        public const int UnknownDriftPpb = 20_000;

        /// <summary>How much a measured drift wanders with temperature, parts in 1e9.</summary>
        public const int DriftWanderPpb = 5_000;

        /// <summary>No crystal is off by more, parts in 1e9: what shows more is a server that was wrong once.</summary>
        public const int DriftMostPpb = 200_000;

        /// <summary>Drift is measured over this at least: the errors of two syncs make 8 ppm in an hour.</summary>
        public const long DriftLeastMs = 3_600_000;

        /// <summary>A measurement over so long counts in full, and the next one begins: the errors of two syncs make 1 ppm in eight hours.</summary>
        public const long DriftSpanMs = 8 * 3_600_000L;

        /// <summary>Without a sync for so long, a clock has been set long ago: three missed ones.</summary>
        public const long LongAgoMs = 3 * 3_600_000L;

        private const uint SigmaMostUs = 3_600_000_000;
        private readonly object _lock = new object();
        private long _syncMs;
        private long _syncUtcUs;
        private long _driftFromMs;
        private long _driftFromUtcUs;

        /// <summary>Whether UTC is known at all.</summary>
        public bool Known;

        /// <summary>Whether <see cref="DriftPpb"/> has been measured.</summary>
        public bool DriftKnown;

        /// <summary>By how much the monotonic clock runs fast, parts in 1e9.</summary>
        public int DriftPpb;

        /// <summary>A time server has said what UTC is at an instant of the monotonic clock.</summary>
        public void Synced(long monotonicMs, long utcUs)
        {
            lock (_lock)
            {
                if (!Known)
                {
                    StartDrift(monotonicMs, utcUs);
                }
                else if (monotonicMs - _driftFromMs >= DriftLeastMs)
                {
                    MeasureDrift(monotonicMs, utcUs);
                }

                Known = true;
                _syncMs = monotonicMs;
                _syncUtcUs = utcUs;
            }
        }

        /// <summary>UTC at an instant of the monotonic clock, microseconds since 1970; 0 where it is not known.</summary>
        public long UtcUs(long monotonicMs)
        {
            lock (_lock)
            {
                long gone = monotonicMs - _syncMs;

                // Milliseconds times parts in 1e9 are 1e-6 microseconds.
                return Known ? _syncUtcUs + (gone * 1000) - (gone * DriftPpb / 1_000_000) : 0;
            }
        }

        /// <summary>How far <see cref="UtcUs"/> may be off at an instant, one sigma, microseconds. It grows with the time since the last sync.</summary>
        public uint SigmaUs(long monotonicMs)
        {
            lock (_lock)
            {
                long grown = SyncSigmaUs + ((monotonicMs - _syncMs) * (DriftKnown ? DriftWanderPpb : UnknownDriftPpb) / 1_000_000);
                return !Known || grown > SigmaMostUs ? SigmaMostUs : (uint)grown;
            }
        }

        /// <summary>What the clock goes by at an instant.</summary>
        public ClockState StateAt(long monotonicMs)
        {
            lock (_lock)
            {
                return !Known ? ClockState.NeverSet : monotonicMs - _syncMs > LongAgoMs ? ClockState.SetLongAgo : ClockState.Set;
            }
        }

        private void MeasureDrift(long monotonicMs, long utcUs)
        {
            long gone = monotonicMs - _driftFromMs;
            long ahead = (gone * 1000) - (utcUs - _driftFromUtcUs);
            if (ahead > gone * DriftMostPpb / 1_000_000 || ahead < -gone * DriftMostPpb / 1_000_000)
            {
                StartDrift(monotonicMs, utcUs);
                return;
            }

            // The longer it was measured, the more it counts.
            long measured = ahead * 1_000_000 / gone;
            long weight = gone < DriftSpanMs ? gone : DriftSpanMs;
            DriftPpb = (int)(DriftKnown ? DriftPpb + ((measured - DriftPpb) * weight / DriftSpanMs) : measured);
            DriftKnown = true;
            if (gone >= DriftSpanMs)
            {
                StartDrift(monotonicMs, utcUs);
            }
        }

        private void StartDrift(long monotonicMs, long utcUs)
        {
            _driftFromMs = monotonicMs;
            _driftFromUtcUs = utcUs;
        }
    }
}
