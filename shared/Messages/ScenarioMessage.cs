namespace JointWatch.Contract.Messages
{
    /// <summary>
    /// One object's way through the sky (<c>scenario</c> in contract.cddl; units are the wire's): knots in arrays side by side, all of one length.
    /// </summary>
    public sealed class ScenarioMessage
    {
        /// <summary>The most knots that an object may have.</summary>
        public const int MaxKnots = 600;

        public uint Run;
        public uint Object;
        public string Name = "";

        /// <summary>Radar cross section, 0.01 dBsm.</summary>
        public int CrossSectionCentidecibels;

        /// <summary>Milliseconds since the start of the exercise, rising.</summary>
        public readonly uint[] TimeMs;
        public readonly long[] XDm;
        public readonly long[] YDm;
        public readonly long[] ZDm;
        public readonly int[] VelocityXCmps;
        public readonly int[] VelocityYCmps;
        public readonly int[] VelocityZCmps;

        /// <summary>Radiant intensity from this knot until the next.</summary>
        public readonly uint[] IntensityWpsr;

        /// <summary>A message with so many knots.</summary>
        public ScenarioMessage(int knots)
        {
            TimeMs = new uint[knots];
            XDm = new long[knots];
            YDm = new long[knots];
            ZDm = new long[knots];
            VelocityXCmps = new int[knots];
            VelocityYCmps = new int[knots];
            VelocityZCmps = new int[knots];
            IntensityWpsr = new uint[knots];
        }
    }
}
