namespace JointWatch.Firmware.Board
{
    /// <summary>CRC-32 as in Ethernet and zip files (ISO 3309; polynomial 0xEDB88320 reflected), bit by bit: records are short and a table is not.</summary>
    public static class Checksum
    {
        /// <summary>The checksum of a part of a buffer.</summary>
        public static uint Of(byte[] buffer, int offset, int length)
        {
            uint crc = 0xFFFFFFFF;
            for (int i = offset; i < offset + length; i++)
            {
                crc ^= buffer[i];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
                }
            }

            return ~crc;
        }
    }
}
