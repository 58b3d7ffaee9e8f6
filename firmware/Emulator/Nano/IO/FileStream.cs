using JointWatch.Emulation.Storage;

namespace System.IO
{
    /// <summary>nanoFramework's file stream: what is written counts once it is closed.</summary>
    public sealed class FileStream : IDisposable
    {
        private readonly FlashHandle _handle;
        private readonly FileAccess _access;
        private readonly int _seekLimit;
        private bool _closed;

        public FileStream(string path, FileMode mode)
            : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
        {
        }

        public FileStream(string path, FileMode mode, FileAccess access)
            : this(path, mode, access, FileShare.Read)
        {
        }

        public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
        {
            _ = share;
            bool reads = mode is FileMode.Open or FileMode.OpenOrCreate;
            if ((!reads && (access & FileAccess.Write) == 0) || (mode == FileMode.Append && access != FileAccess.Write))
            {
                throw new ArgumentException("the mode needs another access", nameof(access));
            }

            Name = path;
            _access = access;
            _handle = Volume.Call("FileStream..ctor", flash =>
            {
                string full = FlashPath.Full(path);
                if (mode == FileMode.CreateNew && flash.FileExists(full))
                {
                    throw new FlashException(FlashError.PathAlreadyExists, path);
                }

                if (access != FileAccess.Read && flash.IsOpen(full))
                {
                    throw new FlashException(FlashError.UnauthorizedAccess, path);
                }

                bool mustExist = mode is FileMode.Open or FileMode.Truncate;
                return flash.Open(full, create: !mustExist, mustExist, truncate: mode is FileMode.Create or FileMode.Truncate);
            });
            if (mode == FileMode.Append)
            {
                _handle.Position = _handle.Length;
                _seekLimit = _handle.Length;
            }
        }

        public string Name { get; }

        public bool CanRead => !_closed && (_access & FileAccess.Read) != 0;

        public bool CanWrite => !_closed && (_access & FileAccess.Write) != 0;

        public bool CanSeek => !_closed;

        public long Length => Open()._handle.Length;

        public long Position
        {
            get => Open()._handle.Position;
            set => Seek(value, SeekOrigin.Begin);
        }

        public int Read(byte[] buffer, int offset, int count) =>
            CanRead ? Volume.Call("FileStream.Read", _ => _handle.Read(buffer, offset, count)) : throw Closed();

        public int ReadByte()
        {
            byte[] one = new byte[1];
            return Read(one, 0, 1) == 1 ? one[0] : -1;
        }

        public void Write(byte[] buffer, int offset, int count)
        {
            if (!CanWrite)
            {
                throw Closed();
            }

            Volume.Call("FileStream.Write", _ => _handle.Write(buffer, offset, count));
        }

        public void WriteByte(byte value) => Write(new byte[] { value }, 0, 1);

        public long Seek(long offset, SeekOrigin origin)
        {
            long to = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? Open()._handle.Position : _handle.Length);
            if (to < _seekLimit)
            {
                throw new IOException("before the beginning");
            }

            Open()._handle.Position = (int)to;
            return to;
        }

        public void SetLength(long value) => Volume.Call("FileStream.SetLength", _ => Open()._handle.SetLength((int)value));

        public void Flush() => Volume.Call("FileStream.Flush", _ => { Open(); });

        public void Close()
        {
            if (!_closed)
            {
                _closed = true;
                Volume.Call("FileStream.Close", _ => _handle.Close());
            }
        }

        public void Dispose() => Close();

        private FileStream Open() => _closed ? throw new ObjectDisposedException(Name) : this;

        private Exception Closed() => _closed ? new ObjectDisposedException(Name) : new NotSupportedException();
    }
}
