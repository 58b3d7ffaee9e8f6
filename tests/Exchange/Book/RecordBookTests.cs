using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using static JointWatch.Exchange.Tests.Some;

namespace JointWatch.Exchange.Tests.Book;

public sealed class RecordBookTests : IDisposable
{
    private readonly Table _table = new();

    public void Dispose() => _table.Dispose();

    [Fact]
    public void What_the_parties_say_in_turn_has_no_fault()
    {
        _table.Say(Alfa, 0, Words());
        _table.Say(Bravo, 1, Words());
        _table.Say(Alfa, 1, Words());

        RecordBook book = _table.Book();
        Assert.Empty(book.Faults);
        Assert.Equal([0, 2], book.Of<TextBody>(Alfa).Select(t => t.Index));
        Assert.Equal((2, 1), (book.ChainOf(Alfa).Next, book.ChainOf(Bravo).Next));
    }

    [Fact]
    public void A_record_that_is_missing_shows_as_a_gap()
    {
        _table.Say(Alfa, 0, Words());
        _table.Draft(Alfa, 5, Words());
        _table.Draft(Alfa, 6, Words());
        _table.Say(Alfa, 10, Words());

        RecordBook book = _table.Book();
        Assert.Equal(["entry 1 has number 3 where 1 was next: 2 records of alfa are missing"], book.Faults);
        Assert.Equal(EntryStanding.Counted, book.Entries[1].Standing);
        ChainGap gap = Assert.Single(book.ChainOf(Alfa).Gaps);
        Assert.Equal((1, 2, Table.At(0), Table.At(10)), (gap.First, gap.Last, gap.From!.Value, gap.Until));
    }

    [Fact]
    public void Two_records_of_one_number_show_that_their_party_has_forked()
    {
        SignedRecord first = _table.Say(Alfa, 0, Words("I was here"));
        using PartyKey key = Key(Alfa);
        _table.Log.Add(new RecordMaker(key).Say(Words("I was there"), Table.At(0)));
        _table.Log.Add(new RecordMaker(key, new RecordMaker(key).Say(Words("no"), Table.At(0))).Say(Words("nor this"), Table.At(1)));

        RecordBook book = _table.Book();
        Assert.Equal("entry 1 has number 0 where 1 was next: alfa has signed two records of one number", book.Entries[1].Faults[0]);
        Assert.Contains($"and not alfa's record before it, {first.Hash.ToShortString()}", book.Entries[2].Faults[0], StringComparison.Ordinal);
        Assert.Equal([EntryStanding.Counted, EntryStanding.Refused, EntryStanding.Refused], book.Entries.Select(e => e.Standing));
    }

    [Fact]
    public void Time_does_not_go_backward_in_a_chain()
    {
        using PartyKey key = Key(Alfa);
        SignedRecord first = _table.Say(Alfa, 10, Words());
        SignedRecord second = new PartyRecord(new RecordHead(Alfa, [], Table.At(5), null, 1, first.Hash), Words()).Sign(key);
        _table.Log.Add(second);
        _table.Log.Add(new RecordMaker(key, second).Say(Words(), Table.At(20)));

        RecordBook book = _table.Book();
        Assert.Equal(["entry 1 is of 2026-07-04T12:00:05.000Z, earlier than alfa's record before it, 2026-07-04T12:00:10.000Z"], book.Faults);
        Assert.Equal([EntryStanding.Counted, EntryStanding.Refused, EntryStanding.Counted], book.Entries.Select(e => e.Standing));
    }

    [Fact]
    public void A_stranger_s_word_and_another_s_signature_do_not_count()
    {
        using PartyKey stranger = Key(Charlie);
        using PartyKey thief = Key(Alfa, 9);
        _table.Log.Add(new RecordMaker(stranger).Say(Words(), Table.At(0)));
        _table.Log.Add(new RecordMaker(thief).Say(Words(), Table.At(0)));
        RecordBook book = _table.Book();
        book.Take(2, new byte[] { 1, 2, 3 });

        Assert.All(book.Entries, e => Assert.Equal(EntryStanding.Foreign, e.Standing));
        Assert.Equal("entry 0 is of charlie, who is not in the register", book.Entries[0].Faults[0]);
        Assert.StartsWith("entry 1 is not signed by alfa's key", book.Entries[1].Faults[0], StringComparison.Ordinal);
        Assert.StartsWith("entry 2 is no record: ", book.Entries[2].Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_played_again_counts_once()
    {
        _table.Say(Alfa, 0, Words());
        _table.Say(Alfa, 1, Words());
        _table.Log.Add(_table.Log[0]);

        RecordBook book = _table.Book();
        Assert.Equal(["entry 2 is entry 0 again"], book.Faults);
        Assert.Equal(2, book.Of<TextBody>().Count);
    }

    [Fact]
    public void A_station_that_is_not_in_an_exercise_refuses_what_is_of_it()
    {
        using var drill = new Table { Exercise = "drill-1" };
        drill.Say(Alfa, 0, Words());

        Assert.Equal(["entry 0 belongs to exercise 'drill-1'; this book is of no exercise"], drill.Book().Faults);
        Assert.Empty(drill.Book().Of<TextBody>());
        Assert.Single(drill.Book("drill-1").Of<TextBody>());
        Assert.Empty(drill.Book("drill-2").Of<TextBody>());
    }

    [Fact]
    public void An_exercise_in_between_leaves_the_chain_whole()
    {
        using PartyKey key = Key(Alfa);
        SignedRecord real = _table.Say(Alfa, 0, Words());
        SignedRecord drill = new RecordMaker(key, real).Say(Words(), Table.At(1), "drill-1");
        _table.Log.Add(drill);
        _table.Log.Add(new RecordMaker(key, drill).Say(Words(), Table.At(2)));

        Assert.Equal(2, _table.Book().Of<TextBody>().Count);
        Assert.True(_table.Book().ChainOf(Alfa).IsWhole(Table.At(0), Table.At(1)));
    }

    [Fact]
    public void It_is_told_who_of_whom_has_seen_a_warning()
    {
        SignedRecord warning = _table.Say(Alfa, 0, Table.Warning(Alfa, "warning-1", -60), Bravo);
        _table.Say(Bravo, 5, new ShownBody(warning.Hash, "left wall"));
        _table.Say(Bravo, 9, new AcknowledgementBody(warning.Hash, "Maj. Orlova", "seen here too"), Alfa);

        var seen = Assert.Single(_table.Book().AcknowledgementsOf(warning.Hash));
        Assert.Equal((Bravo, "Maj. Orlova", 2L), (seen.By, seen.Body.Person, seen.Index));
        Assert.Single(_table.Book().ShowingsOf(warning.Hash));
    }

    [Fact]
    public void A_query_is_open_until_one_who_was_asked_answers()
    {
        using var three = new Table(Alfa, Bravo, Charlie);
        SignedRecord warning = three.Say(Alfa, 0, Table.Warning(Alfa, "warning-1", -60));
        SignedRecord query = three.Say(Bravo, 5, new QueryBody(warning.Hash, null, [new(DifferenceField.LaunchArea, 12_000)], "12 km?"), Alfa);
        three.Say(Charlie, 6, new AnswerBody(query.Hash, AnswerVerdict.Changed, "I know better"), Bravo);
        RecordBook book = three.Book();

        Assert.Equal(["entry 2 answers entry 1, which charlie was not asked"], book.Faults);
        Assert.Equal(query.Hash, Assert.Single(book.OpenQueries()).Hash);
        three.Say(Alfa, 7, new AnswerBody(query.Hash, AnswerVerdict.Held, "we hold to it"), Bravo);
        Assert.Empty(three.Book().OpenQueries());
        Assert.Equal(AnswerVerdict.Held, Assert.Single(three.Book().AnswersTo(query.Hash)).Body.Verdict);
    }

    [Fact]
    public void An_outage_is_in_force_until_its_party_ends_it()
    {
        SignedRecord outage = _table.Say(Alfa, 0, new OutageBody("radar-1", Table.At(0), null, "power", null));
        _table.Say(Alfa, 600, new OutageBody("radar-1", Table.At(0), Table.At(600), "power is back", outage.Hash));
        RecordBook book = _table.Book();

        Assert.Equal("radar-1", Assert.Single(book.OutagesAt(Table.At(599))).Body.Sensor);
        Assert.Empty(book.OutagesAt(Table.At(600)));
        Assert.Empty(book.OutagesAt(Table.At(-1)));
    }

    [Fact]
    public void Policies_assurances_coverage_and_watch_are_those_that_were_said_last()
    {
        _table.Say(Alfa, 0, new PolicyBody("[one]", null, Table.At(0)));
        _table.Say(Alfa, 5, new PolicyBody("[two]", null, Table.At(100)));
        _table.Say(Alfa, 6, new AssurancesBody("# one"));
        _table.Say(Alfa, 7, new CoverageBody("radar-1", RecordArea.Circle(new(1, 2), 3), (0, 1), (0, 1), (0, 1)));
        _table.Say(Alfa, 8, new CoverageBody("radar-1", RecordArea.Circle(new(1, 2), 3), (0, 2), (0, 1), (0, 1)));
        _table.Say(Alfa, 9, new HandoverBody("Vik", "Dahl", [], "quiet"));
        _table.Say(Alfa, 10, Table.Launch("rocket-1", 100, 200));
        _table.Say(Alfa, 20, Table.Launch("rocket-1", 100, 200, AnnouncedState.Cancelled, revision: 2));
        RecordBook book = _table.Book();

        Assert.Equal("[one]", book.PolicyAt(Alfa, Table.At(99))!.Body.Toml);
        Assert.Equal("[two]", book.PolicyAt(Alfa, Table.At(100))!.Body.Toml);
        Assert.Null(book.PolicyAt(Bravo, Table.At(100)));
        Assert.Null(book.AssurancesAt(Alfa, Table.At(5)));
        Assert.Equal("# one", book.AssurancesAt(Alfa, Table.At(6))!.Body.Toml);
        Assert.Equal(2, Assert.Single(book.CoverageAt(Table.At(9))).Body.AzimuthMicroradians.Width);
        Assert.Equal("Dahl", book.WatchOf(Alfa)!.Body.To);
        Assert.Equal(AnnouncedState.Planned, Assert.Single(book.AnnouncementsAt(Table.At(15))).Body.State);
        Assert.Equal(AnnouncedState.Cancelled, Assert.Single(book.AnnouncementsAt(Table.At(20))).Body.State);
    }

    [Fact]
    public void A_commitment_is_opened_by_what_was_committed_to_and_by_nothing_else()
    {
        byte[] salt = _table.Salt();
        SignedRecord commitment = _table.Say(Alfa, 0, new CommitmentBody("raw-data", CommitmentDigest.Of(salt, "raw-data", [1, 2, 3]), null));
        _table.Say(Alfa, 1, new OpeningBody(commitment.Hash, salt, "raw-data", new byte[] { 1, 2, 4 }));
        Assert.Equal(["entry 1 does not open entry 0: salt, context and content give another digest"], _table.Book().Faults);
        Assert.Null(_table.Book().Opened(commitment.Hash));

        _table.Say(Bravo, 2, new OpeningBody(commitment.Hash, salt, "raw-data", new byte[] { 1, 2, 3 }));
        Assert.Null(_table.Book().Opened(commitment.Hash));
        _table.Say(Alfa, 3, new OpeningBody(commitment.Hash, salt, "raw-data", new byte[] { 1, 2, 3 }));
        Assert.Equal([1, 2, 3], _table.Book().Opened(commitment.Hash)!.Value.Content.ToArray());
    }

    [Fact]
    public void What_refers_to_nothing_is_said_and_counts()
    {
        _table.Say(Alfa, 0, new AcknowledgementBody(RecordHash.FromBytes(new byte[32]), "Vik", ""));
        BookEntry entry = Assert.Single(_table.Book().Entries);

        Assert.Equal((EntryStanding.Counted, "entry 0 refers to record 000000000000, which is not in the log before it"), (entry.Standing, entry.Faults[0]));
    }
}
