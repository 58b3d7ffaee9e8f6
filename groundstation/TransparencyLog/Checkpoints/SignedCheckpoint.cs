using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Checkpoints;

/// <summary>A checkpoint with its note. Reading one checks its form alone.</summary>
public sealed class SignedCheckpoint
{
    private SignedCheckpoint(Checkpoint checkpoint, SignedNote note)
    {
        Checkpoint = checkpoint;
        Note = note;
    }

    /// <summary>Gets what it says.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Gets the text as signed, and the signatures.</summary>
    public SignedNote Note { get; }

    /// <summary>Reads a checkpoint with its signatures.</summary>
    /// <exception cref="LogFormatException">It is none.</exception>
    public static SignedCheckpoint Parse(ReadOnlySpan<byte> bytes) => Of(SignedNote.Parse(bytes));

    /// <summary>The checkpoint that a note is.</summary>
    /// <exception cref="LogFormatException">It is none.</exception>
    public static SignedCheckpoint Of(SignedNote note) => new(Checkpoint.Parse(note.Text), note);

    /// <summary>Reads a checkpoint's file.</summary>
    /// <exception cref="LogFormatException">It holds none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SignedCheckpoint Read(string path)
    {
        try
        {
            return Parse(BoundedFile.Read(path, SignedNote.MaxBytes));
        }
        catch (LogFormatException e)
        {
            throw e.In(path);
        }
    }

    /// <summary>Signs a checkpoint as the log.</summary>
    public static SignedCheckpoint Sign(Checkpoint checkpoint, SigningKey key) => Of(SignedNote.Sign(checkpoint.ToText(), key));

    /// <summary>The checkpoint with one more signature.</summary>
    public SignedCheckpoint With(NoteSignature signature) => new(Checkpoint, Note.With(signature));

    /// <summary>The note as it is kept and sent.</summary>
    public byte[] ToBytes() => Note.ToBytes();

    /// <summary>The cosignatures by these keys that hold, and of each who made it and when.</summary>
    public IEnumerable<Cosigned> CosignaturesBy(IEnumerable<VerifierKey> witnesses) =>
        from key in witnesses
        where key.Type == SignatureType.Cosignature && Note.Check(key) == SignatureVerdict.Good
        select new Cosigned(key, Cosignature.TimeOf(Note.Signatures.First(s => s.IsOf(key)))!.Value);
}

/// <summary>That a witness has seen a checkpoint.</summary>
/// <param name="Witness">The witness's key.</param>
/// <param name="Time">When, by the witness's own clock; whole seconds.</param>
public sealed record Cosigned(VerifierKey Witness, DateTimeOffset Time);
