using System;
using System.IO;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>The internal file system. One thread at a time: the main thread, but for the word that <see cref="Restart"/> leaves.</summary>
    public sealed class FlashStore : IFlash
    {
        /// <summary>Where the files lie.</summary>
        public const string Root = "I:\\";

        private readonly object _lock = new object();

        /// <inheritdoc/>
        public byte[]? Read(string name)
        {
            lock (_lock)
            {
                try
                {
                    string path = Path(name);
                    return File.Exists(path) ? File.ReadAllBytes(path) : null;
                }
                catch (Exception)
                {
                    return null;
                }
            }
        }

        /// <inheritdoc/>
        public bool Write(string name, byte[] buffer, int length)
        {
            lock (_lock)
            {
                try
                {
                    // Closed before it counts as written: littlefs makes a file's new content valid when it is closed.
                    using (FileStream file = new FileStream(Path(name), FileMode.Create, FileAccess.Write))
                    {
                        file.Write(buffer, 0, length);
                        file.Flush();
                    }

                    return true;
                }
                catch (Exception)
                {
                    return false;
                }
            }
        }

        /// <inheritdoc/>
        public void Delete(string name)
        {
            lock (_lock)
            {
                try
                {
                    File.Delete(Path(name));
                }
                catch (Exception)
                {
                    // A file that stays is overwritten or dropped later.
                }
            }
        }

        /// <inheritdoc/>
        public string[] Names(string beginning)
        {
            lock (_lock)
            {
                try
                {
                    string[] paths = Directory.GetFiles(Root);
                    int count = 0;
                    for (int i = 0; i < paths.Length; i++)
                    {
                        paths[i] = paths[i].Substring(paths[i].LastIndexOf('\\') + 1);
                        count += paths[i].StartsWith(beginning) ? 1 : 0;
                    }

                    string[] names = new string[count];
                    for (int i = 0; i < paths.Length; i++)
                    {
                        if (paths[i].StartsWith(beginning))
                        {
                            names[--count] = paths[i];
                        }
                    }

                    return names;
                }
                catch (Exception)
                {
                    return new string[0];
                }
            }
        }

        /// <summary>Names come bare, or with the drive as people write them in the set-up.</summary>
        private static string Path(string name)
        {
            return name.StartsWith(Root) ? name : Root + name;
        }
    }
}
