using System.Buffers.Binary;
using JointWatch.Exchange.Records;
using JointWatch.Exercises;

namespace JointWatch.Exchange.Files;

/// <summary>
/// Entries one after another in a file, each with its length before it in two bytes, big-endian: an entry bundle of <see href="https://c2sp.org/tlog-tiles"/>, of any number.
/// </summary>
public static class EntryBundle
{
    private const int LengthBytes = 2;

    /// <summary>The bytes of a bundle.</summary>
    public static byte[] Write(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        using var stream = new MemoryStream();
        Span<byte> length = stackalloc byte[LengthBytes];
        foreach (ReadOnlyMemory<byte> entry in entries)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(entry.Length, RecordReader.LargestBytes, nameof(entries));
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
            stream.Write(length);
            stream.Write(entry.Span);
        }

        return stream.ToArray();
    }

    /// <summary>The entries of a bundle.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <exception cref="InvalidInputException">An entry is cut off.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bytes, string source)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        int at = 0;
        while (at < bytes.Length)
        {
            int length = bytes.Length - at < LengthBytes ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]);
            int next = at + LengthBytes + length;
            if (next > bytes.Length)
            {
                throw new InvalidInputException(source, null, $"entry {entries.Count}", $"{bytes.Length - at} bytes", $"{LengthBytes + length} bytes, a length of two and the entry");
            }

            entries.Add(bytes[(at + LengthBytes)..next]);
            at = next;
        }

        return entries;
    }
}
