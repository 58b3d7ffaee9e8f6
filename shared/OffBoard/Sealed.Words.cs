namespace JointWatch.Contract.Sealing
{
    /// <content>What is wrong, in words; and what a board cannot do wrong.</content>
    public sealed partial class Sealed
    {
        static partial void Explain(string field, string value, string expected)
        {
            throw new ContractException(field, value, expected);
        }

        static partial void CheckKey(byte[] key)
        {
            if (key.Length != KeyBytes)
            {
                throw new ContractException("key", key.Length.ToString() + " bytes", "32 bytes");
            }
        }

        static partial void CheckRoom(int length, byte[] into)
        {
            if (length > MaxPayloadBytes)
            {
                throw new ContractException("payload", length.ToString() + " bytes", "at most 65535 bytes");
            }

            int head = length < 24 ? 1 : length <= byte.MaxValue ? 2 : 3;
            if (HeadBytes + head + length + TagHeadBytes + HmacSha256.TagBytes > into.Length)
            {
                throw new ContractException("buffer", into.Length.ToString() + " bytes", "room for the whole message");
            }
        }
    }
}
