using System.Text.Json.Nodes;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Releases.Output;

namespace JointWatch.Joint.Picture;

/// <summary>A thing as a party has released it last.</summary>
/// <param name="Release">What it says; null: sealed, and not opened here, or nothing that can be read.</param>
internal sealed record ToldThing(Said<ReleaseBody> Said, Release? Release, ReleasedView View)
{
    public bool IsSealed => Said.Body.Data is null;
}

/// <summary>What a party has released, each thing once.</summary>
internal static class ToldThings
{
    public static IReadOnlyList<ToldThing> Of(RecordBook book, PartyId by, IReadOnlyDictionary<RecordHash, ReadOnlyMemory<byte>> opened) =>
    [
        .. book.Of<ReleaseBody>(by)
            .GroupBy(r => (r.Body.Thing, r.Body.Reference, string.Join(' ', r.Record.Head.To)))
            .Select(thing => Of(book, thing.MaxBy(r => r.Body.Revision)!, opened)),
    ];

    private static ToldThing Of(RecordBook book, Said<ReleaseBody> said, IReadOnlyDictionary<RecordHash, ReadOnlyMemory<byte>> opened)
    {
        Release? release = Read(said, book.Opened(said.Hash)?.Content ?? said.Body.Data ?? (opened.TryGetValue(said.Hash, out ReadOnlyMemory<byte> content) ? content : null));
        var view = new ReleasedView(
            RecordWords.Camel(said.Body.Thing.ToString()),
            said.Body.Reference,
            said.Body.Revision,
            said.Hash.ToString(),
            said.Index,
            said.Time.ToString(),
            said.Record.Head.To is [var to] ? to.Name : null,
            said.Body.Data is null,
            release?.Act == ReleaseAct.Ended,
            release is null ? null : JsonNode.Parse(release.ToJson()),
            release is null ? "sealed" : ReleaseText.Of(release),
            JointPicture.SeenBy(book, said.Hash),
            [.. book.ShowingsOf(said.Hash).Select(s => $"{s.By} ({s.Body.Where})").Distinct()]);
        return new ToldThing(said, release, view);
    }

    /// <summary>A release that does not say of itself what its record says of it is none.</summary>
    private static Release? Read(Said<ReleaseBody> said, ReadOnlyMemory<byte>? content)
    {
        if (content is not { } bytes)
        {
            return null;
        }

        try
        {
            Release release = Release.FromCbor(bytes);
            return release.By == said.By.Name && (int)release.Kind == (int)said.Body.Thing && release.Reference == said.Body.Reference ? release : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
