namespace JointWatch.Firmware.Board
{
    /// <summary>How the buzzer sounds while the station warns: three short notes every five seconds, loud enough to look up, not to flee.</summary>
    public static class BuzzerPattern
    {
        private const int PeriodMs = 5_000;
        private const int NoteMs = 150;
        private const int StepMs = 300;
        private const int Notes = 3;

        /// <summary>Whether it sounds, so many milliseconds after the warning came in.</summary>
        public static bool IsOn(long sinceMs)
        {
            int into = (int)(sinceMs % PeriodMs);
            return into < Notes * StepMs && into % StepMs < NoteMs;
        }

        /// <summary>Milliseconds until that changes.</summary>
        public static int UntilChangeMs(long sinceMs)
        {
            int into = (int)(sinceMs % PeriodMs);
            int inStep = into % StepMs;
            return into >= ((Notes - 1) * StepMs) + NoteMs ? PeriodMs - into : inStep < NoteMs ? NoteMs - inStep : StepMs - inStep;
        }
    }
}
