using System;

namespace JointWatch.Firmware
{
    /// <summary>
    /// Chance from a seed: xoshiro128++ (D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), its
    /// state spread by SplitMix64. Adds, shifts and rotates 32-bit integers, so that a board and a laptop draw the same numbers.
    /// </summary>
    public sealed partial class RandomSource
    {
        private uint _a;
        private uint _b;
        private uint _c;
        private uint _d;
        private double _spare;
        private bool _hasSpare;

        /// <summary>A source for a seed and an instant: what is drawn at an instant does not hang on what was drawn before.</summary>
        public void Seed(uint seed, long instant)
        {
            ulong state = Mix(((ulong)seed << 32) | 0x4A57u) ^ (ulong)instant;
            ulong low = Mix(state);
            ulong high = Mix(low);
            _a = (uint)low;
            _b = (uint)(low >> 32);
            _c = (uint)high;
            _d = (uint)(high >> 32) | 1u;
            _hasSpare = false;
        }

        /// <summary>32 random bits.</summary>
        public uint Next()
        {
            uint result = Rotate(_a + _d, 7) + _a;
            uint shifted = _b << 9;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = Rotate(_d, 11);
            return result;
        }

        /// <summary>Uniform in [0, 1), in steps of 2⁻³².</summary>
        public double Uniform()
        {
            // By way of long: a conversion from unsigned to double is not to be trusted on every board.
            return (long)Next() * (1.0 / 4_294_967_296.0);
        }

        /// <summary>Uniform between two limits.</summary>
        public double Uniform(double from, double to)
        {
            return from + ((to - from) * Uniform());
        }

        /// <summary>Exponential with mean 1.</summary>
        public double Exponential()
        {
            return -Math.Log(1 - Uniform());
        }

        /// <summary>Gaussian with mean 0 and variance 1 (Box and Muller 1958; two at a time).</summary>
        public double Gaussian()
        {
            if (_hasSpare)
            {
                _hasSpare = false;
                return _spare;
            }

            double radius = Math.Sqrt(2 * Exponential());
            double angle = Wire.TwoPi * Uniform();
            _spare = radius * Math.Sin(angle);
            _hasSpare = true;
            return radius * Math.Cos(angle);
        }

        /// <summary>
        /// Poisson with a mean, by counting exponential gaps (D. Knuth, "The Art of Computer Programming" 2, section 3.4.1), and never more than a limit.
        /// </summary>
        public int Poisson(double mean, int most)
        {
            int count = 0;
            double sum = Exponential();
            while (sum < mean && count < most)
            {
                count++;
                sum += Exponential();
            }

            return count;
        }

        private static uint Rotate(uint x, int by)
        {
            return (x << by) | (x >> (32 - by));
        }

        private static ulong Mix(ulong x)
        {
            x += 0x9E3779B97F4A7C15UL;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
