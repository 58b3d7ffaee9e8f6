using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Geodesy;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>What a sensor can see, as its birth says. Works in the wire's units, so that node and station judge alike to the last digit.</summary>
    public sealed class FieldOfView
    {
        private readonly BirthMessage _birth;

        /// <summary>The field of view of a birth.</summary>
        public FieldOfView(BirthMessage birth)
        {
            _birth = birth;
            RangeMinMeters = (long)_birth.RangeMinDm * 0.1;
            RangeMaxMeters = (long)_birth.RangeMaxDm * 0.1;
        }

        /// <summary>The nearest range, metres.</summary>
        public readonly double RangeMinMeters;

        /// <summary>The farthest range, metres.</summary>
        public readonly double RangeMaxMeters;

        /// <summary>Whether a direction lies within, microradians.</summary>
        public bool ContainsDirection(uint azimuthUrad, int elevationUrad)
        {
            if (elevationUrad < _birth.ElevationMinUrad || elevationUrad > _birth.ElevationMaxUrad)
            {
                return false;
            }

            long clockwise = (long)azimuthUrad - _birth.AzimuthStartUrad;
            return _birth.AzimuthWidthUrad >= Wire.AllRoundUrad || (clockwise < 0 ? clockwise + Wire.AllRoundUrad : clockwise) <= _birth.AzimuthWidthUrad;
        }

        /// <summary>Whether a range lies within, decimetres.</summary>
        public bool ContainsRange(uint rangeDm)
        {
            return rangeDm >= _birth.RangeMinDm && rangeDm <= _birth.RangeMaxDm;
        }

        /// <summary>Whether a body stands within.</summary>
        public bool Contains(Sighting sighting)
        {
            return sighting.Range >= RangeMinMeters
                && sighting.Range <= RangeMaxMeters
                && ContainsDirection(Azimuth(sighting.Azimuth), Elevation(sighting.Elevation));
        }

        /// <summary>A place within, each coordinate uniform: where a false detection appears.</summary>
        public void Draw(RandomSource random, Sighting sighting)
        {
            sighting.Range = random.Uniform(RangeMinMeters, RangeMaxMeters);
            sighting.Azimuth = ((long)_birth.AzimuthStartUrad + ((long)_birth.AzimuthWidthUrad * random.Uniform())) * 1e-6;
            sighting.Elevation = random.Uniform(_birth.ElevationMinUrad, _birth.ElevationMaxUrad) * 1e-6;
        }

        /// <summary>A place within by parts of its width, height and depth, each 0..1.</summary>
        public void Place(double azimuthPart, double elevationPart, double rangePart, Sighting sighting)
        {
            sighting.Range = RangeMinMeters + (rangePart * (RangeMaxMeters - RangeMinMeters));
            double azimuth = ((long)_birth.AzimuthStartUrad + ((long)_birth.AzimuthWidthUrad * azimuthPart)) * 1e-6;
            sighting.Azimuth = azimuth >= Wire.TwoPi ? azimuth - Wire.TwoPi : azimuth;
            sighting.Elevation = (_birth.ElevationMinUrad + ((_birth.ElevationMaxUrad - _birth.ElevationMinUrad) * elevationPart)) * 1e-6;
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

    }
}
