using System;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Geodesy;
using JointWatch.Firmware.Sky;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>
    /// A passive infra-red sensor: a body's irradiance I τ / R² in Gaussian noise is detected where the sum passes the threshold, so that
    /// Pd = Φ(E / noise - threshold). A burning engine (1e5 to 1e6 W/sr) is seen as far as the horizon, a warm body (100 W/sr) within some 300 km.
    /// </summary>
    public sealed class InfraredModel : SensorModel
    {
        private const double WattsPerNanowatt = 1e-9;
        private const int StatedSteps = 50;
        private readonly double _noise;
        private readonly double _threshold;
        private readonly double _zenith;

        /// <summary>The sensor of a setup, with the noise of its birth.</summary>
        public InfraredModel(NodeSetup setup, BirthMessage birth)
            : base(birth, setup.Seed)
        {
            _noise = setup.Numbers[SetupTable.NoiseIrradiance] * WattsPerNanowatt;
            _threshold = setup.Numbers[SetupTable.ThresholdToNoise];
            _zenith = setup.ZenithPermille * 0.001;
        }

        /// <summary>
        /// Gets the mean over range and over three kinds of body, for nobody knows beforehand which it will be: a burning engine of 1e5 W/sr, a
        /// warm body of 100 W/sr and a cold one, each at an elevation of 30°.
        /// </summary>
        public override double StatedProbability()
        {
            const double Elevation = 30 * Wire.RadiansPerDegree;
            double sum = 0;
            for (int i = 0; i < StatedSteps; i++)
            {
                double range = View.RangeMinMeters + ((View.RangeMaxMeters - View.RangeMinMeters) * (i + 0.5) / StatedSteps);
                double height = HeightMeters + (range * Math.Sin(Elevation));
                double passed = Atmosphere.Transmission(_zenith, HeightMeters, height, Elevation, range) / (range * range);
                sum += DetectionProbability(1e5 * passed) + DetectionProbability(100 * passed);
            }

            return sum / (3 * StatedSteps);
        }

        /// <summary>The probability to detect an irradiance, W/m².</summary>
        public double DetectionProbability(double irradiance)
        {
            return Normal.Cumulative((irradiance / _noise) - _threshold);
        }

        /// <inheritdoc/>
        protected override void Measure(SkyBody seen, Sighting at, RandomSource chance, ReportFiller into)
        {
            if (!Horizon.InSight(HeightMeters, at.Height, at.Range, Horizon.EarthRadiusMeters))
            {
                return;
            }

            double passed = Atmosphere.Transmission(_zenith, HeightMeters, at.Height, at.Elevation, at.Range);
            double irradiance = seen.Intensity * passed / (at.Range * at.Range);
            double toNoise = (irradiance / _noise) + chance.Gaussian();
            if (toNoise > _threshold)
            {
                Blur(at, chance);
                Add(at, toNoise, into);
            }
        }

        /// <inheritdoc/>
        protected override void Invent(Sighting at, RandomSource chance, ReportFiller into)
        {
            // Beyond a high threshold t the Gaussian falls off as an exponential of mean 1 / t.
            Add(at, _threshold + (chance.Exponential() / _threshold), into);
        }

        private void Add(Sighting at, double toNoise, ReportFiller into)
        {
            into.AddInfrared(
                FieldOfView.Azimuth(at.Azimuth),
                FieldOfView.Elevation(at.Elevation),
                (uint)Wire.Limited(toNoise * _noise / WattsPerNanowatt, Limit.IrradianceNwpm2));
        }
    }
}
