using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Esp32.Guard
{
    /// <summary>Reasons in words for the console.</summary>
    public static class Words
    {
        /// <summary>Why a board starts. A switch, for a board prints an enumeration as its number.</summary>
        public static string Of(BootReason reason)
        {
            return "unknown,power,command,crash,watchdog,new set-up,set-up rolled back".Split(',')[(int)reason];
        }
    }
}
