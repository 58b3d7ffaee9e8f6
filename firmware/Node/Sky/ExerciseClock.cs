using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Sky
{
    /// <summary>
    /// The clock of an exercise as told by the director's last message: while running it is
    /// <c>ExerciseUs + (UTC - UtcUs) * rate</c>, paused it stands, ended it is no more.
    /// </summary>
    public sealed class ExerciseClock
    {
        private long _utcUs;
        private long _exerciseUs;

        /// <summary>Whether there is an exercise, running or paused.</summary>
        public bool Active;

        /// <summary>The run's number.</summary>
        public uint Run;

        /// <summary>The exercise's clock at its start, microseconds.</summary>
        public long StartUs;

        /// <summary>The exercise seconds in a second, thousandths; 0 while paused.</summary>
        public int RateMilli;

        /// <summary>Takes the director's message.</summary>
        /// <returns>Whether another run has begun.</returns>
        public bool Set(ClockMessage message)
        {
            bool another = !Active || message.Run != Run;
            Run = message.Run;
            Active = message.State != ExerciseState.Ended;
            _utcUs = (long)message.UtcUs;
            _exerciseUs = (long)message.ExerciseUs;
            StartUs = (long)message.StartUs;
            RateMilli = message.State == ExerciseState.Running ? (int)message.RateMilli : 0;
            return another && Active;
        }

        /// <summary>Ends the exercise without a message of its own: its retained clock has been taken away.</summary>
        public void End()
        {
            Active = false;
            RateMilli = 0;
        }

        /// <summary>The exercise's clock at an instant of UTC, both in microseconds.</summary>
        public long At(long utc)
        {
            long passed = utc - _utcUs;

            // Whole milliseconds apart from the rest: no rate within the contract overflows, however long ago the message was.
            return _exerciseUs + (passed / 1000 * RateMilli) + (passed % 1000 * RateMilli / 1000);
        }
    }
}
