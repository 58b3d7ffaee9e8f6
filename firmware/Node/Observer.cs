using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Sensors;
using JointWatch.Firmware.Sky;

namespace JointWatch.Firmware
{
    /// <summary>
    /// Looks at the exercise's sky at the scheduled instants. Without an exercise there is no sky: the scans go by UTC and hold false detections only.
    /// </summary>
    public sealed class Observer
    {
        private readonly ScanSchedule _schedule;
        private readonly SensorModel _model;
        private readonly ReportMessage _report;
        private readonly ReportFiller _filler;
        private int _marks;

        /// <summary>An observer with the sensor of a setup, at the place and with the noise of its birth.</summary>
        public Observer(NodeSetup setup, BirthMessage birth, ScanSchedule schedule, NodeOptions options)
        {
            _schedule = schedule;
            Scenario = new Scenario(options.ScenarioObjects, options.ScenarioKnots);
            _model = SensorModel.Create(setup, birth);
            birth.DetectionPermille = (uint)Wire.Limited(_model.StatedProbability() * 1000, Limit.DetectionPermille);
            _report = new ReportMessage(options.DetectionsPerReport) { Kind = birth.Kind, Boot = birth.Boot, Packed = true };
            _filler = new ReportFiller(_report, _model.View, options.DetectionsPerReport);
        }

        /// <summary>The exercise's clock.</summary>
        public readonly ExerciseClock Exercise = new ExerciseClock();

        /// <summary>The exercise's objects.</summary>
        public readonly Scenario Scenario;

        /// <summary>The scans made since boot; the next report's sequence number.</summary>
        public long Scans;

        /// <summary>The clock that scans go by at an instant of UTC, microseconds.</summary>
        public long ClockInUse(long utcUs)
        {
            return Exercise.Active ? Exercise.At(utcUs) : utcUs;
        }

        /// <summary>Microseconds of wall time until the next scan, none being due; <see cref="long.MaxValue"/> while the clock in use stands.</summary>
        public long UntilNextUs(long utcUs)
        {
            long left = _schedule.UntilNextUs(ClockInUse(utcUs));
            return !Exercise.Active ? left : Exercise.RateMilli == 0 ? long.MaxValue : left * 1000 / Exercise.RateMilli;
        }

        /// <summary>Makes the next scan that is due.</summary>
        /// <param name="utcUs">UTC now.</param>
        /// <param name="sigmaUs">How far that may be off.</param>
        /// <param name="test">Whether the sensor's own test target flies.</param>
        /// <returns>The report, which holds until the next scan; or null where none is due.</returns>
        public ReportMessage? TryScan(long utcUs, uint sigmaUs, bool test)
        {
            if (!_schedule.TryTake(ClockInUse(utcUs), out long scanUs))
            {
                return null;
            }

            _report.Sequence = (ulong)Scans++;
            _report.TimeUs = (ulong)scanUs;
            _report.InExercise = Exercise.Active;
            _report.Run = Exercise.Active ? Exercise.Run : 0;
            _report.ClockSigmaUs = Exercise.Active ? Faster(sigmaUs) : sigmaUs;
            _report.Marks = (uint)_marks;
            _report.Test = test;
            _marks = 0;
            _model.Scan(Exercise.Active ? Scenario : null, Exercise.Run, Exercise.Active ? scanUs - Exercise.StartUs : scanUs, _filler, test);
            return _report;
        }

        /// <summary>Marks the next report.</summary>
        public void Mark()
        {
            _marks += _marks < ushort.MaxValue ? 1 : 0;
        }

        /// <summary>Takes the director's clock.</summary>
        public void SetClock(ClockMessage message)
        {
            bool wasActive = Exercise.Active;
            if (Exercise.Set(message))
            {
                Scenario.Forget(message.Run);
                _schedule.Restart(Exercise.StartUs);
            }
            else if (wasActive && !Exercise.Active)
            {
                _schedule.Restart(0);
            }
        }

        /// <summary>The director has taken its clock away: the exercise is over.</summary>
        public void EndExercise()
        {
            if (Exercise.Active)
            {
                Exercise.End();
                _schedule.Restart(0);
            }
        }

        /// <summary>At N exercise seconds a second the clock's error is N times as large in exercise time.</summary>
        private uint Faster(uint sigmaUs)
        {
            long scaled = (long)sigmaUs * Exercise.RateMilli / 1000;
            return scaled > 3_600_000_000 ? 3_600_000_000 : (uint)scaled;
        }
    }
}
