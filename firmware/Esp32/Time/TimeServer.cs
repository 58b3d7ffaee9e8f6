using System;
using System.Threading;
using JointWatch.Firmware.Board;
using nanoFramework.Networking;
using nanoFramework.Runtime.Native;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>
    /// Asks a time server through the native SNTP client. That one tells no one when it has an answer: it sets the system's clock. So that an answer
    /// shows even where it changes nothing, as after a warm restart, the system's clock is set to a year long gone first. The node never reads it.
    /// </summary>
    public sealed class TimeServer
    {
        private const int AnswerMs = 8_000;
        private const int LookMs = 50;
        private const int MostReads = 2_000;
        private const int LongGone = 2001;
        private const int Year = 2024;

        /// <summary>The native client keeps the pointer that it is given and no copy: a name that the heap moves or frees would be lost.</summary>
        private readonly string _server;

        private readonly ClockDiscipline _discipline;
        private readonly SyncSchedule _schedule = new SyncSchedule();

        public TimeServer(ClockDiscipline discipline, string? server)
        {
            _discipline = discipline;
            _server = server ?? "pool.ntp.org";
        }

        /// <summary>Gets the server's name.</summary>
        public string Name => _server;

        /// <summary>Gets whether it is time to ask.</summary>
        public bool IsDue => _schedule.IsDue(Environment.TickCount64);

        /// <summary>Asks, and waits some seconds for the answer.</summary>
        /// <returns>Whether one came.</returns>
        public bool Sync()
        {
            long begunMs = Environment.TickCount64;
            DateTime before = DateTime.UtcNow;
            Rtc.SetSystemTime(new DateTime(LongGone, 1, 1));

            // Set anew each time, since a collection may have moved the text.
            Sntp.Server1 = _server;
            Sntp.UpdateNow();
            bool answered = false;
            while (!answered && Environment.TickCount64 - begunMs < AnswerMs)
            {
                Thread.Sleep(LookMs);
                answered = DateTime.UtcNow.Year >= Year;
            }

            // From now on no one sets the clock behind our back.
            Sntp.Stop();
            if (answered)
            {
                Read();
            }
            else
            {
                // Certificates are judged by the system's clock.
                Rtc.SetSystemTime(before.AddMilliseconds(Environment.TickCount64 - begunMs));
            }

            _schedule.Done(answered, Environment.TickCount64);
            return answered;
        }

        /// <summary>Reads both clocks where the monotonic one, which counts in steps of up to 10 ms, goes on to its next step.</summary>
        private void Read()
        {
            long first = Environment.TickCount64;
            long monotonicMs = first;
            long utcUs = 0;
            for (int i = 0; i < MostReads && monotonicMs == first; i++)
            {
                utcUs = (DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / 10;
                monotonicMs = Environment.TickCount64;
            }

            _discipline.Synced(monotonicMs, utcUs);
        }
    }
}
