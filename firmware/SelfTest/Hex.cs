namespace JointWatch.Firmware.SelfTest
{
    /// <summary>Bytes as hexadecimal text.</summary>
    internal static class Hex
    {
        private const string Digits = "0123456789abcdef";

        public static byte[] Bytes(string text)
        {
            byte[] bytes = new byte[text.Length / 2];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)((Digits.IndexOf(text[2 * i]) << 4) | Digits.IndexOf(text[(2 * i) + 1]));
            }

            return bytes;
        }

        public static string Text(byte[] bytes, int offset, int length)
        {
            char[] text = new char[2 * length];
            for (int i = 0; i < length; i++)
            {
                text[2 * i] = Digits[bytes[offset + i] >> 4];
                text[(2 * i) + 1] = Digits[bytes[offset + i] & 15];
            }

            return new string(text);
        }
    }
}
