namespace JointWatch.Contract.Cbor
{
    /// <summary>The major types (RFC 8949 section 3.1), the upper three bits of an item's first byte.</summary>
    internal static class CborType
    {
        public const int Unsigned = 0;
        public const int Negative = 1;
        public const int Bytes = 2;
        public const int Text = 3;
        public const int Array = 4;
        public const int Map = 5;
        public const int Tag = 6;
        public const int Simple = 7;

        /// <summary>An item's type in words, for a person to read.</summary>
        public static string Name(int type, bool isBreak)
        {
            switch (type)
            {
                case Unsigned:
                case Negative:
                    return "an integer";
                case Bytes:
                    return "a byte string";
                case Text:
                    return "a text string";
                case Array:
                    return "an array";
                case Map:
                    return "a map";
                case Tag:
                    return "a tag";
                default:
                    return isBreak ? "a break" : "a simple value or float";
            }
        }
    }
}
