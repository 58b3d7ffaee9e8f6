using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Esp32.Guard
{
    /// <summary>Reasons in words for the console.</summary>
    public static class Words
    {
        /// <summary>Why a board starts. A switch, for a board prints an enumeration as its number.</summary>
        public static string Of(BootReason reason)
        {
            switch (reason)
            {
                case BootReason.Power:
                    return "power";
                case BootReason.Command:
                    return "command";
                case BootReason.Crash:
                    return "crash";
                case BootReason.Watchdog:
                    return "watchdog";
                case BootReason.NewSetUp:
                    return "new set-up";
                case BootReason.SetUpRolledBack:
                    return "set-up rolled back";
                default:
                    return "unknown";
            }
        }
    }
}
