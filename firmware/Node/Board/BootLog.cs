using System;
using JointWatch.Contract;
using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Board
{
    /// <summary>
    /// Counts the board's starts and keeps why it stopped. A start that no one announced is one by power: the record says so in advance, and
    /// whoever restarts the board writes a better reason just before.
    /// </summary>
    public sealed class BootLog
    {
        /// <summary>So many crashes in a row, none of them after <see cref="StableMs"/> of running, and the board starts in safe mode.</summary>
        public const int CrashesToSafeMode = 3;

        /// <summary>A run of ten minutes says that the crash before it is not of the kind that comes back at once.</summary>
        public const int StableMs = 600_000;

        private const int Fixed = 7;
        private readonly TwoSlots _slots;
        private int _crashes;
        private string? _cause;

        /// <summary>The log in a flash. Counts this start at once.</summary>
        public BootLog(IFlash flash)
        {
            _slots = new TwoSlots(flash, "boot");
            byte[]? record = _slots.Read();
            Reason = BootReason.Power;
            if (record != null && record.Length >= Fixed)
            {
                Boot = BigEndian.Read32(record, 0);
                Reason = record[4] >= (int)BootReason.Power && record[4] <= (int)BootReason.SetUpRolledBack ? (BootReason)record[4] : BootReason.Unknown;
                _crashes = record[5];
                _cause = Ascii(record, Fixed, record[6]);
            }

            Boot++;
            bool crashed = Reason == BootReason.Crash || Reason == BootReason.Watchdog;
            _crashes = crashed ? _crashes : 0;
            Cause = _cause;
            SafeMode = _crashes >= CrashesToSafeMode;
            Kept = Write(BootReason.Power);
        }

        /// <summary>The number of this start, from 1.</summary>
        public readonly uint Boot;

        /// <summary>Why the board started.</summary>
        public readonly BootReason Reason;

        /// <summary>What the last crash was, or null where none is known.</summary>
        public readonly string? Cause;

        /// <summary>Whether the board is to do no more than what is needed to talk to it.</summary>
        public readonly bool SafeMode;

        /// <summary>Whether the flash took this start's number. Where not, the next start will have the same one.</summary>
        public readonly bool Kept;

        /// <summary>Says why the next start will be: just before it.</summary>
        /// <param name="reason">Why.</param>
        /// <param name="cause">What went wrong, for a crash and the watchdog; its first 64 printable characters are kept.</param>
        public void Announce(BootReason reason, string? cause)
        {
            if (reason == BootReason.Crash || reason == BootReason.Watchdog)
            {
                _crashes = _crashes >= byte.MaxValue ? byte.MaxValue : _crashes + 1;
                _cause = AsciiText.Of(cause ?? "unknown", Limits.TextBytes);
            }

            Write(reason);
        }

        /// <summary>The board has run long enough that crashes before count no longer.</summary>
        public void Stable()
        {
            if (_crashes > 0)
            {
                _crashes = 0;
                Write(BootReason.Power);
            }
        }

        private bool Write(BootReason reason)
        {
            int length = _cause == null ? 0 : _cause.Length;
            byte[] record = new byte[Fixed + length];
            BigEndian.Write32(record, 0, Boot);
            record[4] = (byte)reason;
            record[5] = (byte)_crashes;
            record[6] = (byte)length;
            Array.Copy(Topics.Bytes(_cause ?? ""), 0, record, Fixed, length);
            return _slots.Write(record, record.Length);
        }

        private static string? Ascii(byte[] record, int offset, int length)
        {
            if (length == 0 || offset + length > record.Length)
            {
                return null;
            }

            char[] text = new char[length];
            return Utf8.Read(record, offset, length, text, 0) == length ? new string(text) : null;
        }
    }
}
