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
        private readonly INodeLink link;
        private readonly Backoff backoff;
        private readonly int connectTimeoutMs;
        private readonly int stableMs;
        private LinkState seen = LinkState.Down;
        private long sinceMs;
        private long nextTryMs = long.MinValue;
        private bool everUp;

        /// <summary>A keeper of one link.</summary>
        public LinkKeeper(INodeLink link, NodeOptions options, uint seed)
        {
            this.link = link;
            backoff = new Backoff(options.BackoffMinMs, options.BackoffMaxMs, seed);
            connectTimeoutMs = options.ConnectTimeoutMs;
            stableMs = options.StableLinkMs;
        }

        /// <summary>Gets how often the link came up again after its first time.</summary>
        public int Reconnects { get; private set; }

        /// <summary>Looks at the link and does what is due.</summary>
        public LinkEvent Step(long nowMs)
        {
            if (seen == LinkState.Connecting && link.State == LinkState.Connecting && nowMs - sinceMs >= connectTimeoutMs)
            {
                link.Close();
            }

            LinkState before = seen;
            LinkState state = link.State;
            if (state != before)
            {
                seen = state;
                if (state == LinkState.Up)
                {
                    sinceMs = nowMs;
                    Reconnects += everUp ? 1 : 0;
                    everUp = true;
                    return LinkEvent.CameUp;
                }

                // A broker that takes connections and drops them at once must not be asked every second.
                if (before == LinkState.Up && nowMs - sinceMs >= stableMs)
                {
                    backoff.Reset();
                }

                sinceMs = nowMs;
                nextTryMs = nowMs + backoff.Next();
                return before == LinkState.Up ? LinkEvent.WentDown : LinkEvent.None;
            }

            if (state == LinkState.Down && nowMs >= nextTryMs)
            {
                sinceMs = nowMs;
                seen = LinkState.Connecting;
                link.BeginConnect();
            }

            return LinkEvent.None;
        }

        /// <summary>Milliseconds until something is due here by itself.</summary>
        public long UntilDueMs(long nowMs)
        {
            switch (seen)
            {
                case LinkState.Down:
                    return nextTryMs > nowMs ? nextTryMs - nowMs : 0;
                case LinkState.Connecting:
                    return connectTimeoutMs - (nowMs - sinceMs);
                default:
                    return long.MaxValue;
            }
        }
    }
}
