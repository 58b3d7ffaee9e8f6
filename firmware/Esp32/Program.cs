using System;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>The firmware's begin. It never ends: what is not caught elsewhere restarts the board, and the next start tells of it.</summary>
    public static class Program
    {
        /// <summary>The firmware's name and version, as the console and the birth show it.</summary>
        public const string Version = "JointWatch 0.1.0";

        public static void Main()
        {
            FlashStore flash = new FlashStore();
            BootLog log = new BootLog(flash);
            Restart restart = new Restart(log);
            try
            {
                new Application(flash, log, restart).Run();
            }
            catch (Exception e)
            {
                restart.Crashed("main", e);
            }
        }
    }
}
