namespace JointWatch.Exchange.Records;

/// <summary>What a record says. The numbers are signed: never give one a new meaning.</summary>
public enum RecordKind
{
    /// <summary>A launch is planned, taken back, or was flown.</summary>
    Announcement = 1,

    /// <summary>Data that a party lets go.</summary>
    Release = 2,

    /// <summary>What another party was shown.</summary>
    Shown = 3,

    /// <summary>Somebody has seen a record.</summary>
    Acknowledgement = 4,

    /// <summary>We see your thing differently: in what, and by how much.</summary>
    Query = 5,

    /// <summary>The answer to a query.</summary>
    Answer = 6,

    /// <summary>A party's release policy from now on.</summary>
    Policy = 7,

    /// <summary>Words over the hot line.</summary>
    Text = 8,

    /// <summary>A sensor does not work.</summary>
    Outage = 9,

    /// <summary>What a sensor can see.</summary>
    Coverage = 10,

    /// <summary>What a party will and will not do.</summary>
    Assurances = 11,

    /// <summary>A watch is handed over.</summary>
    Handover = 12,

    /// <summary>A salted commitment to something that stays protected.</summary>
    Commitment = 13,

    /// <summary>What opens a commitment.</summary>
    Opening = 14,

    /// <summary>Raw data that was committed to is deleted.</summary>
    Deletion = 15,
}
