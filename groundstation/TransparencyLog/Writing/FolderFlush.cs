using System.Runtime.InteropServices;

namespace JointWatch.TransparencyLog.Writing;

/// <summary>
/// Flushes the names in a folder to the disk, which POSIX does by fsync on the folder and .NET does not offer. On Windows NTFS journals renames, and there
/// is nothing to call.
/// </summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The folder cannot be flushed.</exception>
    public static void ToDisk(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{folder} cannot be opened to flush it: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        int result = Sync(descriptor);
        string words = result < 0 ? Marshal.GetLastPInvokeErrorMessage() : "";
        _ = Close(descriptor);
        if (result < 0)
        {
            throw new IOException($"{folder} cannot be flushed to the disk: {words}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
