using System.Buffers.Binary;
using JointWatch.Exchange.Files;

namespace JointWatch.Joint.Desk;

/// <summary>
/// A file that entries are put behind each other in, each with its length before it (<see cref="EntryBundle"/>), and that is on the disk when <see cref="Append"/> returns. What a
/// crash has left of a half-written entry is cut off when it is opened. One thread.
/// </summary>
internal sealed class BundleFile : IDisposable
{
    private const int LengthBytes = 2;

    private readonly FileStream _stream;

    private BundleFile(FileStream stream) => _stream = stream;

    /// <summary>Opens a file, or makes it.</summary>
    /// <param name="entries">What is in it.</param>
    /// <exception cref="IOException">Another program has it open, or it cannot be used.</exception>
    public static BundleFile Open(string path, out IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        int whole = Whole(bytes);
        stream.SetLength(whole);
        stream.Seek(0, SeekOrigin.End);
        entries = EntryBundle.Read(bytes.AsMemory(0, whole), path);
        return new BundleFile(stream);
    }

    public void Append(params IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        long before = _stream.Length;
        try
        {
            _stream.Write(EntryBundle.Write(entries));
            _stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // A full disk: the file goes back to what it was, so that the next entry does not follow a torn one.
            _stream.SetLength(before);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static int Whole(byte[] bytes)
    {
        int at = 0;
        while (at + LengthBytes <= bytes.Length && at + LengthBytes + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at)) is var next && next <= bytes.Length)
        {
            at = next;
        }

        return at;
    }
}
