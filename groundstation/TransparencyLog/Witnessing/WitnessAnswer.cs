using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Witnessing;

/// <summary>What a witness answers.</summary>
/// <param name="Cosignature">Its cosignature, or null where it refuses.</param>
/// <param name="Refusal">Why it refuses, or null.</param>
/// <param name="KnownSize">The size that it cosigned last for this log, with this answer; 0 for none.</param>
/// <param name="Words">The same for people.</param>
public sealed record WitnessAnswer(NoteSignature? Cosignature, WitnessRefusal? Refusal, long KnownSize, string Words);

/// <summary>Why a witness does not cosign; the HTTP status is that of tlog-witness for the same.</summary>
public enum WitnessRefusal
{
    /// <summary>It does not watch this log (404).</summary>
    UnknownLog,

    /// <summary>No key of the log has signed, or a signature in its name is false (403).</summary>
    WrongKey,

    /// <summary>The log has fewer entries than the witness has cosigned already (409).</summary>
    ShrunkLog,

    /// <summary>The proof begins elsewhere than where the witness is: ask again from <see cref="WitnessAnswer.KnownSize"/> (409).</summary>
    OtherStart,

    /// <summary>The log has signed another tree of the same size before: there are two logs of one name (422).</summary>
    Fork,

    /// <summary>The proof does not lead from what the witness has cosigned: it is wrong, or the past was changed (422).</summary>
    BadProof,
}
