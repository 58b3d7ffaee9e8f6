using System;

namespace JointWatch.Contract.Sealing
{
    /// <summary>
    /// Seals messages under a node's key and opens sealed ones: <c>sealed</c> in contract.cddl, COSE_Mac0 (RFC 9052 section 6.2) with the topic
    /// as external_aad. Nothing is allocated after construction but an exception. One thread at a time.
    /// </summary>
    public sealed partial class Sealed
    {
        /// <summary>The bytes of a key.</summary>
        public const int KeyBytes = 32;

        /// <summary>How many bytes a sealed message has more than what it holds, at most.</summary>
        public const int MaxOverhead = 44;

        /// <summary>The most bytes that a message may have to be sealed.</summary>
        public const int MaxPayloadBytes = 0xFFFF;

        private const byte ByteString = 0x40;
        private const byte OneByteLength = 0x58;
        private const byte TwoByteLength = 0x59;

        private const int HeadBytes = 7;
        private const int TagHeadBytes = 2;

        /// <summary>
        /// How a sealed message begins: tag 17, an array of 4, the protected header {1: 5} in a byte string, the unprotected header {}. Behind it, how
        /// the MAC_structure (RFC 9052 section 6.3) begins: an array of 4, "MAC0", and the protected header. One array, and from a text, since each has its price in flash.
        /// </summary>
        private static readonly byte[] Heads = Topics.Bytes("\u00D1\u0084C\u00A1\u0001\u0005\u00A0\u0084dMAC0C\u00A1\u0001\u0005");

        private readonly HmacSha256 _mac;
        private readonly byte[] _lengthHead = new byte[3];
        private readonly byte[] _tag = new byte[HmacSha256.TagBytes];

        /// <summary>For a key of <see cref="KeyBytes"/>, which is not kept.</summary>
        /// <exception cref="ContractException">The key has another length.</exception>
        public Sealed(byte[] key)
        {
            CheckKey(key);
            _mac = new HmacSha256(key);
        }

        /// <summary>Whether a message is sealed, by its first byte.</summary>
        public static bool Is(byte[] buffer, int offset, int length)
        {
            return length > 0 && buffer[offset] == Heads[0];
        }

        /// <summary>Where the message in a sealed one lies. Whose it is, this does not say: <see cref="Open"/> does.</summary>
        /// <exception cref="ContractException">It is no sealed message.</exception>
        public static void Find(byte[] buffer, int offset, int length, out int payloadOffset, out int payloadLength)
        {
            if (!Is(buffer, offset, length))
            {
                Explain("message", "not sealed", "a COSE_Mac0, which begins with d1");
                throw new ContractException();
            }

            int end = offset + length;
            int at = offset;
            for (int i = 0; i < HeadBytes; i++, at++)
            {
                Need(at < end, "headers");
                if (buffer[at] != Heads[i])
                {
                    Explain("headers", "of another structure or algorithm", "those of a COSE_Mac0 with HMAC 256/256");
                    throw new ContractException();
                }
            }

            Need(at < end, "payload");
            int first = buffer[at++];
            int size = first == OneByteLength ? 1 : first == TwoByteLength ? 2 : 0;
            Need(size <= end - at, "payload");
            payloadLength = size == 0 ? first - ByteString : size == 1 ? buffer[at] : (buffer[at] << 8) | buffer[at + 1];
            int least = size == 0 ? 0 : size == 1 ? 24 : 256;
            if (payloadLength < least || (size == 0 && payloadLength > 23))
            {
                Explain("payload", "with a head of " + first.ToString(), "a byte string of at most 65535 bytes, its head the shortest");
                throw new ContractException();
            }

            payloadOffset = at + size;
            Need(payloadLength <= end - payloadOffset, "payload");
            at = payloadOffset + payloadLength;
            Need(TagHeadBytes + HmacSha256.TagBytes <= end - at, "mac");
            if (buffer[at] != OneByteLength || buffer[at + 1] != HmacSha256.TagBytes)
            {
                Explain("mac", "of another kind or length", "a byte string of 32 bytes");
                throw new ContractException();
            }

            int behind = end - at - TagHeadBytes - HmacSha256.TagBytes;
            if (behind != 0)
            {
                Explain("message", "followed by " + behind.ToString() + " bytes", "nothing after it");
                throw new ContractException();
            }
        }

        /// <summary>Seals the first bytes of a buffer into another one, from its start.</summary>
        /// <param name="topic">The topic that it goes to: <see cref="Topics.Bytes"/>.</param>
        /// <param name="payload">The message.</param>
        /// <param name="length">How many bytes it has.</param>
        /// <param name="into">Where it goes; <see cref="MaxOverhead"/> larger than the message is enough.</param>
        /// <returns>How many bytes the sealed message has.</returns>
        /// <exception cref="ContractException">There is no room, or the message is too long.</exception>
        public int Write(byte[] topic, byte[] payload, int length, byte[] into)
        {
            CheckRoom(length, into);
            int head = LengthHead(length);
            int tagAt = HeadBytes + head + length + TagHeadBytes;
            Array.Copy(Heads, 0, into, 0, HeadBytes);
            Array.Copy(_lengthHead, 0, into, HeadBytes, head);
            Array.Copy(payload, 0, into, HeadBytes + head, length);
            into[tagAt - TagHeadBytes] = OneByteLength;
            into[tagAt - 1] = HmacSha256.TagBytes;
            Compute(topic, payload, 0, length, into, tagAt);
            return tagAt + HmacSha256.TagBytes;
        }

        /// <summary>Opens a sealed message.</summary>
        /// <param name="topic">The topic that it came on: <see cref="Topics.Bytes"/>.</param>
        /// <param name="buffer">Where it lies.</param>
        /// <param name="offset">Its first byte.</param>
        /// <param name="length">How many bytes it has.</param>
        /// <param name="payloadOffset">Where in the buffer the message in it begins.</param>
        /// <param name="payloadLength">How many bytes that has.</param>
        /// <exception cref="ContractException">It is not sealed, or not with this key for this topic.</exception>
        public void Open(byte[] topic, byte[] buffer, int offset, int length, out int payloadOffset, out int payloadLength)
        {
            Find(buffer, offset, length, out payloadOffset, out payloadLength);
            Compute(topic, buffer, payloadOffset, payloadLength, _tag, 0);
            int tagAt = offset + length - HmacSha256.TagBytes;
            int differences = 0;
            for (int i = 0; i < _tag.Length; i++)
            {
                // All of them, so that the time it takes does not tell how many were right.
                differences |= _tag[i] ^ buffer[tagAt + i];
            }

            if (differences != 0)
            {
                Explain("mac", "wrong", "that of the node's key over this message and topic");
                throw new ContractException();
            }
        }

        /// <summary>Tells in words what is wrong.</summary>
        static partial void Explain(string field, string value, string expected);

        /// <summary>Refuses a key of another length than <see cref="KeyBytes"/>; a board's key file gives none such.</summary>
        static partial void CheckKey(byte[] key);

        /// <summary>Refuses a message that is too long, and a buffer too small for it; a board's are made to fit.</summary>
        static partial void CheckRoom(int length, byte[] into);

        private static void Need(bool there, string part)
        {
            if (!there)
            {
                Explain(part, "cut off", "a whole COSE_Mac0");
                throw new ContractException();
            }
        }

        private void Compute(byte[] topic, byte[] payload, int offset, int length, byte[] tag, int tagOffset)
        {
            _mac.Begin();
            _mac.Add(Heads, HeadBytes, Heads.Length - HeadBytes);
            _mac.Add(_lengthHead, 0, LengthHead(topic.Length));
            _mac.Add(topic, 0, topic.Length);
            _mac.Add(_lengthHead, 0, LengthHead(length));
            _mac.Add(payload, offset, length);
            _mac.End(tag, tagOffset);
        }

        /// <summary>Puts the head of a byte string into <see cref="_lengthHead"/>; returns its length.</summary>
        private int LengthHead(int length)
        {
            if (length < 24)
            {
                _lengthHead[0] = (byte)(ByteString | length);
                return 1;
            }

            if (length <= byte.MaxValue)
            {
                _lengthHead[0] = OneByteLength;
                _lengthHead[1] = (byte)length;
                return 2;
            }

            _lengthHead[0] = TwoByteLength;
            _lengthHead[1] = (byte)(length >> 8);
            _lengthHead[2] = (byte)length;
            return 3;
        }
    }
}
