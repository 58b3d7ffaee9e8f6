using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Tracking;

namespace JointWatch.Joint.Desk;

/// <summary>The party's pen with its memory: what it has signed is on the disk before it is handed out, so that no number is ever used twice. One thread.</summary>
internal sealed class PartyPen : IDisposable
{
    private readonly BundleFile _file;
    private readonly RecordMaker _maker;
    private readonly List<SignedRecord> _said;
    private readonly Dictionary<RecordHash, SignedRecord> _byHash;

    /// <exception cref="RecordException">What is in the file was not signed by this key.</exception>
    public PartyPen(string path, PartyKey key)
    {
        _file = BundleFile.Open(path, out IReadOnlyList<ReadOnlyMemory<byte>> entries);
        try
        {
            _said = [.. entries.Select(e => RecordReader.Read(e))];
            if (_said.Find(r => !r.IsSignedBy(key.Public)) is { } foreign)
            {
                throw new RecordException(path, foreign.KeyId, $"records that {key.Public.FullId} has signed: one key, one pen");
            }

            _byHash = _said.ToDictionary(r => r.Hash);
            _maker = new RecordMaker(key, _said.LastOrDefault());
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Gets all that the party has said, in order.</summary>
    public IReadOnlyList<SignedRecord> Said => _said;

    /// <summary>What the party has said, by its hash; or null.</summary>
    public SignedRecord? Find(RecordHash hash) => _byHash.GetValueOrDefault(hash);

    /// <exception cref="IOException">The disk is full: nothing was said, and the pen must be made anew.</exception>
    public SignedRecord Say(RecordBody body, UtcMicroseconds time, string? exercise, params IEnumerable<PartyId> to)
    {
        SignedRecord record = _maker.Say(body, time, exercise, to);
        _file.Append(record.Bytes);
        _said.Add(record);
        _byHash[record.Hash] = record;
        return record;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
