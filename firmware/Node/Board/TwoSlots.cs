using System;

namespace JointWatch.Firmware.Board
{
    /// <summary>
    /// A record that survives a power cut in the middle of its writing: each write goes to the older of two files, with a number and a checksum,
    /// and a read takes the newest that is whole. So at every instant one whole record lies in the flash.
    /// </summary>
    public sealed class TwoSlots
    {
        /// <summary>Bytes of a slot beside the record: a mark, a number and a checksum.</summary>
        public const int Overhead = 12;

        private const uint Mark = 0x4A575331;
        private readonly IFlash _flash;
        private readonly string _first;
        private readonly string _second;
        private uint _number;
        private bool _firstIsNewest;

        /// <summary>The record of a name; its files are called so, with <c>-a</c> and <c>-b</c> behind it.</summary>
        public TwoSlots(IFlash flash, string name)
        {
            _flash = flash;
            _first = name + "-a";
            _second = name + "-b";
        }

        /// <summary>The record as it was last written whole, or null where there is none.</summary>
        public byte[]? Read()
        {
            byte[]? first = Whole(_flash.Read(_first), out uint firstNumber);
            byte[]? second = Whole(_flash.Read(_second), out uint secondNumber);

            // Newer by the difference, so that the number may run over.
            _firstIsNewest = first != null && (second == null || (int)(firstNumber - secondNumber) > 0);
            _number = _firstIsNewest ? firstNumber : second != null ? secondNumber : 0;
            return _firstIsNewest ? first : second;
        }

        /// <summary>Writes the record. <see cref="Read"/> comes first, once, for it tells which file is the older.</summary>
        /// <returns>False where the flash did not take it; the record before is still there then.</returns>
        public bool Write(byte[] record, int length)
        {
            byte[] slot = new byte[Overhead + length];
            BigEndian.Write32(slot, 0, Mark);
            BigEndian.Write32(slot, 4, _number + 1);
            Array.Copy(record, 0, slot, 8, length);
            BigEndian.Write32(slot, 8 + length, Checksum.Of(slot, 0, 8 + length));
            if (!_flash.Write(_firstIsNewest ? _second : _first, slot, slot.Length))
            {
                return false;
            }

            _number++;
            _firstIsNewest = !_firstIsNewest;
            return true;
        }

        private static byte[]? Whole(byte[]? slot, out uint number)
        {
            number = 0;
            int end = slot == null ? 0 : slot.Length - 4;
            if (slot == null || end < 8 || BigEndian.Read32(slot, 0) != Mark || BigEndian.Read32(slot, end) != Checksum.Of(slot, 0, end))
            {
                return null;
            }

            number = BigEndian.Read32(slot, 4);
            byte[] record = new byte[end - 8];
            Array.Copy(slot, 8, record, 0, record.Length);
            return record;
        }
    }
}
