using System.Globalization;
using JointWatch.Exercises;

namespace JointWatch.Exchange.Files;

/// <summary>
/// The entries of a log, from its folder of <see href="https://c2sp.org/tlog-tiles"/> or from a file of entries. It believes what it reads: whether a log is whole and signed,
/// <c>jointwatch log verify</c> tells.
/// </summary>
public static class EntrySource
{
    private const int BundleWidth = 256;
    private const long LargestFile = 1L << 31;

    /// <exception cref="InvalidInputException">It cannot be read, or is neither.</exception>
    public static IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> Read(string path) => Directory.Exists(path) ? ReadFolder(path) : ReadFile(path);

    private static IEnumerable<(long, ReadOnlyMemory<byte>)> ReadFile(string path) => EntryBundle.Read(Bytes(path), path).Select((entry, i) => ((long)i, entry));

    private static IEnumerable<(long, ReadOnlyMemory<byte>)> ReadFolder(string folder)
    {
        long size = Size(Path.Combine(folder, "checkpoint"));
        for (long bundle = 0; bundle * BundleWidth < size; bundle++)
        {
            int width = (int)Math.Min(BundleWidth, size - (bundle * BundleWidth));
            string whole = Path.Combine(folder, "tile", "entries", Name(bundle));
            string path = width < BundleWidth && !File.Exists(whole) ? Path.Combine(whole + ".p", width.ToString(CultureInfo.InvariantCulture)) : whole;
            IReadOnlyList<ReadOnlyMemory<byte>> entries = EntryBundle.Read(Bytes(path), path);
            if (entries.Count < width)
            {
                throw new InvalidInputException(path, null, "entries", $"{entries.Count}", $"{width} or more, for the checkpoint says {size} in all");
            }

            for (int i = 0; i < width; i++)
            {
                yield return ((bundle * BundleWidth) + i, entries[i]);
            }
        }
    }

    /// <summary>The second line of a checkpoint (c2sp.org/tlog-checkpoint).</summary>
    private static long Size(string path)
    {
        string[] lines = System.Text.Encoding.UTF8.GetString(Bytes(path)).Split('\n', 3);
        return lines.Length == 3 && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out long size)
            ? size
            : throw new InvalidInputException(path, 2, "size", lines.Length > 1 ? lines[1] : null, "a checkpoint, with the number of entries in its second line");
    }

    /// <summary>A number in groups of three digits, all but the last behind an 'x': <c>x001/234</c>.</summary>
    private static string Name(long number)
    {
        string name = (number % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (long rest = number / 1000; rest > 0; rest /= 1000)
        {
            name = Path.Combine("x" + (rest % 1000).ToString("000", CultureInfo.InvariantCulture), name);
        }

        return name;
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile
                ? File.ReadAllBytes(path)
                : throw new InvalidInputException(path, null, null, null, $"a file of at most {LargestFile} bytes");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, $"a log's folder or a file of entries that can be read ({e.Message})", e);
        }
    }
}
