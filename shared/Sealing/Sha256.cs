using System;

namespace JointWatch.Contract.Sealing
{
    /// <summary>
    /// SHA-256 (FIPS 180-4, sections 5.3.3 and 6.2) in managed code: a board's own gives a new array for each digest, and the self-test has no
    /// other library. Allocates nothing after its construction. One thread at a time.
    /// </summary>
    public sealed partial class Sha256
    {
        /// <summary>The bytes of a digest.</summary>
        public const int DigestBytes = 32;

        /// <summary>The bytes that are worked in at a time.</summary>
        public const int BlockBytes = 64;

        private const int Rounds = 64;

        /// <summary>The constants of the rounds (section 4.2.2), and behind them the state to begin with.</summary>
        private static readonly uint[] Constants = new uint[]
        {
            0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
            0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
            0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
            0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
            0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
            0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
            0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
            0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
            0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
        };

        private readonly uint[] _state = new uint[8];
        private readonly uint[] _schedule = new uint[Rounds];
        private readonly byte[] _block = new byte[BlockBytes];
        private int _filled;
        private long _bytes;

        /// <summary>Begins a message.</summary>
        public void Begin()
        {
            Resume(Constants, Rounds, 0);
        }

        /// <summary>Takes the next bytes of the message.</summary>
        public void Add(byte[] data, int offset, int count)
        {
            CheckPart(data, offset, count);

            _bytes += count;
            while (count > 0)
            {
                int part = BlockBytes - _filled < count ? BlockBytes - _filled : count;
                Array.Copy(data, offset, _block, _filled, part);
                _filled += part;
                offset += part;
                count -= part;
                if (_filled == BlockBytes)
                {
                    Work();
                }
            }
        }

        /// <summary>Ends the message and puts its digest, <see cref="DigestBytes"/>, into a buffer.</summary>
        public void End(byte[] digest, int offset)
        {
            long bits = _bytes * 8;
            _block[_filled++] = 0x80;
            if (_filled > BlockBytes - 8)
            {
                Array.Clear(_block, _filled, BlockBytes - _filled);
                Work();
            }

            Array.Clear(_block, _filled, BlockBytes - 8 - _filled);
            for (int i = 0; i < 8; i++)
            {
                _block[BlockBytes - 1 - i] = (byte)(bits >> (8 * i));
            }

            Work();
            for (int i = 0; i < _state.Length; i++)
            {
                uint word = _state[i];
                digest[offset++] = (byte)(word >> 24);
                digest[offset++] = (byte)(word >> 16);
                digest[offset++] = (byte)(word >> 8);
                digest[offset++] = (byte)word;
            }
        }

        /// <summary>Goes on behind whole blocks that were worked in before, from a state at a place in an array.</summary>
        internal void Resume(uint[] state, int at, int bytes)
        {
            Array.Copy(state, at, _state, 0, _state.Length);
            _filled = 0;
            _bytes = bytes;
        }

        /// <summary>Keeps the state, for <see cref="Resume"/>; behind whole blocks only.</summary>
        internal void Save(uint[] state)
        {
            Array.Copy(_state, 0, state, 0, _state.Length);
        }

        /// <summary>Refuses a part that lies outside its buffer; a board has none such.</summary>
        static partial void CheckPart(byte[] data, int offset, int count);

        /// <summary>One block (section 6.2.2). The rotations are written out: on a board each call costs more than what it does.</summary>
        private void Work()
        {
            uint[] w = _schedule;
            byte[] block = _block;
            for (int i = 0, at = 0; i < 16; i++, at += 4)
            {
                w[i] = ((uint)block[at] << 24) | ((uint)block[at + 1] << 16) | ((uint)block[at + 2] << 8) | block[at + 3];
            }

            for (int i = 16; i < Rounds; i++)
            {
                uint x = w[i - 15];
                uint y = w[i - 2];
                w[i] = w[i - 16] + (((x >> 7) | (x << 25)) ^ ((x >> 18) | (x << 14)) ^ (x >> 3))
                    + w[i - 7] + (((y >> 17) | (y << 15)) ^ ((y >> 19) | (y << 13)) ^ (y >> 10));
            }

            uint[] k = Constants;
            uint a = _state[0];
            uint b = _state[1];
            uint c = _state[2];
            uint d = _state[3];
            uint e = _state[4];
            uint f = _state[5];
            uint g = _state[6];
            uint h = _state[7];
            for (int i = 0; i < Rounds; i++)
            {
                uint t = h + (((e >> 6) | (e << 26)) ^ ((e >> 11) | (e << 21)) ^ ((e >> 25) | (e << 7))) + (g ^ (e & (f ^ g))) + k[i] + w[i];
                h = g;
                g = f;
                f = e;
                e = d + t;
                d = c;
                t += (((a >> 2) | (a << 30)) ^ ((a >> 13) | (a << 19)) ^ ((a >> 22) | (a << 10))) + ((a & b) ^ (c & (a ^ b)));
                c = b;
                b = a;
                a = t;
            }

            _state[0] += a;
            _state[1] += b;
            _state[2] += c;
            _state[3] += d;
            _state[4] += e;
            _state[5] += f;
            _state[6] += g;
            _state[7] += h;
            _filled = 0;
        }
    }
}
