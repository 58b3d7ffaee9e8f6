using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Tracking;

namespace JointWatch.Releases.Output;

/// <summary>What a release says of its thing.</summary>
public enum ReleaseAct
{
    /// <summary>This is how it stands, in place of what was said before.</summary>
    Report = 1,

    /// <summary>It has come to an end. No values go with it.</summary>
    Ended = 2,
}

/// <summary>A field with its rounded value, or null where it is named but not known.</summary>
public readonly record struct ReleasedValue(ReleaseField Field, RoundedValue? Value);

/// <summary>
/// What goes out of one thing to one recipient. It holds rounded values alone and may be printed, logged, signed and kept. Immutable.
/// </summary>
public sealed class Release
{
    internal Release(
        string by, string to, ThingKind kind, string reference, int revision, ReleaseAct act, long atUnixSeconds, bool isExercise, IReadOnlyList<ReleasedValue> values)
    {
        By = by;
        To = to;
        Kind = kind;
        Reference = reference;
        Revision = revision;
        Act = act;
        AtUnixSeconds = atUnixSeconds;
        IsExercise = isExercise;
        Values = values;
    }

    /// <summary>Gets the party whose release it is.</summary>
    public string By { get; }

    /// <summary>Gets whom it is for.</summary>
    public string To { get; }

    public ThingKind Kind { get; }

    /// <summary>Gets the name of the thing between these two, as <c>warning-3</c>: counts what this recipient was told of, and nothing else.</summary>
    public string Reference { get; }

    /// <summary>Gets how many releases of this thing there were before it to this recipient, plus 1.</summary>
    public int Revision { get; }

    public ReleaseAct Act { get; }

    /// <summary>Gets the time from which it may go out, by the clock in force: whole seconds, on the raster of the rule.</summary>
    public UtcMicroseconds At => Raster.ToTime(AtUnixSeconds);

    /// <summary>Gets a value indicating whether it is of an exercise: nothing of it happened.</summary>
    public bool IsExercise { get; }

    /// <summary>Gets the fields that the policy names, in the order of their numbers.</summary>
    public IReadOnlyList<ReleasedValue> Values { get; }

    internal long AtUnixSeconds { get; }

    /// <summary>The value of a field; null where it is not there or not known.</summary>
    public RoundedValue? this[ReleaseField field] => Values.FirstOrDefault(v => v.Field == field).Value;

    /// <summary>The deterministic encoding (RFC 8949, section 4.2) of <c>release.cddl</c>.</summary>
    public byte[] ToCbor() => ReleaseCbor.Write(this);

    /// <summary>One JSON object, with units in its names.</summary>
    public string ToJson() => ReleaseJson.Write(this);

    /// <summary>Reads what <see cref="ToCbor"/> has written.</summary>
    /// <exception cref="FormatException">It is anything else, also the same in other bytes.</exception>
    public static Release FromCbor(ReadOnlyMemory<byte> bytes) => ReleaseCborReader.Read(bytes);

    /// <summary>The same as <see cref="ToJson"/>.</summary>
    public override string ToString() => ToJson();
}
