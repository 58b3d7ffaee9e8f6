using System.Security.Cryptography;
using JointWatch.Exchange.Records;
using JointWatch.Joint.Messages;

namespace JointWatch.Joint.Desk;

/// <summary>What opens sealed records, the party's own and those that others have sent it. On the disk; secret. One thread.</summary>
internal sealed class OpeningStore : IDisposable
{
    private readonly BundleFile _file;
    private readonly Dictionary<RecordHash, OpeningMessage> _openings = [];

    public OpeningStore(string path)
    {
        _file = BundleFile.Open(path, out IReadOnlyList<ReadOnlyMemory<byte>> entries);
        foreach (ReadOnlyMemory<byte> entry in entries)
        {
            OpeningMessage opening = OpeningMessage.Read(entry);
            _openings[opening.Of] = opening;
        }
    }

    /// <summary>What opens a record, or null.</summary>
    public OpeningMessage? Find(RecordHash of) => _openings.GetValueOrDefault(of);

    /// <summary>The contents that are known, by record.</summary>
    public IReadOnlyDictionary<RecordHash, ReadOnlyMemory<byte>> Contents() => _openings.ToDictionary(o => o.Key, o => o.Value.Content);

    public void Keep(OpeningMessage opening)
    {
        if (_openings.TryAdd(opening.Of, opening))
        {
            _file.Append(opening.ToCbor());
        }
    }

    /// <summary>A salt from the system's cryptographic randomness, and the commitment that it makes.</summary>
    public static (byte[] Salt, byte[] Digest) Commit(string context, ReadOnlySpan<byte> content)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(CommitmentDigest.SaltBytes);
        return (salt, CommitmentDigest.Of(salt, context, content));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
