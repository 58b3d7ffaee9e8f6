using JointWatch.Exchange.Parties;

namespace JointWatch.Exchange.Records;

/// <summary>A record as it was signed, in its bytes. That they are well formed is known; whether the signature is true, <see cref="IsSignedBy"/> tells.</summary>
public sealed class SignedRecord
{
    private readonly RecordEnvelope _envelope;

    internal SignedRecord(PartyRecord record, RecordEnvelope envelope, ReadOnlyMemory<byte> bytes)
    {
        Record = record;
        _envelope = envelope;
        Bytes = bytes;
        Hash = RecordHash.Of(bytes.Span);
    }

    public PartyRecord Record { get; }

    /// <summary>Gets the COSE_Sign1 as it goes into a log.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    public RecordHash Hash { get; }

    /// <summary>Gets the key that it says it is signed with.</summary>
    public string KeyId => _envelope.KeyId;

    public RecordHead Head => Record.Head;

    public RecordBody Body => Record.Body;

    /// <summary>Whether a key has signed it, in the name of the party that says it.</summary>
    public bool IsSignedBy(PartyPublicKey key) => _envelope.IsSignedBy(key);
}
