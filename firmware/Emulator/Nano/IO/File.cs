using System.Text;
using JointWatch.Emulation.Storage;

namespace System.IO
{
    /// <summary>nanoFramework's files: a deletion of what is not there does nothing, a move onto what is there throws.</summary>
    public static class File
    {
        public static bool Exists(string path) => Volume.Call("File.Exists", flash =>
        {
            try
            {
                return flash.FileExists(FlashPath.Full(path));
            }
            catch (Exception e) when (e is FlashException or ArgumentException)
            {
                return false;
            }
        });

        public static byte[] ReadAllBytes(string path)
        {
            _ = Volume.Call("File.ReadAllBytes", f => f);
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read);
            byte[] bytes = new byte[(int)stream.Length];
            stream.Read(bytes, 0, bytes.Length);
            return bytes;
        }

        public static string ReadAllText(string path) => Encoding.UTF8.GetString(ReadAllBytes(path));

        public static void WriteAllBytes(string path, byte[] bytes)
        {
            if (bytes == null)
            {
                throw new ArgumentNullException(nameof(bytes));
            }

            _ = Volume.Call("File.WriteAllBytes", f => f);
            using FileStream stream = new(path, FileMode.Create, FileAccess.Write);
            stream.Write(bytes, 0, bytes.Length);
        }

        public static void WriteAllText(string path, string contents) => WriteAllBytes(path, Encoding.UTF8.GetBytes(contents));

        public static void Delete(string path) => Volume.Call("File.Delete", flash =>
        {
            string full = FlashPath.Full(path);
            if (!flash.FolderExists(FlashPath.FolderOf(full)))
            {
                throw new FlashException(FlashError.DirectoryNotFound, path);
            }

            if (flash.FolderExists(full) || flash.IsOpen(full))
            {
                throw new FlashException(FlashError.UnauthorizedAccess, path);
            }

            if (flash.FileExists(full))
            {
                flash.Remove(full);
            }
        });

        public static void Move(string sourceFileName, string destFileName) => Volume.Call("File.Move", flash =>
        {
            string from = FlashPath.Full(sourceFileName);
            string to = FlashPath.Full(destFileName);
            if (flash.IsOpen(from))
            {
                throw new FlashException(FlashError.UnauthorizedAccess, sourceFileName);
            }

            if (!flash.FileExists(from))
            {
                throw new FlashException(FlashError.FileNotFound, sourceFileName);
            }

            if (flash.FileExists(to))
            {
                throw new FlashException(FlashError.PathAlreadyExists, destFileName);
            }

            flash.Rename(from, to);
        });
    }
}
