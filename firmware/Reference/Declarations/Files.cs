namespace System.IO
{
    /// <summary>Of the assembly System.IO.Streams.</summary>
    public abstract class Stream : IDisposable
    {
        public void Dispose() => throw null!;
        public abstract void Flush();
        public abstract void Write(byte[] buffer, int offset, int count);
    }

    // What follows is of the assembly System.IO.FileSystem.
    public enum FileMode
    {
        CreateNew = 1,
        Create = 2,
        Open = 3,
        OpenOrCreate = 4,
        Truncate = 5,
        Append = 6,
    }

    public enum FileAccess
    {
        Read = 1,
        Write = 2,
        ReadWrite = 3,
    }

    public class FileStream : Stream
    {
        public FileStream(string path, FileMode mode, FileAccess access) => throw null!;
        public override void Flush() => throw null!;
        public override void Write(byte[] buffer, int offset, int count) => throw null!;
    }

    public static class File
    {
        public static void Delete(string path) => throw null!;
        public static bool Exists(string? path) => throw null!;
        public static byte[] ReadAllBytes(string path) => throw null!;
    }

    public static class Directory
    {
        public static string[] GetFiles(string path) => throw null!;
    }
}
