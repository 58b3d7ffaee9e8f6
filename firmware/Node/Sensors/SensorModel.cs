using System;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Geodesy;
using JointWatch.Firmware.Sky;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>A sensor that computes what it would see of a sky. One scan: true bodies first, then false detections, all from one seed and instant.</summary>
    public abstract partial class SensorModel
    {
        private readonly SensorFrame _frame;
        private readonly SkyBody _body = new SkyBody();
        private readonly Sighting _sighting = new Sighting();
        private readonly RandomSource _random = new RandomSource();
        private readonly double _falseDetections;
        private readonly double _azimuthSigma;
        private readonly double _elevationSigma;
        private readonly uint _seed;

        /// <summary>What every sensor has: place, field of view and false detections of its birth; its setup's seed.</summary>
        protected SensorModel(BirthMessage birth, uint seed)
        {
            const double RadiansPerE7 = Wire.RadiansPerDegree * 1e-7;
            _frame = new SensorFrame(birth.LatitudeE7 * RadiansPerE7, birth.LongitudeE7 * RadiansPerE7, birth.HeightDm * 0.1);
            HeightMeters = _frame.HeightMeters;
            View = new FieldOfView(birth);
            _falseDetections = (long)birth.FalseDetectionsMilli * 0.001;
            _azimuthSigma = (long)birth.AzimuthSigmaUrad * 1e-6;
            _elevationSigma = (long)birth.ElevationSigmaUrad * 1e-6;
            _seed = seed;
        }

        /// <summary>What the sensor can see.</summary>
        public readonly FieldOfView View;

        /// <summary>Gets the sensor's height above the ellipsoid, metres.</summary>
        protected readonly double HeightMeters;

        /// <summary>Gets the probability of detection that the sensor states of itself, in [0, 1].</summary>
        public abstract double StatedProbability();

        /// <summary>The model of the sensor that a setup describes, at the place and with the noise of its birth.</summary>
        public static SensorModel Create(NodeSetup setup, BirthMessage birth)
        {
            return birth.Kind == SensorKind.Radar ? new RadarModel(setup, birth) : (SensorModel)new InfraredModel(setup, birth);
        }

        /// <summary>Fills a report with what is seen.</summary>
        /// <param name="scenario">The sky, or null where there is nothing to see.</param>
        /// <param name="run">The exercise run.</param>
        /// <param name="sinceOriginUs">The scan's instant, microseconds since the start of the exercise, or since 1970 without one.</param>
        /// <param name="into">Where the detections go.</param>
        /// <param name="test">Whether the sensor's own test target flies.</param>
        public void Scan(Scenario? scenario, uint run, long sinceOriginUs, ReportFiller into, bool test = false)
        {
            _random.Seed(_seed, sinceOriginUs);
            into.Clear();
            for (int slot = 0; scenario != null && slot < scenario.Slots && !into.Full; slot++)
            {
                if (scenario.TryGet(slot, run, sinceOriginUs, _body))
                {
                    _frame.Look(_body, _sighting);
                    if (View.Contains(_sighting))
                    {
                        Measure(_body, _sighting, _random, into);
                    }
                }
            }

            if (test && !into.Full)
            {
                PlaceTestTarget(sinceOriginUs);
                Measure(_body, _sighting, _random, into);
            }

            int count = _random.Poisson(_falseDetections, ReportMessage.MaxDetections);
            for (int i = 0; i < count && !into.Full; i++)
            {
                View.Draw(_random, _sighting);
                Invent(_sighting, _random, into);
            }
        }

        /// <summary>Detects a body inside the field of view, or not, and adds what is measured.</summary>
        protected abstract void Measure(SkyBody seen, Sighting at, RandomSource chance, ReportFiller into);

        /// <summary>Adds a false detection at a place.</summary>
        protected abstract void Invent(Sighting at, RandomSource chance, ReportFiller into);

        /// <summary>Adds noise to a direction. What goes over the zenith comes down on the other side.</summary>
        protected void Blur(Sighting sighting, RandomSource random)
        {
            double azimuth = sighting.Azimuth + (_azimuthSigma * random.Gaussian());
            double elevation = sighting.Elevation + (_elevationSigma * random.Gaussian());
            if (elevation > Math.PI / 2 || elevation < -Math.PI / 2)
            {
                elevation = (elevation > 0 ? Math.PI : -Math.PI) - elevation;
                azimuth += Math.PI;
            }

            sighting.Azimuth = azimuth < 0 ? azimuth + Wire.TwoPi : azimuth >= Wire.TwoPi ? azimuth - Wire.TwoPi : azimuth;
            sighting.Elevation = elevation;
        }
    }
}
