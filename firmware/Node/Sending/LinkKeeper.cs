namespace JointWatch.Firmware.Sending
{
    /// <summary>What has happened to the link since the last look.</summary>
    public enum LinkEvent
    {
        None = 0,
        CameUp = 1,
        WentDown = 2,
    }

    /// <summary>Keeps the link up: says when to connect, gives up attempts that hang, waits longer after each failure.</summary>
    public sealed class LinkKeeper
    {
        private readonly INodeLink _link;
        private readonly Backoff _backoff;
        private readonly int _timeoutMs;
        private LinkState _seen = LinkState.Down;
        private long _sinceMs;
        private long _nextTryMs = long.MinValue;
        private bool _everUp;

        /// <summary>A keeper of one link.</summary>
        public LinkKeeper(INodeLink link, NodeOptions options, uint seed)
        {
            _link = link;
            _backoff = new Backoff(NodeOptions.BackoffMinMs, NodeOptions.BackoffMaxMs, seed);
            _timeoutMs = options.ConnectTimeoutMs;
        }

        /// <summary>How often the link came up again after its first time.</summary>
        public int Reconnects;

        /// <summary>Looks at the link and does what is due.</summary>
        public LinkEvent Step(long nowMs)
        {
            if (_seen == LinkState.Connecting && _link.State == LinkState.Connecting && nowMs - _sinceMs >= _timeoutMs)
            {
                _link.Close();
            }

            LinkState before = _seen;
            LinkState state = _link.State;
            if (state != before)
            {
                _seen = state;
                if (state == LinkState.Up)
                {
                    _sinceMs = nowMs;
                    Reconnects += _everUp ? 1 : 0;
                    _everUp = true;
                    return LinkEvent.CameUp;
                }

                // A broker that takes connections and drops them at once must not be asked every second.
                if (before == LinkState.Up && nowMs - _sinceMs >= NodeOptions.StableLinkMs)
                {
                    _backoff.Reset();
                }

                _sinceMs = nowMs;
                _nextTryMs = nowMs + _backoff.Next();
                return before == LinkState.Up ? LinkEvent.WentDown : LinkEvent.None;
            }

            if (state == LinkState.Down && nowMs >= _nextTryMs)
            {
                _sinceMs = nowMs;
                _seen = LinkState.Connecting;
                _link.BeginConnect();
            }

            return LinkEvent.None;
        }

        /// <summary>Milliseconds until something is due here by itself.</summary>
        public long UntilDueMs(long nowMs)
        {
            switch (_seen)
            {
                case LinkState.Down:
                    return _nextTryMs > nowMs ? _nextTryMs - nowMs : 0;
                case LinkState.Connecting:
                    return _timeoutMs - (nowMs - _sinceMs);
                default:
                    return long.MaxValue;
            }
        }
    }
}
