using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Book;

/// <summary>What holds between the parties, read from a book.</summary>
public static class JointState
{
    /// <summary>Who of whom has seen a record.</summary>
    public static IReadOnlyList<Said<AcknowledgementBody>> AcknowledgementsOf(this RecordBook book, RecordHash record) => book.Referring<AcknowledgementBody>(record);

    /// <summary>To whom a record was shown, and by whom.</summary>
    public static IReadOnlyList<Said<ShownBody>> ShowingsOf(this RecordBook book, RecordHash record) => book.Referring<ShownBody>(record);

    /// <summary>The answers to a query, in the log's order.</summary>
    public static IReadOnlyList<Said<AnswerBody>> AnswersTo(this RecordBook book, RecordHash query) => book.Referring<AnswerBody>(query);

    /// <summary>Queries that nobody who was asked has answered.</summary>
    public static IEnumerable<Said<QueryBody>> OpenQueries(this RecordBook book) => book.Of<QueryBody>().Where(q => book.AnswersTo(q.Hash).Count == 0);

    /// <summary>The sensors that are out at an instant, by what their parties had said until then.</summary>
    public static IEnumerable<Said<OutageBody>> OutagesAt(this RecordBook book, UtcMicroseconds at) =>
        book.Of<OutageBody>()
            .Where(o => o.Time <= at)
            .GroupBy(o => (o.By, o.Body.Sensor))
            .SelectMany(sensor => sensor.Where(o => !sensor.Any(later => later.Body.Changes == o.Hash)))
            .Where(o => o.Body.IsInForce(at));

    /// <summary>What each sensor can see, by what its party had said last until an instant.</summary>
    public static IEnumerable<Said<CoverageBody>> CoverageAt(this RecordBook book, UtcMicroseconds at) =>
        book.Of<CoverageBody>().Where(c => c.Time <= at).GroupBy(c => (c.By, c.Body.Sensor)).Select(sensor => sensor.Last());

    /// <summary>A party's policy in force at an instant; null: it had stated none.</summary>
    public static Said<PolicyBody>? PolicyAt(this RecordBook book, PartyId party, UtcMicroseconds at) =>
        book.Of<PolicyBody>(party).LastOrDefault(p => p.Body.InForceFrom <= at && p.Time <= at);

    /// <summary>A party's assurances in force at an instant; null: it had stated none.</summary>
    public static Said<AssurancesBody>? AssurancesAt(this RecordBook book, PartyId party, UtcMicroseconds at) =>
        book.Of<AssurancesBody>(party).LastOrDefault(a => a.Time <= at);

    /// <summary>The newest handing over of a party's watch; null: there was none.</summary>
    public static Said<HandoverBody>? WatchOf(this RecordBook book, PartyId party) => book.Of<HandoverBody>(party) is [.., var last] ? last : null;

    /// <summary>A party's announced launches, each as it was said last until an instant.</summary>
    public static IEnumerable<Said<AnnouncementBody>> AnnouncementsAt(this RecordBook book, UtcMicroseconds at) =>
        book.Of<AnnouncementBody>().Where(a => a.Time <= at).GroupBy(a => (a.By, a.Body.Id)).Select(launch => launch.Last());
}
