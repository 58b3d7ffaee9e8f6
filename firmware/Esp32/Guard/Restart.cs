using System;
using System.Threading;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;
using nanoFramework.Runtime.Native;

namespace JointWatch.Firmware.Esp32.Guard
{
    /// <summary>Starts the board anew, and leaves word why.</summary>
    public sealed class Restart
    {
        private readonly object _lock = new object();
        private readonly BootLog _log;
        private bool _begun;

        public Restart(BootLog log)
        {
            _log = log;
        }

        /// <summary>Starts the board anew. Does not return.</summary>
        public void Now(BootReason reason, string? cause)
        {
            lock (_lock)
            {
                // The first reason is the true one: what fails while the board goes down follows from it.
                if (!_begun)
                {
                    _begun = true;
                    _log.Announce(reason, cause);
                    Console.WriteLine("restart: " + Words.Of(reason) + (cause == null ? "" : ": " + cause));
                }
            }

            Power.RebootDevice(RebootOption.NormalReboot);

            // The call only asks for it on some targets.
            Thread.Sleep(Timeout.Infinite);
        }

        /// <summary>A thread has met an exception that it cannot go on after.</summary>
        public void Crashed(string thread, Exception e)
        {
            Now(BootReason.Crash, thread + ": " + e.GetType().Name + " " + e.Message);
        }
    }
}
