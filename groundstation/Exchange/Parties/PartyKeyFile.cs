using System.Security.Cryptography;
using System.Text;
using JointWatch.Exercises;

namespace JointWatch.Exchange.Parties;

/// <summary>
/// A party's private key in a file of its own, in ASCII: lines that begin with '#' are comments; of the others there are three, each with a newline:
/// <c>jointwatch-private-key/v1</c>, <c>party NAME</c>, and <c>ed25519 SECRET</c>, the secret of RFC 8032 in 64 hexadecimal digits. On Unix nobody but its owner may read it.
/// </summary>
public static class PartyKeyFile
{
    private const string Header = "jointwatch-private-key/v1";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int LargestBytes = 4096;

    /// <summary>Writes a new file.</summary>
    /// <exception cref="InvalidInputException">It is there already, or cannot be written.</exception>
    public static void Write(string path, PartyKey key)
    {
        byte[] seed = key.ExportSeed();
        string text = $"# The private key of party {key.Party}. Whoever has it speaks in {key.Party}'s name: keep it to yourself.\n"
            + $"# Its public key, for the others: {key.Public.Text}\n"
            + $"{Header}\nparty {key.Party}\ned25519 {Convert.ToHexStringLower(seed)}\n";
        CryptographicOperations.ZeroMemory(seed);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            using var stream = new FileStream(path, options);
            stream.Write(Encoding.ASCII.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, $"a file that is not there yet and can be written ({e.Message})", e);
        }
    }

    /// <summary>Reads a key; the caller disposes of it.</summary>
    /// <exception cref="InvalidInputException">It cannot be read, others may read it, or it is no key file. The message never holds the secret.</exception>
    public static PartyKey Read(string path)
    {
        string[] lines = [.. Lines(path).Select((text, i) => (text, i)).Where(l => !l.text.StartsWith('#')).Select(l => $"{l.i + 1} {l.text}")];
        if (lines.Length != 3)
        {
            throw new InvalidInputException(path, null, null, null, $"the lines '{Header}', 'party NAME' and 'ed25519 SECRET'");
        }

        (int line, string header) = Part(lines[0]);
        Need(header == Header, path, line, "header", $"'{Header}'");
        (line, string party) = Part(lines[1]);
        PartyId? name = party.StartsWith("party ", StringComparison.Ordinal) ? PartyId.TryParse(party[6..]) : null;
        Need(name is not null, path, line, "party", $"'party ' and {PartyId.Expected}");
        (line, string secret) = Part(lines[2]);
        string digits = secret.StartsWith("ed25519 ", StringComparison.Ordinal) ? secret[8..] : "";
        Need(digits.Length == 2 * PartyKey.SeedBytes && digits.All(char.IsAsciiHexDigitLower), path, line, "ed25519", "'ed25519 ' and 64 hexadecimal digits in lower case");
        return PartyKey.FromSeed(name!.Value, Convert.FromHexString(digits));
    }

    private static string[] Lines(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & ~(OwnerOnly | UnixFileMode.UserExecute)) != UnixFileMode.None)
            {
                throw new InvalidInputException(path, null, "mode", Convert.ToString((int)mode, 8), $"600: others must not read the key (chmod 600 {path})");
            }

            return new FileInfo(path).Length <= LargestBytes
                ? File.ReadAllLines(path)
                : throw new InvalidInputException(path, null, null, null, $"a key file of at most {LargestBytes} bytes");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, $"a file that can be read ({e.Message})", e);
        }
    }

    private static (int Line, string Text) Part(string numbered)
    {
        int space = numbered.IndexOf(' ', StringComparison.Ordinal);
        return (int.Parse(numbered.AsSpan(0, space), provider: null), numbered[(space + 1)..]);
    }

    private static void Need(bool isRight, string path, int line, string field, string expected)
    {
        if (!isRight)
        {
            // What stands there is not shown: it may be the secret.
            throw new InvalidInputException(path, line, field, "something else", expected);
        }
    }
}
