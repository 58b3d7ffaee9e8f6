using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>What the asked party makes of a query.</summary>
public enum AnswerVerdict
{
    /// <summary>We hold to what we said.</summary>
    Held = 0,

    /// <summary>You are right: what we said is changed or taken back.</summary>
    Changed = 1,

    /// <summary>We cannot tell.</summary>
    Open = 2,
}

/// <summary>The answer to a query. It counts from a party that was asked.</summary>
/// <param name="Query">The query's record.</param>
public sealed record AnswerBody(RecordHash Query, AnswerVerdict Verdict, string Text) : RecordBody
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Answer;

    internal override IEnumerable<RecordHash> Refers => [Query];

    internal override void Write(FieldWriter writer)
    {
        writer.Hash(1, Query);
        writer.Integer(2, (int)Verdict);
        writer.Text(3, Text);
    }

    internal static AnswerBody Read(FieldReader fields) =>
        new(fields.Hash(1, "query"), (AnswerVerdict)fields.Integer(2, "verdict", 0, 2), fields.Text(3, "text", 0, 1000, hasLines: true));
}
