using System;
using System.Threading;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;
using nanoFramework.Runtime.Native;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>Starts the board anew, and leaves word why.</summary>
    public sealed class Restart
    {
        private const int WriteMs = 3_000;
        private readonly object _lock = new object();
        private readonly ManualResetEvent _written = new ManualResetEvent(false);
        private readonly BootLog _log;
        private BootReason _reason;
        private string? _cause;
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
                    _reason = reason;
                    _cause = cause;
                    Console.WriteLine("restart: " + Word(reason) + (cause == null ? "" : ": " + cause));

                    // On a thread of its own: one that hangs in the flash holds the flash's lock, and must not hold up its own end.
                    new Thread(WriteDown).Start();
                    _written.WaitOne(WriteMs, false);
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

        /// <summary>A reason in words, as they stand on the console and in a state.</summary>
        public static string Word(BootReason reason)
        {
            return "unknown,power,command,crash,watchdog,new set-up,set-up rolled back".Split(',')[(int)reason];
        }

        private void WriteDown()
        {
            _log.Announce(_reason, _cause);
            _written.Set();
        }
    }
}
