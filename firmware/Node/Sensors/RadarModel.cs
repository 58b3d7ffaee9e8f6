using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Geodesy;
using JointWatch.Firmware.Sky;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>
    /// A radar: a Swerling 1 target in noise gives a power that is exponential with mean 1 + SNR; what passes the threshold is detected and
    /// measured with the constant sigmas of the birth. One draw thus gives both the chance of Pfa^(1/(1+SNR)) and the ratio that is reported.
    /// </summary>
    public sealed class RadarModel : SensorModel
    {
        /// <summary>False detections have a range rate up to this either way, m/s: the span of speeds that the filter bank covers.</summary>
        private const double FalseRangeRate = 3_000;

        /// <summary>The probability that one resolution cell of noise passes the threshold, as a power of ten.</summary>
        private const double FalseAlarmExponent = -6;

        private const int StatedSteps = 100;
        private readonly double _referenceSnr;
        private readonly double _referenceRange;
        private readonly double _falseAlarm;
        private readonly double _threshold;
        private readonly double _rangeSigma;
        private readonly double _rangeRateSigma;

        /// <summary>The radar of a setup, with the noise of its birth.</summary>
        public RadarModel(NodeSetup setup, BirthMessage birth)
            : base(birth, setup.Seed)
        {
            _referenceSnr = RadarDetection.FromDecibels(setup.Numbers[SetupTable.ReferenceSnr]);
            _referenceRange = setup.Numbers[SetupTable.ReferenceRange];
            _falseAlarm = RadarDetection.FromDecibels(FalseAlarmExponent * 10);
            _threshold = RadarDetection.Threshold(_falseAlarm);
            _rangeSigma = (long)birth.RangeSigmaDm * 0.1;
            _rangeRateSigma = (long)birth.RangeRateSigmaCmps * 0.01;
        }

        /// <summary>The mean over range, from the nearest to the farthest, of the probability for a target of 1 m².</summary>
        public override double StatedProbability()
        {
            double sum = 0;
            for (int i = 0; i < StatedSteps; i++)
            {
                double range = View.RangeMinMeters + ((View.RangeMaxMeters - View.RangeMinMeters) * (i + 0.5) / StatedSteps);
                sum += RadarDetection.Swerling1(RadarDetection.MeanSnr(_referenceSnr, _referenceRange, 1, range), _falseAlarm);
            }

            return sum / StatedSteps;
        }

        /// <inheritdoc/>
        protected override void Measure(SkyBody seen, Sighting at, RandomSource chance, ReportFiller into)
        {
            if (!Horizon.InSight(HeightMeters, at.Height, at.Range, Horizon.RadioRadiusMeters))
            {
                return;
            }

            double mean = RadarDetection.MeanSnr(_referenceSnr, _referenceRange, seen.CrossSection, at.Range);
            double power = (1 + mean) * chance.Exponential();
            if (power > _threshold)
            {
                double range = at.Range + (_rangeSigma * chance.Gaussian());
                double rangeRate = at.RangeRate + (_rangeRateSigma * chance.Gaussian());
                Blur(at, chance);
                Add(at, range, rangeRate, power, into);
            }
        }

        /// <inheritdoc/>
        protected override void Invent(Sighting at, RandomSource chance, ReportFiller into)
        {
            // The power of noise that has passed the threshold: the exponential distribution has no memory.
            Add(at, at.Range, chance.Uniform(-FalseRangeRate, FalseRangeRate), _threshold + chance.Exponential(), into);
        }

        private void Add(Sighting at, double range, double rangeRate, double power, ReportFiller into)
        {
            into.AddRadar(
                (uint)Wire.Limited(range * 10, Limit.RangeDm),
                FieldOfView.Azimuth(at.Azimuth),
                FieldOfView.Elevation(at.Elevation),
                _rangeRateSigma > 0 ? (int)Wire.Limited(rangeRate * 100, Limit.RangeRateCmps) : 0,
                (int)Wire.Limited(RadarDetection.ToDecibels(power - 1) * 100, Limit.SnrCentidecibels));
        }
    }
}
