using System;

namespace JointWatch.Contract.Sealing
{
    /// <summary>
    /// HMAC-SHA-256 (RFC 2104, FIPS 198-1) under one key. The two blocks that come of the key alone are worked in once, at construction, so a
    /// message costs two blocks less; nothing is allocated after it. One thread at a time.
    /// </summary>
    public sealed partial class HmacSha256
    {
        /// <summary>The bytes of a tag.</summary>
        public const int TagBytes = Sha256.DigestBytes;

        private const byte InnerPad = 0x36;
        private const byte OuterPad = 0x5c;
        private readonly Sha256 _hash = new Sha256();
        private readonly uint[] _inner = new uint[8];
        private readonly uint[] _outer = new uint[8];
        private readonly byte[] _digest = new byte[Sha256.DigestBytes];

        /// <summary>For a key of any length; it is not kept.</summary>
        public HmacSha256(byte[] key)
        {
            byte[] block = new byte[Sha256.BlockBytes];
            Shorten(ref key);
            Array.Copy(key, 0, block, 0, key.Length);
            Work(block, InnerPad, _inner);
            Work(block, InnerPad ^ OuterPad, _outer);
        }

        /// <summary>Begins a message that comes in pieces.</summary>
        public void Begin()
        {
            _hash.Resume(_inner, 0, Sha256.BlockBytes);
        }

        /// <summary>Takes the next piece.</summary>
        public void Add(byte[] data, int offset, int count)
        {
            _hash.Add(data, offset, count);
        }

        /// <summary>Ends the message and puts its tag into a buffer.</summary>
        public void End(byte[] tag, int tagOffset)
        {
            _hash.End(_digest, 0);
            _hash.Resume(_outer, 0, Sha256.BlockBytes);
            _hash.Add(_digest, 0, _digest.Length);
            _hash.End(tag, tagOffset);
        }

        /// <summary>Makes a digest of a key that is longer than a block; that of a board is not.</summary>
        static partial void Shorten(ref byte[] key);

        private void Work(byte[] block, byte pad, uint[] state)
        {
            for (int i = 0; i < block.Length; i++)
            {
                block[i] ^= pad;
            }

            _hash.Begin();
            _hash.Add(block, 0, block.Length);
            _hash.Save(state);
        }
    }
}
