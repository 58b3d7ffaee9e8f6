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
        private const int StageHead = 1;
        private const int KeptHead = 4;
        private readonly IFlash _flash;
        private readonly TwoSlots _stage;
        private readonly TwoSlots _kept;
        private readonly TwoSlots _good;
        private uint _fileChecksum;
        private byte[]? _inUse;

        /// <summary>The store in a flash.</summary>
        public SetupStore(IFlash flash)
        {
            _flash = flash;
            _stage = new TwoSlots(flash, "stage");
            _kept = new TwoSlots(flash, "kept");
            _good = new TwoSlots(flash, "good");
        }

        /// <summary>Whether the set-up in use has yet to prove itself.</summary>
        public bool OnTrial;

        /// <summary>Whether this start took a new set-up back.</summary>
        public bool RolledBack;

        /// <summary>Whether a new set-up waits for the next start.</summary>
        public bool Waiting;

        /// <summary>What is wrong with the file, where the last good set-up stands in for it; else null.</summary>
        public string? Warning;

        /// <summary>Chooses the set-up of this start. Once, before all else.</summary>
        /// <returns>A set-up, which tells what is wrong with it.</returns>
        public BoardSetup Load()
        {
            byte[]? file = _flash.Read(FileName);
            _fileChecksum = file == null ? 0 : Checksum.Of(file, 0, file.Length);
            byte[]? stage = _stage.Read();
            byte[]? keptRecord = _kept.Read();
            int state = stage == null || stage.Length == 0 ? None : stage[0];
            if (state == Staged)
            {
                byte[] text = Text(stage!, StageHead);
                WriteStage(Trying, text);
                OnTrial = true;
                return Use(text);
            }

            // A file that was flashed after a set-up was kept is newer than that.
            byte[]? keptText = keptRecord == null || keptRecord.Length < KeptHead || BigEndian.Read32(keptRecord, 0) != _fileChecksum
                ? null
                : Text(keptRecord, KeptHead);
            if (state == Trying)
            {
                // Power may have gone between keeping it and saying that the trial is over.
                RolledBack = keptText == null || !Same(keptText, Text(stage!, StageHead));
                WriteStage(None, new byte[0]);
            }

            if (keptText != null)
            {
                BoardSetup kept = Use(keptText);
                if (kept.Problem == null)
                {
                    return kept;
                }
            }

            return LastGood(file != null
                ? Use(file)
                : new BoardSetup { Problem = new SetupException(FileName, "missing", "the board's set-up, written when it is flashed").Message });
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
                Waiting = WriteStage(Staged, text);
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
                OnTrial = !(WriteKept(_inUse) && WriteStage(None, new byte[0]));
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
            WriteStage(None, new byte[0]);
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

        private bool WriteStage(int state, byte[] text)
        {
            byte[] record = new byte[StageHead + text.Length];
            record[0] = (byte)state;
            Array.Copy(text, 0, record, StageHead, text.Length);
            return _stage.Write(record, record.Length);
        }

        private bool WriteKept(byte[] text)
        {
            byte[] record = new byte[KeptHead + text.Length];
            BigEndian.Write32(record, 0, _fileChecksum);
            Array.Copy(text, 0, record, KeptHead, text.Length);
            return _kept.Write(record, record.Length);
        }

        private static byte[] Text(byte[] record, int head)
        {
            byte[] text = new byte[record.Length - head];
            Array.Copy(record, head, text, 0, text.Length);
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
