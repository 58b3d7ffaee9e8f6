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
        private readonly ScanSchedule schedule;
        private readonly Scenario scenario;
        private readonly ExerciseClock exercise = new ExerciseClock();
        private readonly SensorModel model;
        private readonly ReportMessage report;
        private readonly ReportFiller filler;

        /// <summary>An observer with the sensor of a setup, at the place and with the noise of its birth.</summary>
        public Observer(NodeSetup setup, BirthMessage birth, ScanSchedule schedule, NodeOptions options)
        {
            this.schedule = schedule;
            scenario = new Scenario(options.ScenarioObjects, options.ScenarioKnots);
            model = SensorModel.Create(setup, birth);
            birth.DetectionPermille = Wire.Unsigned(model.StatedDetectionProbability * 1000, 1000);
            report = new ReportMessage(options.DetectionsPerReport) { Kind = birth.Kind, Boot = birth.Boot };
            filler = new ReportFiller(report, model.View, options.DetectionsPerReport);
        }

        /// <summary>Gets the exercise's clock.</summary>
        public ExerciseClock Exercise => exercise;

        /// <summary>Gets the scans made since boot; the next report's sequence number.</summary>
        public long Scans { get; private set; }

        /// <summary>The clock that scans go by at an instant of UTC, microseconds.</summary>
        public long ClockInUse(long utcUs)
        {
            return exercise.Active ? exercise.At(utcUs) : utcUs;
        }

        /// <summary>Microseconds of wall time until the next scan, none being due; <see cref="long.MaxValue"/> while the clock in use stands.</summary>
        public long UntilNextUs(long utcUs)
        {
            long left = schedule.UntilNextUs(ClockInUse(utcUs));
            return !exercise.Active ? left : exercise.RateMilli == 0 ? long.MaxValue : left * 1000 / exercise.RateMilli;
        }

        /// <summary>Makes the next scan that is due.</summary>
        /// <returns>The report, which holds until the next scan; or null where none is due.</returns>
        public ReportMessage? TryScan(long utcUs, uint sigmaUs)
        {
            if (!schedule.TryTake(ClockInUse(utcUs), out long scanUs))
            {
                return null;
            }

            report.Sequence = (ulong)Scans++;
            report.TimeUs = (ulong)scanUs;
            report.InExercise = exercise.Active;
            report.Run = exercise.Active ? exercise.Run : 0;
            report.ClockSigmaUs = exercise.Active ? Faster(sigmaUs) : sigmaUs;
            model.Scan(exercise.Active ? scenario : null, exercise.Run, exercise.Active ? scanUs - exercise.StartUs : scanUs, filler);
            return report;
        }

        /// <summary>Takes the director's clock.</summary>
        public void SetClock(ClockMessage message)
        {
            bool wasActive = exercise.Active;
            if (exercise.Set(message))
            {
                scenario.Forget(message.Run);
                schedule.Restart(exercise.StartUs);
            }
            else if (wasActive && !exercise.Active)
            {
                schedule.Restart(0);
            }
        }

        /// <summary>The director has taken its clock away: the exercise is over.</summary>
        public void EndExercise()
        {
            if (exercise.Active)
            {
                exercise.End();
                schedule.Restart(0);
            }
        }

        /// <summary>Takes an object of a scenario.</summary>
        /// <returns>False where there is no room.</returns>
        public bool Put(ScenarioMessage message)
        {
            return scenario.Put(message);
        }

        /// <summary>Takes an object away.</summary>
        public void Remove(int slot)
        {
            scenario.Remove(slot);
        }

        /// <summary>At N exercise seconds a second the clock's error is N times as large in exercise time.</summary>
        private uint Faster(uint sigmaUs)
        {
            long scaled = (long)sigmaUs * exercise.RateMilli / 1000;
            return scaled > 3_600_000_000 ? 3_600_000_000 : (uint)scaled;
        }
    }
}
