using JointWatch.TransparencyLog.Verification;

namespace JointWatch.TransparencyLog.Tests.Verification;

/// <summary>Batches are cosigned 10 seconds apart, at 10 s, 20 s and so on; 60 seconds are allowed either way.</summary>
public sealed class TimeTests : IDisposable
{
    private readonly TamperedLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void An_entry_dated_back_before_a_cosigned_checkpoint_that_had_it_not_is_found()
    {
        _log.Make([Entries.By("north", 0, "a")], [Entries.By("north", 12, "b")], [Entries.By("south", -45, "I said so long ago")]);

        Finding finding = Assert.Single(_log.Verify().Findings);

        Assert.Equal((FindingKind.TimeBackdated, 2L, 2L, "north"), (finding.Kind, finding.Index!.Value, finding.Size!.Value, finding.Party));
        Assert.Equal(
            "Entry 2 of south says 2025-01-25T06:23:15Z, and the tree of 2 entries that north cosigned at 2025-01-25T06:24:20Z had it not yet: it is dated back by 65 s, or was that long on its way. "
            + "It stands after entry 1 of north (2025-01-25T06:24:12Z) and at the log's end; the tree of 3 entries that north cosigned at 2025-01-25T06:24:30Z has it.",
            finding.Words);
    }

    [Fact]
    public void An_entry_dated_ahead_of_a_checkpoint_that_has_it_is_found_and_does_not_spoil_those_after_it()
    {
        _log.Make([Entries.By("north", 0, "a"), Entries.By("south", 500, "from the future")], [Entries.By("north", 15, "b")]);

        Finding finding = Assert.Single(_log.Verify().Findings);

        Assert.Equal((FindingKind.TimeAhead, 1L, 2L), (finding.Kind, finding.Index!.Value, finding.Size!.Value));
        Assert.Contains("north saw it in the tree of 2 entries at 2025-01-25T06:24:10Z: it is dated ahead", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_that_go_back_between_two_checkpoints_are_found()
    {
        _log.Make([Entries.By("north", 55, "a"), Entries.By("south", -6, "b"), Entries.By("south", 0, "c")]);

        Finding finding = Assert.Single(_log.Verify().Findings);

        Assert.Equal((FindingKind.TimeBackward, 1L), (finding.Kind, finding.Index!.Value));
        Assert.Contains("entry 0 of north before it says 2025-01-25T06:24:55Z: times go back by 61 s, more than 60 s. It stands after entry 0 of north (2025-01-25T06:24:55Z) and before entry 2 of south (2025-01-25T06:24:00Z); the tree of 3", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Clocks_that_differ_by_less_than_is_allowed_are_no_finding()
    {
        _log.Make([Entries.By("north", 0, "a"), Entries.By("south", -59, "b")], [Entries.By("north", 79, "c"), Entries.By("south", 20, "d")]);

        Assert.Empty(_log.Verify().Findings);
    }

    [Fact]
    public void An_entry_by_another_clock_is_held_against_its_own_kind_alone()
    {
        _log.Make([Entries.By("north", 90_000, "drill")], [Entries.By("north", 0, "a"), Entries.By("south", 89_401, "drill")], [Entries.By("south", 89_399, "drill")]);
        LogVerifierOptions options = _log.Options with
        {
            EntryFacts = (index, entry) => Entries.FactsOf(index, entry) is var facts && entry.Span.EndsWith("drill"u8) ? facts with { Clock = "drill-1" } : facts,
        };

        Finding finding = Assert.Single(new LogVerifier(options).VerifyFolder(_log.Folder).Findings);

        Assert.Equal((FindingKind.TimeBackward, 3L), (finding.Kind, finding.Index!.Value));
        Assert.Contains("by the clock of drill-1, and entry 0 of north before it says 2025-01-26T07:24:00Z: times go back by 601 s, more than 600 s", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_allowed_can_be_set()
    {
        _log.Make([Entries.By("north", 0, "a")], [Entries.By("south", -3600, "handed in after the link came back")]);

        Assert.NotEmpty(_log.Verify().Findings);
        Assert.Empty(new LogVerifier(_log.Options with { MaxBackward = TimeSpan.FromHours(2) }).VerifyFolder(_log.Folder).Findings);
    }

    [Fact]
    public void Without_witnesses_only_the_order_of_the_entries_tells()
    {
        _log.Make([Entries.By("north", 500, "a")], [Entries.By("south", 0, "b")]);

        Finding finding = Assert.Single(new LogVerifier(_log.Options with { Witnesses = [] }).VerifyFolder(_log.Folder).Findings);

        Assert.Equal((FindingKind.TimeBackward, 1L), (finding.Kind, finding.Index!.Value));
    }

    [Fact]
    public void A_log_of_entries_that_nobody_reads_has_no_times_to_check()
    {
        _log.Make([Entries.By("north", 500, "a")], [Some.Entry(1)]);

        Assert.Empty(new LogVerifier(_log.Options with { EntryFacts = null }).VerifyFolder(_log.Folder).Findings);
    }
}
