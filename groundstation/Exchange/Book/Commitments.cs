using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;

namespace JointWatch.Exchange.Book;

/// <summary>What was committed to, and what has been opened.</summary>
public static class Commitments
{
    /// <summary>The content of a record that commits to something, where its party has opened it; or null.</summary>
    public static (ReadOnlyMemory<byte> Content, Said<OpeningBody> By)? Opened(this RecordBook book, RecordHash commitment) =>
        book.Referring<OpeningBody>(commitment) is [var first, ..] ? (first.Body.Content, first) : null;

    internal static bool IsOpenedBy(RecordBody committed, OpeningBody opening) => committed switch
    {
        CommitmentBody c => opening.Context == c.Context && IsDigest(c.Digest, opening),
        ReleaseBody { Digest: { } digest } => opening.Context == CommitmentContexts.Release && IsDigest(digest, opening),
        PolicyBody { Digest: { } digest } => opening.Context == CommitmentContexts.Policy && IsDigest(digest, opening),
        _ => false,
    };

    private static bool IsDigest(ReadOnlyMemory<byte> digest, OpeningBody opening) =>
        CommitmentDigest.Of(opening.Salt.Span, opening.Context, opening.Content.Span).AsSpan().SequenceEqual(digest.Span);
}
