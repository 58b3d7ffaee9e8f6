using System.Buffers.Binary;

namespace JointWatch.TransparencyLog.Notes;

/// <summary>One signature line of a note.</summary>
/// <param name="KeyName">The name of the key.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Signature">The signature itself, as its type has it.</param>
public sealed record NoteSignature(string KeyName, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string Start = "— ";
    private const int KeyIdBytes = 4;
    private const int MostBytes = 16_384;

    /// <summary>Gets the line, with its newline.</summary>
    public string Line
    {
        get
        {
            byte[] bytes = new byte[KeyIdBytes + Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
            Signature.Span.CopyTo(bytes.AsSpan(KeyIdBytes));
            return $"{Start}{KeyName} {Convert.ToBase64String(bytes)}\n";
        }
    }

    /// <summary>Reads a line, without its newline.</summary>
    /// <exception cref="LogFormatException">It is no signature line.</exception>
    public static NoteSignature Parse(string line)
    {
        string[] parts = line.Split(' ');
        if (!line.StartsWith(Start, StringComparison.Ordinal) || parts.Length != 3 || !Notes.KeyName.IsGood(parts[1]))
        {
            throw new LogFormatException("note", "signature line", line, "an em dash, the key's name and the signature in base64, with a space between");
        }

        return StrictBase64.Decode(parts[2], MostBytes) is { Length: > KeyIdBytes } bytes
            ? new NoteSignature(parts[1], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(KeyIdBytes))
            : throw new LogFormatException("note", "signature of " + parts[1], parts[2], "4 bytes of key id and a signature, in base64");
    }

    public bool Equals(NoteSignature? other) =>
        other is not null && KeyName == other.KeyName && KeyId == other.KeyId && Signature.Span.SequenceEqual(other.Signature.Span);

    public override int GetHashCode() => HashCode.Combine(KeyName, KeyId, Signature.Length);

    /// <summary>Whether the line says that it was made with this key.</summary>
    public bool IsOf(VerifierKey key) => KeyName == key.Name && KeyId == key.Id;
}
