using System;

namespace JointWatch.Firmware
{
    /// <summary>Checks of what a node is set up with. The messages name the field, its value and what was expected.</summary>
    internal static class Need
    {
        public static void Within(string name, long value, long least, long most)
        {
            if (value < least || value > most)
            {
                throw new ArgumentException(name + " is " + value.ToString() + "; expected " + least.ToString() + " to " + most.ToString());
            }
        }

        /// <summary>For fractions; NaN is never within. The value is shown in thousandths, because boards print fractions badly.</summary>
        public static void Within(string name, double value, long least, long most)
        {
            if (!(value >= least && value <= most))
            {
                string shown = value > -1e15 && value < 1e15 ? ((long)(value * 1000)).ToString() + "/1000" : "out of all bounds";
                throw new ArgumentException(name + " is " + shown + "; expected " + least.ToString() + " to " + most.ToString());
            }
        }

        public static void Less(string lowName, double low, string highName, double high)
        {
            if (!(low < high))
            {
                throw new ArgumentException(lowName + " must be less than " + highName);
            }
        }

        public static void Text64(string name, string text)
        {
            // A UTF-16 unit takes at most three bytes in UTF-8; short texts need no closer look.
            if (text.Length * 3 > 64 && Utf8Length(text) > 64)
            {
                throw new ArgumentException(name + " is " + Utf8Length(text).ToString() + " bytes of UTF-8; expected 64 at most");
            }
        }

        private static int Utf8Length(string text)
        {
            int bytes = 0;
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                bool half = c >= 0xD800 && c <= 0xDFFF;
                bytes += c < 0x80 ? 1 : c < 0x800 || half ? 2 : 3;
            }

            return bytes;
        }
    }
}
