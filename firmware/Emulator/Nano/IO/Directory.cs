using JointWatch.Emulation.Storage;

namespace System.IO
{
    /// <summary>nanoFramework's folders.</summary>
    public static class Directory
    {
        public static bool Exists(string path) => Volume.Call("Directory.Exists", flash => flash.FolderExists(FlashPath.Full(path)));

        public static DirectoryInfo CreateDirectory(string path)
        {
            Volume.Call("Directory.CreateDirectory", flash =>
            {
                string full = FlashPath.Full(path);
                if (!flash.FolderExists(full))
                {
                    flash.CreateFolder(full);
                }
            });
            return new DirectoryInfo(path);
        }

        public static string[] GetFiles(string path) => Volume.Call("Directory.GetFiles", flash =>
        {
            string full = FlashPath.Full(path);
            return flash.FolderExists(full) ? flash.FilesIn(full) : throw new FlashException(FlashError.DirectoryNotFound, path);
        });
    }

    /// <summary>A folder's name.</summary>
    public sealed class DirectoryInfo
    {
        public DirectoryInfo(string path) => FullName = path;

        public string FullName { get; }
    }
}
