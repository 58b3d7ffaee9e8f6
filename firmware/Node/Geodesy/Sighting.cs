namespace JointWatch.Firmware.Geodesy
{
    /// <summary>A body as it stands from a sensor. Made once and filled again for each body.</summary>
    public sealed class Sighting
    {
        public double RangeMeters;

        /// <summary>Clockwise from true north, [0, 2π).</summary>
        public double AzimuthRadians;
        public double ElevationRadians;

        /// <summary>Positive: receding.</summary>
        public double RangeRateMetersPerSecond;

        /// <summary>The body's height above the ellipsoid, to <see cref="Wgs84.RoughHeightMeters"/>.</summary>
        public double HeightMeters;
    }
}
