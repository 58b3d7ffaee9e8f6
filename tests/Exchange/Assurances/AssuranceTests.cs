using System.Text.Json;
using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Assurances.Output;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using static JointWatch.Exchange.Tests.Some;

namespace JointWatch.Exchange.Tests.Assurances;

/// <summary>What the log says of each form of assurance, case by case. Alfa states at 12:00; times are seconds after that.</summary>
public sealed class AssuranceTests : IDisposable
{
    private const double Hour = 3600;
    private const double Day = 86_400;
    private readonly Table _table = new();

    public void Dispose() => _table.Dispose();

    private void State(string assurance) => _table.Say(Alfa, 0, new AssurancesBody($"{AssuranceFileTests.Head}[[assurance]]\nname = \"one\"\n{assurance}\n"));

    private AssuranceReport Check() => AssuranceChecker.Check(_table.Book(), Alfa, new ReleaseCborFacts());

    private (Verdict Verdict, string Words) Told()
    {
        AssuranceResult result = Assert.Single(Check().Results);
        return (result.Verdict, string.Join(" ", result.Cases.Where(c => c.Verdict == result.Verdict).Select(c => c.Words)));
    }

    private void Is(Verdict verdict, string words)
    {
        (Verdict told, string said) = Told();
        Assert.Equal((verdict, true), (told, said.Contains(words, StringComparison.Ordinal)));
    }

    private void Notice() => State("form = \"notice\"\nhours = 24\nlaunchArea = \"north\"");

    private void Report() => State("form = \"report\"\nseconds = 120\nto = \"bravo\"\nconfirmations = \"committed\"");

    private (SignedRecord Commitment, OpeningBody Opening) Confirm(double seconds, bool isConfirmed = true)
    {
        byte[] salt = _table.Salt();
        byte[] content = new Confirmation(isConfirmed, "warning 7").ToCbor();
        SignedRecord commitment = _table.Say(Alfa, seconds, new CommitmentBody("confirmation", CommitmentDigest.Of(salt, "confirmation", content), null));
        return (commitment, new OpeningBody(commitment.Hash, salt, "confirmation", content));
    }

    [Fact]
    public void Who_has_stated_nothing_is_held_to_nothing() => Assert.Null(Check().Verdict);

    [Fact]
    public void A_launch_that_was_announced_in_time_keeps_the_notice()
    {
        Notice();
        _table.Say(Alfa, 10, Table.Launch("rocket-1", 25 * Hour, 26 * Hour));
        _table.Say(Alfa, (25.5 * Hour) + 60, Table.Warning(Alfa, "warning-1", 25.5 * Hour), Bravo);

        Is(Verdict.Kept, "it fits rocket-1, announced 25.5 h ahead with a window of 60 min.");
    }

    [Fact]
    public void A_launch_that_its_own_party_reports_and_had_not_announced_breaks_the_notice()
    {
        Notice();
        _table.Say(Alfa, 2 * Hour, Table.Launch("rocket-1", 25 * Hour, 26 * Hour));
        _table.Say(Alfa, (25.5 * Hour) + 60, Table.Warning(Alfa, "warning-1", 25.5 * Hour), Bravo);

        Is(Verdict.Broken, "alfa reports a launch at 2026-07-05T13:30:00.000Z to 2026-07-05T13:30:10.000Z from a cell in north; no announcement of alfa that stood 24 h before fits it.");
    }

    [Fact]
    public void A_launch_that_only_the_other_side_reports_cannot_be_told()
    {
        Notice();
        _table.Say(Bravo, 26 * Hour, Table.Warning(Bravo, "warning-1", 25.5 * Hour), Alfa);
        _table.Say(Alfa, 30 * Hour, Words());

        Is(Verdict.CannotBeTold, "This rests on bravo's word alone.");
    }

    [Fact]
    public void Its_party_s_own_word_that_it_has_flown_is_enough()
    {
        Notice();
        _table.Say(Alfa, 10, Table.Launch("rocket-1", 25 * Hour, 26 * Hour));
        _table.Say(Alfa, 30 * Hour, Table.Launch("rocket-1", 25 * Hour, 26 * Hour, AnnouncedState.Flown, 29 * Hour, revision: 2));

        Is(Verdict.Broken, "alfa says that its launch rocket-1 was at 2026-07-05T17:00:00.000Z; no announcement");
    }

    [Fact]
    public void An_announcement_that_was_moved_away_before_the_launch_is_no_notice_of_it()
    {
        Notice();
        _table.Say(Alfa, 10, Table.Launch("rocket-1", 25 * Hour, 26 * Hour));
        _table.Say(Alfa, 20 * Hour, Table.Launch("rocket-1", 50 * Hour, 51 * Hour, revision: 2));
        _table.Say(Alfa, 26 * Hour, Table.Warning(Alfa, "warning-1", 25.5 * Hour), Bravo);

        Is(Verdict.Broken, "no announcement of alfa");
    }

    [Fact]
    public void A_launch_from_elsewhere_or_too_soon_after_the_statement_is_not_spoken_of()
    {
        Notice();
        _table.Say(Alfa, 26 * Hour, Table.Warning(Alfa, "warning-1", 25.5 * Hour, latitude: 60), Bravo);
        _table.Say(Alfa, 26 * Hour, Table.Warning(Alfa, "warning-2", 23 * Hour), Bravo);

        Assert.Empty(Check().Results[0].Cases);
    }

    [Fact]
    public void Where_records_are_missing_an_absence_cannot_be_told()
    {
        Notice();
        _table.Draft(Alfa, 10, Table.Launch("rocket-1", 25 * Hour, 26 * Hour));
        _table.Say(Alfa, 26 * Hour, Table.Warning(Alfa, "warning-1", 25.5 * Hour), Bravo);

        Is(Verdict.CannotBeTold, "are not all in the log.");
        Assert.Contains(Check().Results[0].Cases, c => c.Words.StartsWith("alfa's record 1 is not in the log", StringComparison.Ordinal));
    }

    [Fact]
    public void A_confirmation_that_was_reported_in_time_needs_no_opening()
    {
        Report();
        (SignedRecord commitment, _) = Confirm(100);
        _table.Say(Alfa, 190, Table.Warning(Alfa, "warning-1", 40, about: commitment.Hash), Bravo);

        Is(Verdict.Kept, "was reported to bravo after 90 s.");
    }

    [Fact]
    public void A_report_that_came_late_breaks_the_assurance_by_its_party_s_own_words()
    {
        Report();
        (SignedRecord commitment, _) = Confirm(100);
        _table.Say(Alfa, 221, Table.Warning(Alfa, "warning-1", 40, about: commitment.Hash), Bravo);

        Is(Verdict.Broken, "was reported to bravo after 121 s.");
    }

    [Fact]
    public void An_unopened_commitment_without_a_report_cannot_be_told_and_it_is_said_what_would_have_to_be_opened()
    {
        Report();
        (_, OpeningBody opening) = Confirm(100);
        Assert.Equal(1, Check().Results[0].Count(null));

        _table.Say(Alfa, 300, Words());
        Is(Verdict.CannotBeTold, "whether it was a confirmation, entry 1 would have to be opened.");
        _table.Say(Alfa, 400, opening);
        Is(Verdict.Broken, "was a confirmation ('warning 7'), and was not reported to bravo within 120 s.");
    }

    [Fact]
    public void A_decoy_keeps_the_assurance_once_it_is_opened()
    {
        Report();
        (_, OpeningBody opening) = Confirm(100, isConfirmed: false);
        _table.Say(Alfa, 400, opening);

        Is(Verdict.Kept, "was a decoy.");
    }

    [Fact]
    public void A_committed_release_counts_when_the_other_side_has_acknowledged_it()
    {
        Report();
        (SignedRecord commitment, _) = Confirm(100);
        byte[] digest = CommitmentDigest.Of(_table.Salt(), "release", Table.Data(Alfa, "warning-1", 40));
        SignedRecord release = _table.Say(Alfa, 190, ReleaseBody.Committed(ReleasedThing.Warning, "warning-1", 1, ReleaseCborFacts.ContentType, digest, commitment.Hash), Bravo);

        Is(Verdict.CannotBeTold, "bravo has not acknowledged entry 2, and it is not opened.");
        _table.Say(Bravo, 195, new AcknowledgementBody(release.Hash, "Maj. Orlova", ""), Alfa);
        Is(Verdict.Kept, "after 90 s");
    }

    [Fact]
    public void Without_a_commitment_the_launch_as_the_other_side_saw_it_is_a_bound()
    {
        Report();
        _table.Say(Bravo, 100, Table.Warning(Bravo, "warning-9", 40), Alfa);
        _table.Say(Alfa, 150, Table.Warning(Alfa, "warning-1", 45), Bravo);
        Is(Verdict.Kept, "as bravo saw it, that was 110 s after the launch or less, and so after the confirmation.");

        _table.Say(Alfa, 400, Table.Warning(Alfa, "warning-2", 250, latitude: 50), Bravo);
        Is(Verdict.CannotBeTold, "alfa reported warning-2 at 2026-07-04T12:06:40.000Z and had logged no commitment of its confirmation: when that was cannot be told.");
    }

    [Fact]
    public void Where_several_launches_may_be_meant_the_earliest_is_the_bound()
    {
        Report();
        _table.Say(Bravo, 100, Table.Warning(Bravo, "warning-8", 38), Alfa);
        _table.Say(Bravo, 101, Table.Warning(Bravo, "warning-9", 49), Alfa);
        _table.Say(Alfa, 155, Table.Warning(Alfa, "warning-1", 45), Bravo);

        Is(Verdict.CannotBeTold, "as bravo saw it, that was 125 s after the launch or less");
    }

    [Fact]
    public void Data_on_a_launch_from_the_area_breaks_the_assurance_whomever_it_is_addressed_to()
    {
        using var three = new Table(Alfa, Bravo, Charlie);
        three.Say(Alfa, 0, new AssurancesBody($"{AssuranceFileTests.Head}[[assurance]]\nname = \"one\"\nform = \"no-data\"\nlaunchArea = \"north\"\nto = \"bravo\"\n"));
        three.Say(Alfa, 100, Table.Warning(Alfa, "warning-1", 40), Charlie);
        AssuranceResult result = Assert.Single(AssuranceChecker.Check(three.Book(), Alfa, new ReleaseCborFacts()).Results);

        Assert.Equal(Verdict.Broken, result.Verdict);
        Assert.StartsWith("alfa's warning-1 is in the log in the clear, which bravo reads, with a launch in north", result.Cases[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_elsewhere_keeps_it_and_across_the_border_it_cannot_be_told()
    {
        State("form = \"no-data\"\nlaunchArea = \"north\"\nto = \"bravo\"");
        _table.Say(Alfa, 100, Table.Warning(Alfa, "warning-1", 40, latitude: 60), Bravo);
        Is(Verdict.Kept, "with a launch outside of north");

        _table.Say(Alfa, 200, Table.Warning(Alfa, "warning-2", 40, latitude: 70.1, sizeDegrees: 1), Bravo);
        Is(Verdict.CannotBeTold, "lies across the border of north");
    }

    [Fact]
    public void A_sealed_release_to_the_other_side_cannot_be_told_until_it_is_opened()
    {
        State("form = \"no-data\"\nlaunchArea = \"north\"\nto = \"bravo\"");
        byte[] salt = _table.Salt();
        byte[] data = Table.Data(Alfa, "warning-1", 40);
        SignedRecord release = _table.Say(
            Alfa, 100, ReleaseBody.Committed(ReleasedThing.Warning, "warning-1", 1, ReleaseCborFacts.ContentType, CommitmentDigest.Of(salt, "release", data)), Bravo);
        Is(Verdict.CannotBeTold, "entry 1 is a commitment and would have to be opened.");

        _table.Say(Alfa, 200, new OpeningBody(release.Hash, salt, "release", data));
        Is(Verdict.Broken, "with a launch in north");
    }

    [Fact]
    public void Showing_what_a_third_party_has_released_is_giving_data_too()
    {
        using var three = new Table(Alfa, Bravo, Charlie);
        three.Say(Alfa, 0, new AssurancesBody($"{AssuranceFileTests.Head}[[assurance]]\nname = \"one\"\nform = \"no-data\"\nlaunchArea = \"north\"\nto = \"bravo\"\n"));
        SignedRecord release = three.Say(Charlie, 100, Table.Warning(Charlie, "warning-1", 40), Alfa);
        three.Say(Alfa, 110, new ShownBody(release.Hash, "wall"), Bravo);

        Assert.Equal(Verdict.Broken, AssuranceChecker.Check(three.Book(), Alfa, new ReleaseCborFacts()).Verdict);
    }

    [Fact]
    public void A_place_that_is_finer_than_was_said_breaks_the_grid()
    {
        State("form = \"grid\"\nkilometers = 15");
        _table.Say(Alfa, 100, Table.Warning(Alfa, "warning-1", 40), Bravo);
        Is(Verdict.Kept, "has 1 place, the finest 19.");

        _table.Say(Alfa, 200, Table.Warning(Alfa, "warning-2", 40, sizeDegrees: 0.3), Bravo);
        Is(Verdict.Broken, "has 1 place, the finest 11.64 km.");
    }

    [Fact]
    public void Coverage_and_outages_are_told_in_time_or_not()
    {
        State("form = \"tell-coverage\"\nminutes = 15");
        _table.Say(Alfa, 60, new CoverageBody("radar-1", RecordArea.Circle(new(1, 2), 3), (0, 1), (0, 1), (0, 1)));
        _table.Say(Alfa, 1000, new OutageBody("radar-1", Table.At(200), null, "power", null));
        Is(Verdict.Kept, "That radar-1 was out from 2026-07-04T12:03:20.000Z was told 13.3 min after it began.");

        _table.Say(Alfa, 5000, new OutageBody("radar-1", Table.At(2000), null, "power", null));
        Is(Verdict.Broken, "was told 50 min after it began.");
    }

    [Fact]
    public void Coverage_that_is_not_told_is_not_due_then_cannot_be_told_and_then_broken()
    {
        State("form = \"tell-coverage\"\nminutes = 15");
        Assert.Equal(1, Check().Results[0].Count(null));
        _table.Say(Bravo, 1000, Words());
        Is(Verdict.CannotBeTold, "and alfa's records until then are not all in the log");
        _table.Say(Alfa, 1001, Words());
        Is(Verdict.Broken, "What radar-1 sees was not told");
        Assert.Equal("0 alfa's assurances, 2 alfa's text, beyond the deadline", string.Join(", ", Check().Results[0].Cases[0].Entries.Select(e => $"{e.Index} {e.What}")));
    }

    [Fact]
    public void Raw_data_is_deleted_in_time_or_not()
    {
        State("form = \"deletion\"\ndays = 30\nrawData = \"committed\"");
        SignedRecord first = _table.Say(Alfa, Day, new CommitmentBody("raw-data", new byte[32], (Table.At(0), Table.At(Day))));
        SignedRecord second = _table.Say(Alfa, 2 * Day, new CommitmentBody("raw-data", new byte[32], (Table.At(Day), Table.At(2 * Day))));
        _table.Say(Alfa, 30 * Day, new DeletionBody([first.Hash], ""));
        AssuranceResult result = Check().Results[0];
        Assert.Equal((Verdict.Kept, 1, 1), (result.Verdict, result.Count(Verdict.Kept), result.Count(null)));

        _table.Say(Alfa, 33 * Day, new DeletionBody([second.Hash], ""));
        Is(Verdict.Broken, "The raw data of 2026-07-05T12:00:00.000Z to 2026-07-06T12:00:00.000Z was deleted 31 days after its end.");
    }

    [Fact]
    public void A_statement_that_cannot_be_checked_is_refused_in_the_log_too()
    {
        State("form = \"report\"\nseconds = 60\nto = \"bravo\"");
        _table.Say(Alfa, 1, new AssurancesBody("[assurances]\nparty = \"bravo\"\n"));

        AssuranceReport report = Check();
        Assert.Empty(report.Results);
        Assert.Contains("nobody could check it", report.Refused[0].Reason, StringComparison.Ordinal);
        Assert.Equal("it speaks for bravo, and alfa has signed it", report.Refused[1].Reason);
    }

    [Fact]
    public void A_new_statement_takes_the_place_of_the_old_and_leaves_its_breaches()
    {
        State("form = \"grid\"\nkilometers = 100");
        _table.Say(Alfa, 100, Table.Warning(Alfa, "warning-1", 40), Bravo);
        State("form = \"grid\"\nkilometers = 10");
        _table.Say(Alfa, 200, Table.Warning(Alfa, "warning-1", 40), Bravo);

        Assert.Equal([Verdict.Broken, Verdict.Kept], Check().Results.Select(r => r.Verdict));
        Assert.All(Check().Results, r => Assert.Single(r.Cases));
    }

    [Fact]
    public void Text_JSON_and_page_say_the_same_with_the_entries_as_evidence()
    {
        State("form = \"grid\"\nkilometers = 100");
        SignedRecord release = _table.Say(Alfa, 100, Table.Warning(Alfa, "<b>", 40), Bravo);
        AssuranceReport report = Check();

        string text = AssuranceText.Write(report);
        Assert.Contains("BROKEN: one", text, StringComparison.Ordinal);
        Assert.Contains($"entry 1, 2026-07-04T12:01:40.000Z, alfa's release, {release.Hash.ToShortString()}", text, StringComparison.Ordinal);
        JsonElement one = JsonDocument.Parse(AssuranceJson.Write(report)).RootElement.GetProperty("assurances")[0];
        Assert.Equal("broken", one.GetProperty("verdict").GetString());
        Assert.Equal(release.Hash.ToString(), one.GetProperty("cases")[0].GetProperty("entries")[0].GetProperty("hash").GetString());
        string page = AssurancePage.Write(report);
        Assert.Contains("alfa&#39;s &lt;b&gt; has 1 place", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>&", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", page, StringComparison.Ordinal);
    }
}
