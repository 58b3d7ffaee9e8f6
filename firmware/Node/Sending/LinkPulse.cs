namespace JointWatch.Firmware.Sending
{
    /// <summary>
    /// Tells a link that only seems to be up: one on which confirmations are owed and none comes. Keep-alive does not find it, for a client that
    /// sends all the time never pings (MQTT 3.1.1, section 3.1.2.10, asks for no more), and a half-open TCP connection takes bytes for minutes.
    /// </summary>
    public sealed class LinkPulse
    {
        private readonly int _deafMs;
        private long _sinceMs;
        private long _heard;

        /// <summary>A pulse that may fail for so long.</summary>
        public LinkPulse(int deafMs)
        {
            _deafMs = deafMs;
        }

        /// <summary>Looks at the link; only while it is up.</summary>
        /// <param name="owed">Whether a confirmation is owed.</param>
        /// <param name="confirmations">How many have come in since the start.</param>
        /// <param name="monotonicMs">Now.</param>
        /// <returns>Whether to give the link up.</returns>
        public bool IsDeaf(bool owed, long confirmations, long monotonicMs)
        {
            if (!owed || confirmations != _heard)
            {
                _heard = confirmations;
                _sinceMs = monotonicMs;
            }

            return monotonicMs - _sinceMs >= _deafMs;
        }

        /// <summary>Begins anew: there is no link to listen to.</summary>
        public void Reset(long monotonicMs)
        {
            _sinceMs = monotonicMs;
        }
    }
}
