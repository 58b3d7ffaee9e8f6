using System.Buffers.Binary;
using System.Text;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Checkpoints;

/// <summary>
/// Cosignatures of checkpoints: <see href="https://c2sp.org/tlog-cosignature"/>, those by Ed25519. One says that at a time this was the largest tree of
/// the log that the cosigner had seen, and that it had found no change in what came before.
/// </summary>
public static class Cosignature
{
    private const int TimeBytes = 8;
    private const int Ed25519Bytes = 64;
    private static readonly long LatestSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Cosigns a checkpoint at a time, which is taken down to the second.</summary>
    /// <exception cref="ArgumentException">The key is none of a cosigner.</exception>
    public static NoteSignature Sign(SignedCheckpoint checkpoint, SigningKey key, DateTimeOffset time)
    {
        if (key.Type != SignatureType.Cosignature)
        {
            throw new ArgumentException($"{key.Name} is a key of type {key.Type}; expected one of a cosigner.", nameof(key));
        }

        long seconds = time.ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds, nameof(time));
        byte[] signature = new byte[TimeBytes + Ed25519Bytes];
        BinaryPrimitives.WriteInt64BigEndian(signature, seconds);
        key.SignBytes(Message(checkpoint.Note.Text, seconds)).CopyTo(signature, TimeBytes);
        return new NoteSignature(key.Name, key.Verifier.Id, signature);
    }

    /// <summary>When a cosignature says it was made; null where it has not the form of one, or its time lies beyond the year 9999.</summary>
    public static DateTimeOffset? TimeOf(NoteSignature signature) =>
        Seconds(signature) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    internal static bool Holds(VerifierKey key, string noteText, NoteSignature signature) =>
        Seconds(signature) is { } seconds && key.VerifyBytes(Message(noteText, seconds), signature.Signature.Span[TimeBytes..]);

    private static long? Seconds(NoteSignature signature) =>
        signature.Signature.Length == TimeBytes + Ed25519Bytes
        && BinaryPrimitives.ReadUInt64BigEndian(signature.Signature.Span) is var seconds && seconds <= (ulong)LatestSecond
            ? (long)seconds
            : null;

    private static byte[] Message(string noteText, long seconds) =>
        Encoding.UTF8.GetBytes($"{Checkpoint.CosignatureHeader}\ntime {DecimalNumber.Format(seconds)}\n{noteText}");
}
