namespace JointWatch.Firmware.Board
{
    /// <summary>What was done with a button.</summary>
    public enum ButtonPress
    {
        None = 0,
        Short = 1,
        Long = 2,
    }

    /// <summary>
    /// Tells presses from the level of a contact that bounces. A level counts once it has held for <see cref="DebounceMs"/>; a press is short
    /// when let go before <see cref="LongMs"/>, and long as soon as it is held that long, so that a hand feels when to let go.
    /// </summary>
    public sealed class Button
    {
        /// <summary>Small switches bounce for 0.2 to 10 ms (J. Ganssle, "A Guide to Debouncing", 2008).</summary>
        public const int DebounceMs = 25;

        /// <summary>From here on a press is long.</summary>
        public const int LongMs = 1_200;

        private bool _raw;
        private long _rawSinceMs;
        private bool _pressed;
        private long _pressedSinceMs;
        private bool _told;

        /// <summary>Looks at the contact.</summary>
        /// <param name="down">Whether it is closed now.</param>
        /// <param name="monotonicMs">Now.</param>
        /// <returns>A press that has come to its end, or has become long, since the last look.</returns>
        public ButtonPress Look(bool down, long monotonicMs)
        {
            if (down != _raw)
            {
                _raw = down;
                _rawSinceMs = monotonicMs;
            }

            if (_raw != _pressed && monotonicMs - _rawSinceMs >= DebounceMs)
            {
                _pressed = _raw;
                if (_pressed)
                {
                    _pressedSinceMs = _rawSinceMs;
                    _told = false;
                }
                else if (!_told)
                {
                    return _rawSinceMs - _pressedSinceMs >= LongMs ? ButtonPress.Long : ButtonPress.Short;
                }
            }

            if (_pressed && _raw && !_told && monotonicMs - _pressedSinceMs >= LongMs)
            {
                _told = true;
                return ButtonPress.Long;
            }

            return ButtonPress.None;
        }

        /// <summary>Milliseconds after which to look again although nothing has changed.</summary>
        public int UntilLookMs(long monotonicMs)
        {
            long due = _raw != _pressed ? _rawSinceMs + DebounceMs : _pressed && !_told ? _pressedSinceMs + LongMs : monotonicMs + 1_000;
            return due <= monotonicMs ? 0 : (int)(due - monotonicMs);
        }
    }
}
