using JointWatch.Emulation;

namespace System
{
    /// <summary>nanoFramework's UTC date and time: that of the board's clock. Ticks of 100 ns since the year 1.</summary>
    public readonly struct DateTime : IComparable, IEquatable<DateTime>
    {
        public DateTime(long ticks) => Ticks = ticks;

        public DateTime(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
            Ticks = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).Ticks;

        public static DateTime UtcNow
        {
            get
            {
                VirtualBoard board = BoardRun.Enter("DateTime.UtcNow").Board;
                board.World.Scheduler.Spin();
                return new DateTime(board.Clock.Utc.Ticks);
            }
        }

        public static DateTime UnixEpoch => new(DateTimeOffset.UnixEpoch.Ticks);

        public long Ticks { get; }

        public int Year => Whole.Year;

        public int Month => Whole.Month;

        public int Day => Whole.Day;

        public int Hour => Whole.Hour;

        public int Minute => Whole.Minute;

        public int Second => Whole.Second;

        public int Millisecond => Whole.Millisecond;

        private DateTimeOffset Whole => new(Ticks, TimeSpan.Zero);

        public static TimeSpan operator -(DateTime a, DateTime b) => TimeSpan.FromTicks(a.Ticks - b.Ticks);

        public static bool operator <(DateTime a, DateTime b) => a.Ticks < b.Ticks;

        public static bool operator >(DateTime a, DateTime b) => a.Ticks > b.Ticks;

        public static bool operator <=(DateTime a, DateTime b) => a.Ticks <= b.Ticks;

        public static bool operator >=(DateTime a, DateTime b) => a.Ticks >= b.Ticks;

        public static bool operator ==(DateTime a, DateTime b) => a.Ticks == b.Ticks;

        public static bool operator !=(DateTime a, DateTime b) => a.Ticks != b.Ticks;

        public DateTime AddMilliseconds(double milliseconds) => AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));

        public DateTime AddTicks(long ticks) => new(Ticks + ticks);

        public long ToUnixTimeSeconds() => Whole.ToUnixTimeSeconds();

        public int CompareTo(object? obj) => obj is DateTime other ? Ticks.CompareTo(other.Ticks) : 1;

        public bool Equals(DateTime other) => Ticks == other.Ticks;

        public override bool Equals(object? obj) => obj is DateTime other && Equals(other);

        public override int GetHashCode() => Ticks.GetHashCode();
    }
}
