using System.Globalization;
using System.Text;
using JointWatch.Contract.Sealing;
using JointWatch.Exercises;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Enrolment;

/// <summary>
/// The register of enrolled nodes: one line a node, <c>party/node key</c>, the key in hexadecimal; '#' begins a comment. It lies in the data
/// folder and nobody but its owner may read it.
/// </summary>
internal static class EnrolmentFile
{
    /// <summary>The register's name in a data folder.</summary>
    public const string FileName = "nodes.keys";

    private const string LockName = FileName + ".lock";
    private const string Heading = "# The nodes enrolled with this station, each with its key. Keep this file to yourself.\n";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A line takes some 130 bytes, and a station serves <see cref="NodeRegister.MaxNodes"/>.</summary>
    private const long LargestBytes = 4 << 20;

    /// <summary>The register's path in a data folder.</summary>
    public static string PathIn(string dataDirectory) => Path.Combine(dataDirectory, FileName);

    /// <summary>The keys of the nodes; none where there is no register.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, may be read by others, or has a line that is wrong.</exception>
    public static Dictionary<NodeId, byte[]> Read(string dataDirectory)
    {
        string path = PathIn(dataDirectory);
        var keys = new Dictionary<NodeId, byte[]>();
        if (!File.Exists(path))
        {
            return keys;
        }

        int number = 0;
        foreach (string line in Lines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                (NodeId node, byte[] key) = ReadLine(path, number, line);
                if (!keys.TryAdd(node, key))
                {
                    throw new InvalidInputException(path, number, "node", node.ToString(), "each node once");
                }
            }
        }

        return keys;
    }

    /// <summary>Adds a node, or gives one a new key, and leaves the rest as it is.</summary>
    /// <exception cref="InvalidInputException">The register cannot be read or written, or has the node and is not to replace it.</exception>
    public static void Add(string dataDirectory, NodeId node, byte[] key, bool replace)
    {
        Directory.CreateDirectory(dataDirectory);
        string path = PathIn(dataDirectory);
        try
        {
            // One at a time: two that add a node each must not lose one of them.
            using var turn = new FileStream(Path.Combine(dataDirectory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Dictionary<NodeId, byte[]> keys = Read(dataDirectory);
            if (keys.ContainsKey(node) && !replace)
            {
                throw new InvalidInputException(path, null, "node", node.ToString(), "a node that is not enrolled yet; --replace gives it a new key");
            }

            keys[node] = key;
            string next = path + ".new";
            WritePrivate(next, Heading + string.Concat(keys.OrderBy(k => k.Key.ToString(), StringComparer.Ordinal).Select(k => $"{k.Key} {Convert.ToHexStringLower(k.Value)}\n")));
            File.Move(next, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, $"a register that can be written, by one program at a time; {e.Message}", e);
        }
    }

    /// <summary>Writes a file anew that only its owner may read.</summary>
    public static void WritePrivate(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(path, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static string[] Lines(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & ~(OwnerOnly | UnixFileMode.UserExecute)) != UnixFileMode.None)
            {
                string octal = Convert.ToString((int)mode, 8);
                throw new InvalidInputException(path, null, "mode", octal, $"600: others must not read the keys (chmod 600 {path})");
            }

            return new FileInfo(path).Length <= LargestBytes
                ? File.ReadAllLines(path)
                : throw new InvalidInputException(path, null, null, null, string.Create(CultureInfo.InvariantCulture, $"a register of at most {LargestBytes} bytes"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, "a file that can be read; " + e.Message, e);
        }
    }

    private static (NodeId Node, byte[] Key) ReadLine(string path, int number, string line)
    {
        string[] parts = line.Split(' ');
        if (parts.Length != 2)
        {
            // The line is not shown: it may hold a key.
            throw new InvalidInputException(path, number, null, null, "PARTY/NODE, one space, and a key of 64 hexadecimal digits");
        }

        NodeId node = NodeId.TryParse(parts[0]) ?? throw new InvalidInputException(path, number, "node", parts[0], NodeId.Expected);
        return parts[1].Length == 2 * Sealed.KeyBytes && parts[1].All(char.IsAsciiHexDigit)
            ? (node, Convert.FromHexString(parts[1]))
            : throw new InvalidInputException(path, number, "key", $"{parts[1].Length} characters", "64 hexadecimal digits");
    }
}
