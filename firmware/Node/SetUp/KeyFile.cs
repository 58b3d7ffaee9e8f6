namespace JointWatch.Firmware.SetUp
{
    /// <summary>Reads a node's key as <c>jointwatch enrol</c> writes it: 64 hexadecimal digits, and at most white space behind them.</summary>
    public static class KeyFile
    {
        private const int Digits = 64;

        /// <summary>The key's 32 bytes.</summary>
        /// <exception cref="SetupException">The file holds no key. What it holds instead is not shown.</exception>
        public static byte[] Read(string field, byte[]? file)
        {
            const string Expected = "the name of a file with 64 hexadecimal digits";
            if (file == null)
            {
                throw new SetupException(field, "the name of no file", Expected);
            }

            int length = file.Length;
            while (length > Digits && (file[length - 1] == '\n' || file[length - 1] == '\r' || file[length - 1] == ' '))
            {
                length--;
            }

            if (length != Digits)
            {
                throw new SetupException(field, "the name of a file of " + length.ToString() + " characters", Expected);
            }

            byte[] key = new byte[Digits / 2];
            for (int i = 0; i < Digits; i++)
            {
                int digit = JsonReader.HexDigit(file[i]);
                if (digit < 0)
                {
                    throw new SetupException(field, "the name of a file with something else at place " + (i + 1).ToString(), Expected);
                }

                key[i / 2] = (byte)((key[i / 2] << 4) | digit);
            }

            return key;
        }
    }
}
