namespace JointWatch.Emulation.Storage;

/// <summary>
/// Which sectors hold what, and how often each was erased. As littlefs does: data is written to fresh sectors, taken in turn so that wear
/// spreads, and the old ones are free once the new are noted; a folder's entries, and files up to 512 bytes with them, are a log in a pair of
/// sectors, of which the other is erased and filled anew when one is full. Sectors 0 and 1 are the superblock, 2 and 3 the root folder.
/// </summary>
internal sealed class SectorMap(int sectors)
{
    public const int Bytes = 4096;

    /// <summary>Files up to this size live in the folder's log (littlefs: an eighth of a block, and no more than its cache of 512).</summary>
    public const int InlineBytes = 512;

    private const int FirstData = 4;
    private const int EntryBytes = 24;
    private readonly bool[] _used = new bool[sectors];
    private readonly int[] _erases = new int[sectors];
    private int _next = FirstData;
    private int _logBytes;
    private int _logSector = 2;

    public IReadOnlyList<int> Erases => _erases;

    public long BytesWritten { get; private set; }

    public int Free => sectors - FirstData - _used.Count(u => u);

    /// <summary>How many sectors a file takes besides its entry.</summary>
    public static int SectorsFor(int bytes) => bytes <= InlineBytes ? 0 : (bytes + Bytes - 1) / Bytes;

    /// <summary>Writes data to fresh sectors.</summary>
    /// <returns>The sectors, or null where there are not enough.</returns>
    public int[]? TryWrite(int bytes)
    {
        int[] taken = new int[SectorsFor(bytes)];
        if (Free < taken.Length)
        {
            return null;
        }

        for (int i = 0; i < taken.Length; i++)
        {
            while (_used[_next])
            {
                Turn();
            }

            taken[i] = _next;
            _used[_next] = true;
            _erases[_next]++;
            Turn();
        }

        BytesWritten += taken.Length == 0 ? 0 : bytes;
        return taken;
    }

    public void Release(int[] taken)
    {
        foreach (int sector in taken)
        {
            _used[sector] = false;
        }
    }

    /// <summary>Appends to the folder's log: a new entry, a change, or an end.</summary>
    /// <param name="bytes">Name and, where it lives here, content.</param>
    /// <param name="live">What all entries that count come to: what remains after the log is filled anew.</param>
    public void Log(int bytes, int live)
    {
        int size = EntryBytes + bytes;
        BytesWritten += size;
        _logBytes += size;
        if (_logBytes > Bytes)
        {
            _logSector ^= 1;
            _erases[_logSector]++;
            _logBytes = Math.Min(live, Bytes / 2);
            BytesWritten += _logBytes;
        }
    }

    private void Turn() => _next = _next + 1 == sectors ? FirstData : _next + 1;
}
