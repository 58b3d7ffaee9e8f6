using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records;

/// <summary>What a record says, by its kind. Immutable; it says nothing that <c>records.cddl</c> has no place for.</summary>
public abstract record RecordBody
{
    private protected RecordBody()
    {
    }

    /// <summary>Gets which kind it is.</summary>
    public abstract RecordKind Kind { get; }

    /// <summary>Gets the records that it refers to.</summary>
    internal virtual IEnumerable<RecordHash> Refers => [];

    internal abstract void Write(FieldWriter writer);
}
