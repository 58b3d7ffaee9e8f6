using System.Buffers.Binary;

namespace JointWatch.TransparencyLog.Tiles;

/// <summary>The bytes of a bundle: each entry behind its length, a big-endian uint16.</summary>
public static class EntryBundle
{
    /// <summary>The longest entry, bytes.</summary>
    public const int MaxEntryBytes = ushort.MaxValue;

    internal const int MaxBytes = TileName.FullWidth * (LengthBytes + MaxEntryBytes);
    private const int LengthBytes = 2;

    /// <exception cref="ArgumentException">An entry is too long.</exception>
    public static byte[] Encode(IReadOnlyCollection<ReadOnlyMemory<byte>> entries)
    {
        byte[] bytes = new byte[entries.Sum(e => LengthBytes + e.Length)];
        int at = 0;
        foreach (ReadOnlyMemory<byte> entry in entries)
        {
            if (entry.Length > MaxEntryBytes)
            {
                throw new ArgumentException($"An entry of {entry.Length} bytes; expected at most {MaxEntryBytes}.", nameof(entries));
            }

            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)entry.Length);
            entry.Span.CopyTo(bytes.AsSpan(at + LengthBytes));
            at += LengthBytes + entry.Length;
        }

        return bytes;
    }

    /// <summary>Reads the entries of a bundle.</summary>
    /// <exception cref="LogFormatException">The bundle ends within an entry, or has more or fewer entries than it should.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Decode(ReadOnlyMemory<byte> bytes, int width)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> entries = DecodeWhole(bytes, width, out int left);
        return entries.Count == width && left == 0
            ? entries
            : throw new LogFormatException(
                "entry bundle",
                null,
                $"{entries.Count} whole entries and {left} bytes more",
                $"{width} entries");
    }

    /// <summary>Reads as many entries as are whole, at most <paramref name="most"/>.</summary>
    /// <param name="left">How many bytes are left over.</param>
    internal static IReadOnlyList<ReadOnlyMemory<byte>> DecodeWhole(ReadOnlyMemory<byte> bytes, int most, out int left)
    {
        List<ReadOnlyMemory<byte>> entries = [];
        while (entries.Count < most && bytes.Length >= LengthBytes
            && BinaryPrimitives.ReadUInt16BigEndian(bytes.Span) is var length && bytes.Length >= LengthBytes + length)
        {
            entries.Add(bytes.Slice(LengthBytes, length));
            bytes = bytes[(LengthBytes + length)..];
        }

        left = bytes.Length;
        return entries;
    }
}
