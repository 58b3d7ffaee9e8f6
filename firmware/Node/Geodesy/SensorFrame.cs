using System;
using JointWatch.Firmware.Sky;

namespace JointWatch.Firmware.Geodesy
{
    /// <summary>A sensor's place and the directions of its east, north and up axes in ECEF (A. Leick, "GPS Satellite Surveying", section 2.3).</summary>
    public sealed class SensorFrame
    {
        private readonly double _eastX;
        private readonly double _eastY;
        private readonly double _northX;
        private readonly double _northY;
        private readonly double _northZ;
        private readonly double _upX;
        private readonly double _upY;
        private readonly double _upZ;

        /// <summary>A frame at a WGS-84 place.</summary>
        public SensorFrame(double latitudeRadians, double longitudeRadians, double heightMeters)
        {
            double sinLat = Math.Sin(latitudeRadians);
            double cosLat = Math.Cos(latitudeRadians);
            double sinLon = Math.Sin(longitudeRadians);
            double cosLon = Math.Cos(longitudeRadians);
            double primeVertical = Wgs84.SemiMajorAxisMeters / Math.Sqrt(1 - (Wgs84.EccentricitySquared * sinLat * sinLat));
            HeightMeters = heightMeters;
            X = (primeVertical + heightMeters) * cosLat * cosLon;
            Y = (primeVertical + heightMeters) * cosLat * sinLon;
            Z = ((primeVertical * (1 - Wgs84.EccentricitySquared)) + heightMeters) * sinLat;
            _eastX = -sinLon;
            _eastY = cosLon;
            _northX = -sinLat * cosLon;
            _northY = -sinLat * sinLon;
            _northZ = cosLat;
            _upX = cosLat * cosLon;
            _upY = cosLat * sinLon;
            _upZ = sinLat;
        }

        /// <summary>The ECEF x of the sensor, metres.</summary>
        public readonly double X;

        /// <summary>The ECEF y of the sensor, metres.</summary>
        public readonly double Y;

        /// <summary>The ECEF z of the sensor, metres.</summary>
        public readonly double Z;

        /// <summary>The height above the ellipsoid, metres.</summary>
        public readonly double HeightMeters;

        /// <summary>Where a body stands as seen from here: range, azimuth, elevation, range rate, height. Directions are geometric, without refraction.</summary>
        public void Look(SkyBody body, Sighting sighting)
        {
            double dx = body.X - X;
            double dy = body.Y - Y;
            double dz = body.Z - Z;
            double range = Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
            double east = (_eastX * dx) + (_eastY * dy);
            double north = (_northX * dx) + (_northY * dy) + (_northZ * dz);
            double up = (_upX * dx) + (_upY * dy) + (_upZ * dz);
            double azimuth = Math.Atan2(east, north);
            sighting.Range = range;
            sighting.Azimuth = azimuth < 0 ? azimuth + Wire.TwoPi : azimuth;
            sighting.Elevation = Math.Atan2(up, Math.Sqrt((east * east) + (north * north)));
            sighting.RangeRate = range > 0
                ? ((dx * body.VelocityX) + (dy * body.VelocityY) + (dz * body.VelocityZ)) / range
                : 0;
            sighting.Height = Wgs84.RoughHeightMeters(body.X, body.Y, body.Z);
        }
    }
}
