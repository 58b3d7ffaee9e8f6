using System.Security.Cryptography;
using System.Text;

namespace JointWatch.Station.Core;

/// <summary>A running SHA-256 over all lines of the picture so far.</summary>
internal sealed class PictureDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string line)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(line));
        _hash.AppendData("\n"u8);
    }

    /// <summary>The digest so far, hexadecimal; more may be added after it.</summary>
    public string Current() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}
