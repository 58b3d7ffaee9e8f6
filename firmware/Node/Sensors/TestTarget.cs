using System;
using JointWatch.Firmware.Geodesy;
using JointWatch.Firmware.Sky;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>
    /// A body that only this sensor sees, so that a person at the board can tell by the map that all of the way works: it swings to and fro in the
    /// middle of the field of view, once a minute, near and bright enough to be detected in every scan.
    /// </summary>
    internal sealed class TestTarget
    {
        private const long PeriodUs = 60_000_000;
        private const double Range = 0.1;
        private const double CrossSection = 100;
        private const double Intensity = 1e6;
        private readonly FieldOfView _view;
        private readonly double _heightMeters;

        public TestTarget(FieldOfView view, double heightMeters)
        {
            _view = view;
            _heightMeters = heightMeters;
        }

        /// <summary>Where it stands at an instant, and what it is.</summary>
        public void At(long timeUs, SkyBody body, Sighting sighting)
        {
            double turn = Wire.TwoPi * (timeUs % PeriodUs) / PeriodUs;
            _view.Place(0.5 + (0.2 * Math.Sin(turn)), 0.5, Range, sighting);
            sighting.RangeRate = 0;
            sighting.Height = _heightMeters + (sighting.Range * Math.Sin(sighting.Elevation));
            body.CrossSection = CrossSection;
            body.Intensity = Intensity;
        }
    }
}
