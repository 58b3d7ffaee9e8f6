using System.Security.Cryptography;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
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

    /// <summary>The contents of the releases of a book that were opened truly, by record.</summary>
    public IReadOnlyDictionary<RecordHash, ReadOnlyMemory<byte>> Contents(RecordBook book) =>
        _openings.Values.Where(o => book.Find(o.Of)?.Body is ReleaseBody release && o.Opens(release)).ToDictionary(o => o.Of, o => o.Content);

    /// <summary>Keeps an opening.</summary>
    /// <param name="isTrue">Whether it is known to open its record: then it stands in place of one that came before.</param>
    public void Keep(OpeningMessage opening, bool isTrue)
    {
        OpeningMessage? before = Find(opening.Of);
        if (before is null || (isTrue && !before.Salt.Span.SequenceEqual(opening.Salt.Span)))
        {
            _file.Append(opening.ToCbor());
            _openings[opening.Of] = opening;
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
