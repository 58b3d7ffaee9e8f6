using System.Text;
using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation.Storage;

/// <summary>
/// A board's internal file system, <c>I:</c>, as littlefs keeps it. What is written to an open file counts once the file is closed: power
/// that fails before leaves the old content, or of a new file an empty one; power that fails while it is being noted leaves one or the other.
/// Nothing else is ever torn (<see cref="NotesEachWrite"/> is for a build of littlefs that notes each write). A rename is old or new, never both.
/// </summary>
public sealed class VirtualFlash
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, FlashFile> _files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _folders = new(StringComparer.Ordinal) { FlashPath.Root };
    private readonly List<FlashHandle> _open = [];
    private readonly SectorMap _sectors;
    private readonly Chance _chance;
    private long _failAtStep = long.MaxValue;

    internal VirtualFlash(int sectors, Chance chance)
    {
        _sectors = new SectorMap(sectors);
        _chance = chance;
    }

    internal Action? PowerFailed { get; set; }

    /// <summary>Gets or sets whether each write is noted at once (esp_littlefs's FLUSH_FILE_EVERY_WRITE; nanoFramework's builds do not set it): files can then be torn.</summary>
    public bool NotesEachWrite { get; set; }

    /// <summary>Gets the steps so far at which power could have failed: each creation, write, close, deletion, rename.</summary>
    public long Steps { get; private set; }

    /// <summary>Gets how often a file's content was noted.</summary>
    public long Writes { get; private set; }

    /// <summary>Gets the bytes that went to the chip, the file system's own included.</summary>
    public long BytesWritten => Locked(() => _sectors.BytesWritten);

    /// <summary>Gets how often each sector was erased. The chips stand 100,000 erasures.</summary>
    public IReadOnlyList<int> SectorErases => Locked(() => _sectors.Erases.ToArray());

    /// <summary>Gets the free space, bytes.</summary>
    public int FreeBytes => Locked(() => _sectors.Free * SectorMap.Bytes);

    /// <summary>Gets the files' paths in order.</summary>
    public IReadOnlyList<string> Files => Locked(() => _files.Keys.ToArray());

    /// <summary>Puts a file there, as nanoff's file deployment does.</summary>
    public void Write(string path, byte[] content)
    {
        string full = FlashPath.Full(path);
        lock (_gate)
        {
            Note(full, (byte[])content.Clone());
        }
    }

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a file, or gets null where there is none.</summary>
    public byte[]? Read(string path)
    {
        string full = FlashPath.Full(path);
        return Locked(() => _files.TryGetValue(full, out FlashFile? file) ? (byte[])file.Content.Clone() : null);
    }

    public void Delete(string path)
    {
        string full = FlashPath.Full(path);
        lock (_gate)
        {
            Forget(full);
        }
    }

    /// <summary>Fills the flash with a file so that no more than some bytes remain.</summary>
    public void Fill(string path, int bytesLeft)
    {
        lock (_gate)
        {
            int sectors = Math.Max(0, _sectors.Free - (bytesLeft / SectorMap.Bytes));
            Note(FlashPath.Full(path), new byte[sectors * SectorMap.Bytes]);
        }
    }

    /// <summary>Lets power fail in the midst of a coming step.</summary>
    /// <param name="step">1: the next step.</param>
    public void FailPowerAtStep(int step) => _failAtStep = Steps + step;

    /// <summary>Lets power not fail after all.</summary>
    public void KeepPower() => _failAtStep = long.MaxValue;

    internal bool FileExists(string full) => Locked(() => _files.ContainsKey(full));

    internal bool FolderExists(string full) => Locked(() => _folders.Contains(full));

    internal string[] FilesIn(string full) => Locked(() => _files.Keys.Where(f => FlashPath.FolderOf(f) == full).ToArray());

    internal void CreateFolder(string full) => Change(() =>
    {
        for (string folder = full; _folders.Add(folder); folder = FlashPath.FolderOf(folder))
        {
            _sectors.Log(folder.Length, Live());
        }
    });

    internal FlashHandle Open(string full, bool create, bool mustExist, bool truncate)
    {
        bool exists = FileExists(full);
        if (!exists && mustExist)
        {
            throw new FlashException(FlashError.FileNotFound, full);
        }

        if (FolderExists(full))
        {
            throw new FlashException(FlashError.UnauthorizedAccess, full + " is a folder");
        }

        if (!FolderExists(FlashPath.FolderOf(full)))
        {
            throw new FlashException(FlashError.Others, full + ": no such folder");
        }

        if (!exists && create)
        {
            Change(() => Note(full, []));
        }

        lock (_gate)
        {
            FlashHandle handle = new(this, full, truncate ? [] : _files[full].Content, truncate && exists);
            _open.Add(handle);
            return handle;
        }
    }

    /// <summary>Takes note of a handle's write, which counts when it is closed.</summary>
    internal void Written(FlashHandle handle)
    {
        if (SectorMap.SectorsFor(handle.Length) > Locked(() => _sectors.Free))
        {
            throw new FlashException(FlashError.Others, handle.Path + ": no space left");
        }

        if (!NotesEachWrite)
        {
            Change(() => { }, never: true);
            return;
        }

        if (Step(out _))
        {
            Change(() => Note(handle.Path, handle.ToArray()), counted: true);
            return;
        }

        lock (_gate)
        {
            byte[] content = handle.ToArray();
            Note(handle.Path, content[..(content.Length - _chance.Next(handle.LastWriteBytes + 1))]);
        }

        Fail();
    }

    internal void Close(FlashHandle handle)
    {
        lock (_gate)
        {
            if (!_open.Remove(handle))
            {
                return;
            }
        }

        if (handle.IsDirty)
        {
            Change(() => Note(handle.Path, handle.ToArray()));
        }
    }

    internal void Remove(string full) => Change(() => Forget(full));

    internal void Rename(string from, string to) => Change(() =>
    {
        FlashFile file = _files[from];
        _files.Remove(from);
        _files[to] = file;
        _sectors.Log(from.Length + to.Length, Live());
    });

    internal bool IsOpen(string full) => Locked(() => _open.Any(h => h.Path == full));

    internal void LosePower()
    {
        lock (_gate)
        {
            _open.Clear();
            _failAtStep = long.MaxValue;
        }
    }

    /// <summary>Makes a change that is either made or not when power fails in its midst.</summary>
    private void Change(Action make, bool never = false, bool counted = false)
    {
        bool done = true;
        bool powered = counted || Step(out done);
        if (powered || (done && !never))
        {
            lock (_gate)
            {
                make();
            }
        }

        if (!powered)
        {
            Fail();
        }
    }

    /// <returns>False where power fails now; <paramref name="done"/> then says whether the change was made just before.</returns>
    private bool Step(out bool done)
    {
        lock (_gate)
        {
            bool fails = ++Steps >= _failAtStep;
            done = !fails || _chance.Hits(0.5);
            return !fails;
        }
    }

    private void Fail()
    {
        _failAtStep = long.MaxValue;
        PowerFailed?.Invoke();
        throw new PowerLostException();
    }

    private void Note(string full, byte[] content)
    {
        int[] sectors = _sectors.TryWrite(content.Length) ?? throw new FlashException(FlashError.Others, full + ": no space left");
        if (_files.TryGetValue(full, out FlashFile? old))
        {
            _sectors.Release(old.Sectors);
        }

        _files[full] = new FlashFile(content, sectors);
        Writes++;
        _sectors.Log(full.Length + (sectors.Length == 0 ? content.Length : 8), Live());
    }

    private void Forget(string full)
    {
        if (_files.Remove(full, out FlashFile? file))
        {
            _sectors.Release(file.Sectors);
            _sectors.Log(full.Length, Live());
        }
    }

    private int Live()
    {
        int live = 0;
        foreach ((string path, FlashFile file) in _files)
        {
            live += path.Length + (file.Sectors.Length == 0 ? file.Content.Length : 8);
        }

        return live;
    }

    private T Locked<T>(Func<T> get)
    {
        lock (_gate)
        {
            return get();
        }
    }

    private sealed record FlashFile(byte[] Content, int[] Sectors);
}
