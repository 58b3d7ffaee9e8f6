namespace JointWatch.Firmware.Board
{
    /// <summary>What a board's lamp tells. The larger, the more it matters: a board shows the largest that holds.</summary>
    public enum LampState
    {
        Running = 0,
        Stopped = 1,
        Broker = 2,
        Clock = 3,
        Wifi = 4,
        Booting = 5,
        SafeMode = 6,
        Fault = 7,
        Identify = 8,
    }

    /// <summary>
    /// How the lamp lights up, as a function of state and time alone: so many flashes, then a pause. The stages of a start count up to running:
    /// one flash while it looks for Wi-Fi, two for the clock, three for the broker.
    /// </summary>
    public static class Lamp
    {
        private const int StepMs = 250;

        /// <summary>How many flashes there are in a round: 0 is a lamp that stays on.</summary>
        public static int Flashes(LampState state)
        {
            switch (state)
            {
                case LampState.Wifi:
                case LampState.Running:
                case LampState.Fault:
                case LampState.Identify:
                    return 1;
                case LampState.Clock:
                    return 2;
                case LampState.Broker:
                    return 3;
                case LampState.Stopped:
                    return 4;
                case LampState.SafeMode:
                    return 5;
                default:
                    return 0;
            }
        }

        /// <summary>The length of a round, milliseconds.</summary>
        public static int PeriodMs(LampState state)
        {
            switch (state)
            {
                case LampState.Running:
                    return 4_000;
                case LampState.Wifi:
                    return 1_000;
                case LampState.Fault:
                    return 400;
                case LampState.Identify:
                    return 150;
                case LampState.Clock:
                    return 1_600;
                case LampState.Broker:
                    return 2_200;
                case LampState.Booting:
                    return 1_000;
                default:
                    return 3_000;
            }
        }

        /// <summary>How long one flash is, milliseconds.</summary>
        public static int OnMs(LampState state)
        {
            return state == LampState.Fault ? 200 : state == LampState.Identify ? 75 : state == LampState.Running ? 50 : 100;
        }

        /// <summary>Whether the lamp is lit at an instant, milliseconds since any fixed one.</summary>
        public static bool IsOn(LampState state, long monotonicMs)
        {
            int into = (int)(monotonicMs % PeriodMs(state));
            return Flashes(state) == 0 || (into / StepMs < Flashes(state) && into % StepMs < OnMs(state));
        }

        /// <summary>Milliseconds until the lamp changes; what is left of a round for one that stays on.</summary>
        public static int UntilChangeMs(LampState state, long monotonicMs)
        {
            int period = PeriodMs(state);
            int into = (int)(monotonicMs % period);
            int begun = into / StepMs;
            int inStep = into % StepMs;
            if (begun >= Flashes(state) || (begun == Flashes(state) - 1 && inStep >= OnMs(state)))
            {
                return period - into;
            }

            return inStep < OnMs(state) ? OnMs(state) - inStep : StepMs - inStep;
        }
    }
}
