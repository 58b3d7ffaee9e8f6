namespace JointWatch.Joint.Messages;

/// <summary>What goes over the link between a party's station and the centre, beside its payload.</summary>
public static class MessageKinds
{
    /// <summary>Party to centre: a signed record, to be logged. The payload is the record's bytes.</summary>
    public const string Record = "record";

    /// <summary>Party to centre, and on to the one party that it is to: what opens a sealed release (<see cref="BoxMessage"/>). It is not logged, and the centre cannot read it.</summary>
    public const string Opening = "opening";

    /// <summary>Party to centre: so many entries of the log are here; send what is missing (<see cref="HaveMessage"/>).</summary>
    public const string Have = "have";

    /// <summary>Centre to party: entries of the log (<see cref="EntriesMessage"/>).</summary>
    public const string Entries = "entries";

    /// <summary>Centre to party: please cosign. The payload is a request of tlog-witness.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>Party to centre: the answer to it (<see cref="CosignatureMessage"/>).</summary>
    public const string Cosignature = "cosignature";

    /// <summary>Centre to party: the receipt for its record. The payload is a tlog-proof.</summary>
    public const string Receipt = "receipt";

    /// <summary>Centre to party: its record was not logged, and why (<see cref="RefusedMessage"/>).</summary>
    public const string Refused = "refused";
}
