namespace JointWatch.TransparencyLog.Verification;

/// <summary>One thing that is wrong with a log, a receipt or a checkpoint.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Words">The whole of it for people: which entry, whose checkpoint, what was found and what should be.</param>
/// <param name="Index">The entry at fault, or the first that may be; null where it is none in particular.</param>
/// <param name="Size">The size of the checkpoint that shows it, or null.</param>
/// <param name="Party">Whose checkpoint, receipt or copy shows it, or whose entry is bad; null for the log's own files.</param>
public sealed record Finding(FindingKind Kind, string Words, long? Index = null, long? Size = null, string? Party = null);

/// <summary>The sorts of findings.</summary>
public enum FindingKind
{
    /// <summary>A file is gone, torn, or not what its name says.</summary>
    FileDamaged,

    /// <summary>No key of the log has signed.</summary>
    SignatureMissing,

    /// <summary>A signature in the name of the log does not hold.</summary>
    SignatureFalse,

    /// <summary>A cosignature in the name of a witness does not hold.</summary>
    CosignatureFalse,

    /// <summary>Fewer witnesses have cosigned than were asked for.</summary>
    CosignaturesTooFew,

    /// <summary>A checkpoint or receipt is of another log.</summary>
    OtherLog,

    /// <summary>A proof does not lead where it should.</summary>
    ProofFalse,

    /// <summary>An entry is not the one that was logged.</summary>
    EntryChanged,

    /// <summary>An entry that was logged is not there any more.</summary>
    EntryDropped,

    /// <summary>An entry stands between others where it was not logged.</summary>
    EntryInserted,

    /// <summary>Entries stand in another order than they were logged.</summary>
    EntryMoved,

    /// <summary>A tile's hash is not that of what it stands for.</summary>
    TileWrong,

    /// <summary>The tree over the entries has not the root that the checkpoint says.</summary>
    RootWrong,

    /// <summary>The log has fewer entries than a checkpoint that it signed.</summary>
    LogShrunk,

    /// <summary>The log has signed two different trees of one size.</summary>
    LogForked,

    /// <summary>The log's beginning is not what a checkpoint that it signed says it was.</summary>
    HistoryChanged,

    /// <summary>What reads the entries says that this one is bad.</summary>
    EntryBad,

    /// <summary>An entry's time is before that of an earlier entry.</summary>
    TimeBackward,

    /// <summary>An entry's time is before that of a cosigned checkpoint which did not have it yet: it was dated back.</summary>
    TimeBackdated,

    /// <summary>An entry's time is after that of a cosigned checkpoint which has it already: it was dated ahead.</summary>
    TimeAhead,
}
