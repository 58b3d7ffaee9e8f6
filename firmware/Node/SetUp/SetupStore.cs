using System;
using JointWatch.Contract.Cbor;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.SetUp
{
    /// <summary>
    /// Which set-up a board goes by: <c>node.json</c> as it was flashed, or a newer one that came by command and has proven itself. A new one is
    /// staged, tried at the next start, and kept once the node has connected with it; a start without that rolls it back. Each of these steps is
    /// one write that power cannot cut in two.
    /// </summary>
    public sealed class SetupStore
    {
        /// <summary>The file as it was flashed.</summary>
        public const string FileName = "node.json";

        /// <summary>How long a new set-up may take to connect, milliseconds.</summary>
        public const int TrialMs = 300_000;

        private const int None = 0;
        private const int Staged = 1;
        private const int Trying = 2;
        private const int Kept = 3;
        private const int Head = 5;
        private readonly IFlash _flash;
        private readonly TwoSlots _record;
        private readonly TwoSlots _good;
        private uint _fileChecksum;
        private byte[]? _inUse;

        /// <summary>The store in a flash.</summary>
        public SetupStore(IFlash flash)
        {
            _flash = flash;
            _record = new TwoSlots(flash, "setup");
            _good = new TwoSlots(flash, "good");
        }

        /// <summary>Gets whether the set-up in use has yet to prove itself.</summary>
        public bool OnTrial { get; private set; }

        /// <summary>Gets whether this start took a new set-up back.</summary>
        public bool RolledBack { get; private set; }

        /// <summary>Gets whether a new set-up waits for the next start.</summary>
        public bool Waiting { get; private set; }

        /// <summary>Gets what is wrong with the file, where the last good set-up stands in for it; else null.</summary>
        public string? Warning { get; private set; }

        /// <summary>Chooses the set-up of this start. Once, before all else.</summary>
        /// <returns>A set-up, which tells what is wrong with it.</returns>
        public BoardSetup Load()
        {
            byte[]? file = _flash.Read(FileName);
            _fileChecksum = file == null ? 0 : Checksum.Of(file, 0, file.Length);
            byte[]? record = _record.Read();
            int state = record == null || record.Length < Head ? None : record[0];
            if (state == Staged)
            {
                Write(Trying, Text(record!));
                OnTrial = true;
                return Use(Text(record!));
            }

            if (state == Trying)
            {
                Write(None, new byte[0]);
                RolledBack = true;
            }

            // A file that was flashed after a set-up was kept is newer than that.
            if (state == Kept && BigEndian.Read32(record!, 1) == _fileChecksum)
            {
                BoardSetup kept = Use(Text(record!));
                if (kept.Problem == null)
                {
                    return kept;
                }
            }

            return file == null ? LastGood(Missing()) : LastGood(Use(file));
        }

        /// <summary>Checks a new set-up and keeps it for the next start.</summary>
        /// <returns>Null, or why it is refused.</returns>
        public string? Stage(string json)
        {
            char[] characters = json.ToCharArray();
            int length = Utf8.ByteCount(characters);
            if (length < 0 || length > SetupReader.MaxBytes)
            {
                return "set-up of " + characters.Length.ToString() + " characters; expected 4096 bytes";
            }

            byte[] text = new byte[length];
            Utf8.Write(characters, text, 0);
            string? problem = SetupReader.Read(text, length).Problem;
            if (problem == null)
            {
                Waiting = Write(Staged, text);
                problem = Waiting ? null : "the flash did not take it";
            }

            return problem;
        }

        /// <summary>The node has connected with the set-up in use: a new one is kept, and it becomes the last good one.</summary>
        public void Connected()
        {
            if (_inUse == null || Waiting)
            {
                return;
            }

            if (OnTrial)
            {
                OnTrial = !Write(Kept, _inUse);
            }

            if (!Same(_good.Read(), _inUse))
            {
                _good.Write(_inUse, _inUse.Length);
            }

            _inUse = null;
        }

        /// <summary>Takes the set-up on trial back; the board is to start anew then.</summary>
        public void GiveUp()
        {
            OnTrial = false;
            Write(None, new byte[0]);
        }

        private BoardSetup LastGood(BoardSetup setup)
        {
            byte[]? text = setup.Problem == null ? null : _good.Read();
            if (text == null)
            {
                return setup;
            }

            BoardSetup good = SetupReader.Read(text, text.Length);
            if (good.Problem != null)
            {
                return setup;
            }

            Warning = setup.Problem;
            return good;
        }

        private BoardSetup Use(byte[] text)
        {
            _inUse = text;
            return SetupReader.Read(text, text.Length);
        }

        private bool Write(int state, byte[] text)
        {
            byte[] record = new byte[Head + text.Length];
            record[0] = (byte)state;
            BigEndian.Write32(record, 1, _fileChecksum);
            Array.Copy(text, 0, record, Head, text.Length);
            return _record.Write(record, record.Length);
        }

        private static BoardSetup Missing()
        {
            return new BoardSetup { Problem = new SetupException(FileName, "missing", "the board's set-up, written when it is flashed").Message };
        }

        private static byte[] Text(byte[] record)
        {
            byte[] text = new byte[record.Length - Head];
            Array.Copy(record, Head, text, 0, text.Length);
            return text;
        }

        private static bool Same(byte[]? a, byte[] b)
        {
            if (a == null || a.Length != b.Length)
            {
                return false;
            }

            for (int i = 0; i < b.Length; i++)
            {
                if (a[i] != b[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
