using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Sending
{
    /// <summary>
    /// Reports that memory cannot hold while the broker is away, in files of one flash block each, written whole and seldom: so many bytes in
    /// all, the oldest file dropped for the newest, and so many writes an hour. They outlast a restart.
    /// </summary>
    public sealed class Spill
    {
        /// <summary>A block of the flash (littlefs on 4 MB boards): what is erased for a write in any case.</summary>
        public const int SegmentBytes = 4096;

        /// <summary>The most reports in a file.</summary>
        public const int SegmentReports = 96;

        private const string Prefix = "spill-";
        private const int Head = 2;
        private const int Tail = 4;
        private const int HourMs = 3_600_000;
        private readonly IFlash _flash;
        private readonly byte[] _segment = new byte[SegmentBytes];
        private readonly int[] _counts;
        private readonly int _writesPerHour;
        private int _oldest;
        private int _next;
        private int _used = Head;
        private int _count;
        private long _hourMs = long.MinValue;
        private int _writes;

        /// <summary>The spill in a flash; takes up what an earlier run has left there.</summary>
        public Spill(IFlash flash, int bytes, int writesPerHour)
        {
            _flash = flash;
            _counts = new int[bytes < 2 * SegmentBytes ? 2 : bytes / SegmentBytes];
            _writesPerHour = writesPerHour;
            TakeUp();
        }

        /// <summary>Gets the files in the flash.</summary>
        public int Segments => _next - _oldest;

        /// <summary>The reports in the flash.</summary>
        public int Waiting;

        /// <summary>How many reports were dropped for want of room.</summary>
        public long DroppedCount;

        /// <summary>How many files were written since the start.</summary>
        public int Writes;

        /// <summary>Moves the oldest reports of a queue that is nearly full into the flash, a file of them, if the hour's writes are not used up.</summary>
        public void Relieve(Backlog queue, long monotonicMs)
        {
            if (!queue.IsNearlyFull || !MayWrite(monotonicMs))
            {
                return;
            }

            int length = TakeOldest(queue);
            while (length > 0)
            {
                BigEndian.Write16(_segment, _used, length);
                _used += 2 + length;
                _count++;
                length = TakeOldest(queue);
            }

            Write();
        }

        /// <summary>Puts the oldest file's reports into an empty queue. The file stays until <see cref="Forget"/>.</summary>
        public void Load(Backlog into)
        {
            byte[]? file = Whole(_flash.Read(Name(_oldest)));
            int at = Head;
            for (int left = file == null ? 0 : BigEndian.Read16(file, 0); left > 0; left--)
            {
                int length = BigEndian.Read16(file!, at);
                into.Add(file!, at + 2, length);
                at += 2 + length;
            }
        }

        /// <summary>Removes the oldest file: its reports are with the broker.</summary>
        public void Forget()
        {
            _flash.Delete(Name(_oldest));
            Waiting -= _counts[_oldest % _counts.Length];
            _oldest++;
        }

        private int TakeOldest(Backlog queue)
        {
            return _count == SegmentReports || _used + 2 + Tail >= SegmentBytes ? 0 : queue.TakeOldest(_segment, _used + 2, SegmentBytes - Tail);
        }

        private void Write()
        {
            if (_count == 0)
            {
                return;
            }

            if (Segments == _counts.Length)
            {
                DroppedCount += _counts[_oldest % _counts.Length];
                Forget();
            }

            BigEndian.Write16(_segment, 0, _count);
            BigEndian.Write32(_segment, _used, Checksum.Of(_segment, 0, _used));
            Writes++;
            _writes++;
            if (_flash.Write(Name(_next), _segment, _used + Tail))
            {
                _counts[_next % _counts.Length] = _count;
                Waiting += _count;
                _next++;
            }
            else
            {
                DroppedCount += _count;
            }

            _used = Head;
            _count = 0;
        }

        private bool MayWrite(long monotonicMs)
        {
            if (_hourMs == long.MinValue || monotonicMs - _hourMs >= HourMs)
            {
                _hourMs = monotonicMs;
                _writes = 0;
            }

            return _writes < _writesPerHour;
        }

        private void TakeUp()
        {
            string[] names = _flash.Names(Prefix);
            int least = int.MaxValue;
            int most = -1;
            for (int i = 0; i < names.Length; i++)
            {
                if (int.TryParse(names[i].Substring(Prefix.Length), out int number) && number >= 0)
                {
                    least = number < least ? number : least;
                    most = number > most ? number : most;
                }
            }

            _next = most + 1;
            _oldest = most < 0 ? 0 : least > _next - _counts.Length ? least : _next - _counts.Length;
            for (int number = least; number < _oldest; number++)
            {
                _flash.Delete(Name(number));
            }

            for (int number = _oldest; number < _next; number++)
            {
                byte[]? file = Whole(_flash.Read(Name(number)));
                _counts[number % _counts.Length] = file == null ? 0 : BigEndian.Read16(file, 0);
                Waiting += _counts[number % _counts.Length];
            }
        }

        /// <summary>A file whose checksum fits and whose lengths add up; power may have been cut while it was written.</summary>
        private static byte[]? Whole(byte[]? file)
        {
            int end = file == null ? 0 : file.Length - Tail;
            if (file == null || end < Head || file.Length > SegmentBytes || BigEndian.Read32(file, end) != Checksum.Of(file, 0, end))
            {
                return null;
            }

            int at = Head;
            int left = BigEndian.Read16(file, 0);
            if (left > SegmentReports)
            {
                return null;
            }

            for (; left > 0; left--)
            {
                at = end - at < 2 ? end + 1 : at + 2 + BigEndian.Read16(file, at);
                if (at > end)
                {
                    return null;
                }
            }

            return at == end ? file : null;
        }

        private static string Name(int number)
        {
            return Prefix + number.ToString();
        }
    }
}
