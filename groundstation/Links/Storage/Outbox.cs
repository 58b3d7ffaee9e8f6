using System.Buffers.Binary;
using JointWatch.Links.Protocol;

namespace JointWatch.Links.Storage;

/// <summary>
/// What was sent to a peer and is not taken yet, in a file: when <see cref="Add"/> returns, it is on the disk. Numbers go on from 1 without gaps as long as the file is there.
/// Not for several threads.
/// </summary>
/// <remarks>
/// The file: the text <c>jw-link1</c>, the stream's id (16 bytes) and the number of the first message (8); then for each message its length (4), a checksum (8: the beginning of its SHA-256) and the frame
/// (<c>links.cddl</c>). Integers are big-endian. A torn end is cut off when it is opened: such a message was never acknowledged to the sender.
/// </remarks>
internal sealed class Outbox : IDisposable
{
    private const int HeaderBytes = 8 + 16 + 8;
    private const int PrefixBytes = 4 + Checksum.Bytes;
    private const long WorthCompacting = 1 << 20;

    private readonly string _path;
    private readonly long _mostBytes;
    private readonly Queue<(MessageFrame Frame, int Bytes)> _waiting = new();
    private FileStream _file;
    private long _waitingBytes;
    private long _fileBytes;

    private Outbox(string path, long mostBytes, FileStream file, Guid stream, long first)
    {
        _path = path;
        _mostBytes = mostBytes;
        _file = file;
        Stream = stream;
        Next = first;
    }

    /// <summary>Gets the stream's id.</summary>
    public Guid Stream { get; }

    /// <summary>Gets the number that the next message will have.</summary>
    public long Next { get; private set; }

    /// <summary>Gets what waits, the oldest first.</summary>
    public IEnumerable<MessageFrame> Waiting => _waiting.Select(w => w.Frame);

    /// <summary>Gets how many wait.</summary>
    public int Count => _waiting.Count;

    /// <param name="newStream">The id of the stream if the file is made.</param>
    /// <exception cref="IOException">It cannot be used, or is no outbox.</exception>
    public static Outbox Open(string path, long mostBytes, Guid newStream)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            if (file.Length < HeaderBytes)
            {
                // New, or killed while it was made: nothing was ever sent.
                file.SetLength(0);
                WriteHeader(file, newStream, 1);
                file.Flush(flushToDisk: true);
                return new Outbox(path, mostBytes, file, newStream, 1) { _fileBytes = HeaderBytes };
            }

            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            if (!bytes.AsSpan(0, 8).SequenceEqual("jw-link1"u8))
            {
                throw new IOException($"{path} is no outbox of a link");
            }

            var outbox = new Outbox(path, mostBytes, file, new Guid(bytes.AsSpan(8, 16)), BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(24)));
            outbox.Read(bytes);
            return outbox;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a message.</summary>
    /// <exception cref="IOException">Too much waits, or the disk is full.</exception>
    public MessageFrame Add(string kind, ReadOnlyMemory<byte> payload)
    {
        var frame = new MessageFrame(Next, kind, payload.ToArray());
        byte[] entry = Entry(frame);
        if (_waitingBytes + entry.Length > _mostBytes)
        {
            throw new IOException($"{_waiting.Count} messages with {_waitingBytes} bytes wait for the peer; at most {_mostBytes} bytes may");
        }

        try
        {
            _file.Write(entry);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _file.SetLength(_fileBytes);
            throw;
        }

        _fileBytes += entry.Length;
        Keep(frame, entry.Length);
        return frame;
    }

    /// <summary>The peer has taken all up to a number.</summary>
    public void Taken(long number)
    {
        while (_waiting.TryPeek(out var oldest) && oldest.Frame.Number <= number)
        {
            _waiting.Dequeue();
            _waitingBytes -= oldest.Bytes;
        }

        if (_fileBytes > WorthCompacting && _waitingBytes < _fileBytes / 2)
        {
            Compact();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void WriteHeader(Stream file, Guid stream, long first)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        "jw-link1"u8.CopyTo(header);
        stream.TryWriteBytes(header[8..]);
        BinaryPrimitives.WriteInt64BigEndian(header[24..], first);
        file.Write(header);
    }

    private static byte[] Entry(MessageFrame frame)
    {
        byte[] body = FrameCodec.Write(frame);
        byte[] entry = new byte[PrefixBytes + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(entry, body.Length);
        Checksum.Of(body).CopyTo(entry, 4);
        body.CopyTo(entry, PrefixBytes);
        return entry;
    }

    private void Read(byte[] bytes)
    {
        int at = HeaderBytes;
        while (at + PrefixBytes <= bytes.Length)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            if (length <= 0 || length > bytes.Length - at - PrefixBytes)
            {
                break;
            }

            ReadOnlyMemory<byte> body = bytes.AsMemory(at + PrefixBytes, length);
            if (!Checksum.Of(body.Span).AsSpan().SequenceEqual(bytes.AsSpan(at + 4, Checksum.Bytes)) || FrameCodec.Read(body) is not MessageFrame frame || frame.Number != Next)
            {
                break;
            }

            at += PrefixBytes + length;
            Keep(frame, PrefixBytes + length);
        }

        _file.SetLength(at);
        _file.Seek(0, SeekOrigin.End);
        _fileBytes = at;
    }

    private void Keep(MessageFrame frame, int bytes)
    {
        _waiting.Enqueue((frame, bytes));
        _waitingBytes += bytes;
        Next = frame.Number + 1;
    }

    /// <summary>Writes what waits into a new file, which then takes the place of the old one.</summary>
    private void Compact()
    {
        string beside = _path + ".new";
        var file = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        WriteHeader(file, Stream, Next - _waiting.Count);
        foreach ((MessageFrame frame, _) in _waiting)
        {
            file.Write(Entry(frame));
        }

        file.Flush(flushToDisk: true);
        _fileBytes = file.Length;
        File.Move(beside, _path, overwrite: true);
        _file.Dispose();
        _file = file;
    }
}
