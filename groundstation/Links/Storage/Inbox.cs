using System.Buffers.Binary;

namespace JointWatch.Links.Storage;

/// <summary>What was taken from a peer: the stream and the last number, in a small file. Not for several threads.</summary>
/// <remarks>The file: the stream's id (16 bytes), the number (8, big-endian), a checksum of both (8: the beginning of their SHA-256). It is written beside and renamed, so it is old or new and never torn.</remarks>
internal sealed class Inbox
{
    private const int Bytes = 16 + 8 + Checksum.Bytes;

    private readonly string _path;

    private Inbox(string path) => _path = path;

    /// <summary>Gets the peer's stream; <see cref="Guid.Empty"/> before anything was taken.</summary>
    public Guid Stream { get; private set; }

    /// <summary>Gets the last number that was taken of it.</summary>
    public long Taken { get; private set; }

    /// <exception cref="IOException">It cannot be used, or is damaged.</exception>
    public static Inbox Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var inbox = new Inbox(path);
        if (File.Exists(path))
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (bytes.Length != Bytes || !Checksum.Of(bytes.AsSpan(0, 24)).AsSpan().SequenceEqual(bytes.AsSpan(24)))
            {
                throw new IOException($"{path} is damaged: what was taken from the peer is not known. Delete it to take all that the peer still has, again");
            }

            (inbox.Stream, inbox.Taken) = (new Guid(bytes.AsSpan(0, 16)), BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(16)));
        }

        return inbox;
    }

    /// <summary>A number was taken for good.</summary>
    public void Take(Guid stream, long number)
    {
        byte[] bytes = new byte[Bytes];
        stream.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(16), number);
        Checksum.Of(bytes.AsSpan(0, 24)).CopyTo(bytes, 24);
        string beside = _path + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, _path, overwrite: true);
        (Stream, Taken) = (stream, number);
    }
}
