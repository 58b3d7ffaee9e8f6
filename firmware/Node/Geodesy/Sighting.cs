namespace JointWatch.Firmware.Geodesy
{
    /// <summary>A body as it stands from a sensor, in metres, radians and seconds. Made once and filled again for each body.</summary>
    public sealed class Sighting
    {
        public double Range;

        /// <summary>Clockwise from true north, [0, 2π).</summary>
        public double Azimuth;
        public double Elevation;

        /// <summary>Positive: receding.</summary>
        public double RangeRate;

        /// <summary>The body's height above the ellipsoid, to <see cref="Wgs84.RoughHeightMeters"/>.</summary>
        public double Height;
    }
}
