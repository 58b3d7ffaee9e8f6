using System;
using JointWatch.Contract;

namespace JointWatch.Firmware
{
    /// <summary>From SI doubles to the wire's scaled integers and back. All go by way of long: boards convert doubles to unsigned badly.</summary>
    internal static class Wire
    {
        public const double RadiansPerDegree = Math.PI / 180;
        public const double MicroradiansPerDegree = RadiansPerDegree * 1e6;
        public const double TwoPi = 2 * Math.PI;

        /// <summary>Full circle, microradians: what the contract takes as all round.</summary>
        public const uint AllRoundUrad = 6_283_185;

        /// <summary>To the nearest integer, halves upward.</summary>
        public static long Round(double value)
        {
            return (long)Math.Floor(value + 0.5);
        }

        /// <summary>To the nearest integer that a field may hold.</summary>
        public static long Limited(double value, Limit limit)
        {
            long least = Limits.Min(limit);
            long most = Limits.Max(limit);
            return value <= least ? least : value >= most ? most : Round(value);
        }
    }
}
