using System.Text;

namespace JointWatch.TransparencyLog.Notes;

/// <summary>
/// A text with signatures: <see href="https://c2sp.org/signed-note"/>. Reading one checks its form alone; ask <see cref="Check"/> before believing it.
/// </summary>
public sealed class SignedNote
{
    /// <summary>The largest note that is read, bytes.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>The most signatures that a note may have.</summary>
    public const int MaxSignatures = 100;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="LogFormatException">The text cannot be that of a note.</exception>
    public SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        if (text.Length == 0 || text[^1] != '\n' || text.Any(c => c < ' ' && c != '\n'))
        {
            throw new LogFormatException("note", "text", text, "lines that end in a newline each, without other control characters");
        }

        if (signatures.Count > MaxSignatures)
        {
            throw new LogFormatException("note", "signatures", DecimalNumber.Format(signatures.Count), $"at most {MaxSignatures}");
        }

        Text = text;
        Signatures = signatures;
    }

    /// <summary>Gets the text that was signed, with its last newline.</summary>
    public string Text { get; }

    /// <summary>Gets the signature lines in their order.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note.</summary>
    /// <exception cref="LogFormatException">It is none.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            throw new LogFormatException("note", null, $"{bytes.Length} bytes", $"at most {MaxBytes} bytes");
        }

        string all;
        try
        {
            all = Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new LogFormatException("note", null, "bytes that are no UTF-8", "a text in UTF-8", e);
        }

        int blank = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || blank + 2 == all.Length || all[^1] != '\n')
        {
            throw new LogFormatException("note", null, all, "a text, an empty line, and signature lines that end in a newline each");
        }

        string[] lines = all[(blank + 2)..^1].Split('\n', MaxSignatures + 2);
        return new SignedNote(
            all[..(blank + 1)],
            lines.Length <= MaxSignatures
                ? [.. lines.Select(NoteSignature.Parse)]
                : throw new LogFormatException("note", "signatures", $"more than {MaxSignatures}", $"at most {MaxSignatures}"));
    }

    /// <summary>Signs a text with one key or several.</summary>
    /// <exception cref="LogFormatException">The text cannot be that of a note.</exception>
    public static SignedNote Sign(string text, params IEnumerable<SigningKey> keys) => new(text, [.. keys.Select(key => key.SignNote(text))]);

    /// <summary>The note with one more signature, which takes the place of an earlier one by the same key.</summary>
    public SignedNote With(NoteSignature signature) =>
        new(Text, [.. Signatures.Where(s => s.KeyName != signature.KeyName || s.KeyId != signature.KeyId), signature]);

    /// <summary>The note with all its signatures, as it is kept and sent.</summary>
    public byte[] ToBytes() => Utf8.GetBytes(Text + "\n" + string.Concat(Signatures.Select(s => s.Line)));

    /// <summary>Whether a key has signed this note. One false signature in the key's name spoils it, whatever others stand beside it.</summary>
    public SignatureVerdict Check(VerifierKey key)
    {
        NoteSignature[] own = [.. Signatures.Where(s => s.IsOf(key))];
        return own.Length == 0 ? SignatureVerdict.Missing
            : Array.TrueForAll(own, s => key.Verify(Text, s)) ? SignatureVerdict.Good
            : SignatureVerdict.False;
    }
}

/// <summary>What is to be said of a key's signature on a note.</summary>
public enum SignatureVerdict
{
    /// <summary>There is none by this key.</summary>
    Missing,

    /// <summary>It is there and holds.</summary>
    Good,

    /// <summary>There is one in the key's name that does not hold.</summary>
    False,
}
