namespace JointWatch.Contract.Messages
{
    /// <summary>What an exercise is doing.</summary>
    public enum ExerciseState
    {
        Running = 0,
        Paused = 1,
        Ended = 2,
    }

    /// <summary>The exercise's clock (<c>clock</c> in contract.cddl; units are the wire's).</summary>
    public sealed class ClockMessage
    {
        public uint Run;
        public ExerciseState State;

        /// <summary>The station's UTC when this was sent.</summary>
        public ulong UtcUs;

        /// <summary>The exercise's clock at that instant.</summary>
        public ulong ExerciseUs;

        /// <summary>Exercise seconds a second, thousandths.</summary>
        public uint RateMilli;

        /// <summary>The exercise's clock at its start.</summary>
        public ulong StartUs;
        public uint Objects;
    }
}
