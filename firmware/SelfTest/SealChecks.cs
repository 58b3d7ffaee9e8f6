using JointWatch.Contract;
using JointWatch.Contract.Sealing;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>HMAC-SHA-256 by the test cases of RFC 4231, and sealed messages by those of the contract.</summary>
    internal static class SealChecks
    {
        public static void Run(Tally tally)
        {
            Check(tally, 1, Filled(20, 0x0b), Ascii("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
            Check(tally, 2, Ascii("Jefe"), Ascii("what do ya want for nothing?"), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
            Check(tally, 3, Filled(20, 0xaa), Filled(50, 0xdd), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
            Check(
                tally,
                6,
                Filled(131, 0xaa),
                Ascii("Test Using Larger Than Block-Size Key - Hash Key First"),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
            for (int i = 0; i < GoldenVectors.SealedCount; i++)
            {
                CheckSealed(tally, GoldenVectors.Sealed(i).Split('|'));
            }

            for (int i = 0; i < GoldenVectors.BadSealedCount; i++)
            {
                CheckBadSealed(tally, GoldenVectors.BadSealed(i).Split('|'));
            }
        }

        private static void Check(Tally tally, int number, byte[] key, byte[] data, string expected)
        {
            byte[] tag = new byte[HmacSha256.TagBytes];
            new HmacSha256(key).Compute(data, 0, data.Length, tag, 0);
            tally.Check("RFC 4231 case " + number.ToString(), Hex.Text(tag, 0, tag.Length), expected);
        }

        /// <summary>Name, topic, key, sealed, payload.</summary>
        private static void CheckSealed(Tally tally, string[] vector)
        {
            byte[] topic = Topics.Bytes(vector[1]);
            Sealed seal = new Sealed(Hex.Bytes(vector[2]));
            byte[] message = Hex.Bytes(vector[3]);
            seal.Open(topic, message, 0, message.Length, out int offset, out int length);
            tally.Check(vector[0] + " opened", Hex.Text(message, offset, length), vector[4]);

            byte[] payload = Hex.Bytes(vector[4]);
            byte[] into = new byte[payload.Length + Contract.Sealing.Sealed.MaxOverhead];
            int written = seal.Write(topic, payload, payload.Length, into);
            tally.Check(vector[0] + " sealed", Hex.Text(into, 0, written), vector[3]);
        }

        /// <summary>Name, topic, key, what is no such seal, the part that is wrong.</summary>
        private static void CheckBadSealed(Tally tally, string[] vector)
        {
            byte[] message = Hex.Bytes(vector[3]);
            string named = "nothing";
            try
            {
                new Sealed(Hex.Bytes(vector[2])).Open(Topics.Bytes(vector[1]), message, 0, message.Length, out int _, out int _);
            }
            catch (ContractException e)
            {
                named = e.Field;
            }

            tally.Check(vector[0], named, vector[4]);
        }

        private static byte[] Filled(int count, byte value)
        {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++)
            {
                bytes[i] = value;
            }

            return bytes;
        }

        private static byte[] Ascii(string text)
        {
            byte[] bytes = new byte[text.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)text[i];
            }

            return bytes;
        }
    }
}
