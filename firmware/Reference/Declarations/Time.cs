namespace System
{
    public static class Environment
    {
        public static long TickCount64 => throw null!;
    }

    public struct DateTime
    {
        public static readonly DateTime UnixEpoch;
        public DateTime(int year, int month, int day) => throw null!;
        public static DateTime UtcNow => throw null!;
        public long Ticks => throw null!;
        public int Year => throw null!;
        public DateTime AddMilliseconds(double val) => throw null!;
    }
}
