using System;

namespace JointWatch.Firmware.Sensors
{
    /// <content>
    /// A body that only this sensor sees, so that a person at the board can tell by the map that all of the way works: it swings to and fro in the
    /// middle of the field of view, once a minute, near and bright enough to be detected in every scan.
    /// </content>
    public abstract partial class SensorModel
    {
        private const long TestPeriodUs = 60_000_000;
        private const double TestRange = 0.1;
        private const double TestCrossSection = 100;
        private const double TestIntensity = 1e6;

        /// <summary>Where it stands at an instant, and what it is.</summary>
        private void PlaceTestTarget(long timeUs)
        {
            double turn = Wire.TwoPi * (timeUs % TestPeriodUs) / TestPeriodUs;
            View.Place(0.5 + (0.2 * Math.Sin(turn)), 0.5, TestRange, _sighting);
            _sighting.RangeRate = 0;
            _sighting.Height = HeightMeters + (_sighting.Range * Math.Sin(_sighting.Elevation));
            _body.CrossSection = TestCrossSection;
            _body.Intensity = TestIntensity;
        }
    }
}
