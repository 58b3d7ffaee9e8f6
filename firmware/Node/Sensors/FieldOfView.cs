using System;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Geodesy;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>What a sensor can see, as its birth says. Works in the wire's units, so that node and station judge alike to the last digit.</summary>
    public sealed class FieldOfView
    {
        private readonly uint _azimuthStart;
        private readonly uint _azimuthWidth;
        private readonly int _elevationMin;
        private readonly int _elevationMax;
        private readonly uint _rangeMin;
        private readonly uint _rangeMax;

        /// <summary>The field of view of a birth.</summary>
        public FieldOfView(BirthMessage birth)
        {
            _azimuthStart = birth.AzimuthStartUrad;
            _azimuthWidth = birth.AzimuthWidthUrad;
            _elevationMin = birth.ElevationMinUrad;
            _elevationMax = birth.ElevationMaxUrad;
            _rangeMin = birth.RangeMinDm;
            _rangeMax = birth.RangeMaxDm;
        }

        /// <summary>Gets the nearest range, metres.</summary>
        public double RangeMinMeters => (long)_rangeMin * 0.1;

        /// <summary>Gets the farthest range, metres.</summary>
        public double RangeMaxMeters => (long)_rangeMax * 0.1;

        /// <summary>Whether a direction lies within, microradians.</summary>
        public bool ContainsDirection(uint azimuthUrad, int elevationUrad)
        {
            if (elevationUrad < _elevationMin || elevationUrad > _elevationMax)
            {
                return false;
            }

            long clockwise = (long)azimuthUrad - _azimuthStart;
            return _azimuthWidth >= Wire.AllRoundUrad || (clockwise < 0 ? clockwise + Wire.AllRoundUrad : clockwise) <= _azimuthWidth;
        }

        /// <summary>Whether a range lies within, decimetres.</summary>
        public bool ContainsRange(uint rangeDm)
        {
            return rangeDm >= _rangeMin && rangeDm <= _rangeMax;
        }

        /// <summary>Whether a body stands within.</summary>
        public bool Contains(Sighting sighting)
        {
            return sighting.RangeMeters >= RangeMinMeters
                && sighting.RangeMeters <= RangeMaxMeters
                && ContainsDirection(Azimuth(sighting.AzimuthRadians), Elevation(sighting.ElevationRadians));
        }

        /// <summary>A place within, each coordinate uniform: where a false detection appears.</summary>
        public void Draw(RandomSource random, Sighting sighting)
        {
            sighting.RangeMeters = random.Uniform(RangeMinMeters, RangeMaxMeters);
            sighting.AzimuthRadians = ((long)_azimuthStart + ((long)_azimuthWidth * random.Uniform())) * 1e-6;
            sighting.ElevationRadians = random.Uniform(_elevationMin, _elevationMax) * 1e-6;
        }

        /// <summary>A place within by parts of its width, height and depth, each 0..1.</summary>
        public void Place(double azimuthPart, double elevationPart, double rangePart, Sighting sighting)
        {
            sighting.RangeMeters = RangeMinMeters + (rangePart * (RangeMaxMeters - RangeMinMeters));
            double azimuth = ((long)_azimuthStart + ((long)_azimuthWidth * azimuthPart)) * 1e-6;
            sighting.AzimuthRadians = azimuth >= Wire.TwoPi ? azimuth - Wire.TwoPi : azimuth;
            sighting.ElevationRadians = (_elevationMin + ((_elevationMax - _elevationMin) * elevationPart)) * 1e-6;
        }

        /// <summary>Microradians of an azimuth between -2π and 4π.</summary>
        public static uint Azimuth(double radians)
        {
            double within = radians < 0 ? radians + Wire.TwoPi : radians >= Wire.TwoPi ? radians - Wire.TwoPi : radians;
            return (uint)Wire.Limited(within * 1e6, Limit.AzimuthUrad);
        }

        /// <summary>Microradians of an elevation.</summary>
        public static int Elevation(double radians)
        {
            return (int)Wire.Limited(radians * 1e6, Limit.ElevationUrad);
        }

        /// <summary>Adds noise to a direction. What goes over the zenith comes down on the other side.</summary>
        public static void Blur(Sighting sighting, double azimuthSigma, double elevationSigma, RandomSource random)
        {
            double azimuth = sighting.AzimuthRadians + (azimuthSigma * random.Gaussian());
            double elevation = sighting.ElevationRadians + (elevationSigma * random.Gaussian());
            if (elevation > Math.PI / 2 || elevation < -Math.PI / 2)
            {
                elevation = (elevation > 0 ? Math.PI : -Math.PI) - elevation;
                azimuth += Math.PI;
            }

            sighting.AzimuthRadians = azimuth < 0 ? azimuth + Wire.TwoPi : azimuth >= Wire.TwoPi ? azimuth - Wire.TwoPi : azimuth;
            sighting.ElevationRadians = elevation;
        }
    }
}
