namespace JointWatch.Firmware.Sky
{
    /// <summary>A body in the sky at one instant, ECEF. Made once and filled again for each body.</summary>
    public sealed class SkyBody
    {
        public double X;
        public double Y;
        public double Z;

        /// <summary>Metres a second, of the rotating frame.</summary>
        public double VelocityX;
        public double VelocityY;
        public double VelocityZ;

        /// <summary>Square metres.</summary>
        public double CrossSection;

        /// <summary>Watts per steradian in the infra-red.</summary>
        public double Intensity;
    }
}
