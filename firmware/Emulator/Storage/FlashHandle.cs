namespace JointWatch.Emulation.Storage;

/// <summary>An open file. Its changes count once it is closed.</summary>
internal sealed class FlashHandle(VirtualFlash flash, string path, byte[] content, bool dirty)
{
    private byte[] _content = (byte[])content.Clone();
    private int _length = content.Length;

    public string Path => path;

    public bool IsDirty { get; private set; } = dirty;

    public int Length => _length;

    public int Position { get; set; }

    /// <summary>Gets how many bytes the last write had.</summary>
    public int LastWriteBytes { get; private set; }

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = Math.Max(0, Math.Min(count, _length - Position));
        Array.Copy(_content, Position, buffer, offset, read);
        Position += read;
        return read;
    }

    /// <exception cref="FlashException">There is no space left. The file on the flash is as before.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        int end = Position + count;
        if (end > _content.Length)
        {
            Array.Resize(ref _content, Math.Max(end, _content.Length * 2));
        }

        Array.Copy(buffer, offset, _content, Position, count);
        Position = end;
        _length = Math.Max(_length, end);
        LastWriteBytes = count;
        IsDirty = true;
        flash.Written(this);
    }

    public void SetLength(int length)
    {
        Array.Resize(ref _content, Math.Max(length, _content.Length));
        Array.Clear(_content, Math.Min(length, _length), Math.Abs(length - _length));
        _length = length;
        Position = Math.Min(Position, length);
        IsDirty = true;
    }

    public byte[] ToArray() => _content[.._length];

    public void Close() => flash.Close(this);
}
