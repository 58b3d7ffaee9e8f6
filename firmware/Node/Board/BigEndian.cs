namespace JointWatch.Firmware.Board
{
    /// <summary>Unsigned integers in a buffer, the highest byte first.</summary>
    internal static class BigEndian
    {
        public static uint Read32(byte[] buffer, int at)
        {
            return ((uint)buffer[at] << 24) | ((uint)buffer[at + 1] << 16) | ((uint)buffer[at + 2] << 8) | buffer[at + 3];
        }

        public static void Write32(byte[] buffer, int at, uint value)
        {
            buffer[at] = (byte)(value >> 24);
            buffer[at + 1] = (byte)(value >> 16);
            buffer[at + 2] = (byte)(value >> 8);
            buffer[at + 3] = (byte)value;
        }

        public static int Read16(byte[] buffer, int at)
        {
            return (buffer[at] << 8) | buffer[at + 1];
        }

        public static void Write16(byte[] buffer, int at, int value)
        {
            buffer[at] = (byte)(value >> 8);
            buffer[at + 1] = (byte)value;
        }
    }
}
