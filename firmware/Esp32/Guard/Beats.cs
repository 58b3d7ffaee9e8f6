using System;
using System.Threading;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>
    /// The watchdog's thread. nanoFramework hands no hardware watchdog to managed code: a loop that hangs is found here, and a machine that hangs
    /// altogether by the one that the native firmware keeps fed itself.
    /// </summary>
    public sealed class Beats
    {
        /// <summary>The main loop: a step takes milliseconds, a block of flash some tens.</summary>
        public const int Main = 0;

        /// <summary>The link's loop: Wi-Fi 20 s, time 8 s, connecting 60 s and more until TCP gives up.</summary>
        public const int Link = 1;

        private const int LookMs = 1_000;
        private readonly Watchdog _watchdog;
        private readonly Restart _restart;

        public Beats(Restart restart)
        {
            _restart = restart;
            _watchdog = new Watchdog(new string[] { "main loop", "link loop" }, new int[] { 20_000, 240_000 }, Environment.TickCount64);
        }

        /// <summary>A loop is alive.</summary>
        public void Beat(int loop)
        {
            _watchdog.Beat(loop, Environment.TickCount64);
        }

        /// <summary>Begins to watch.</summary>
        public void Start()
        {
            new Thread(Run).Start();
        }

        private void Run()
        {
            while (true)
            {
                Thread.Sleep(LookMs);
                string? late = _watchdog.Look(Environment.TickCount64);
                if (late != null)
                {
                    _restart.Now(BootReason.Watchdog, late);
                }
            }
        }
    }
}
