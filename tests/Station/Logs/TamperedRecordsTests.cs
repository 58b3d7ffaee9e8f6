using System.Text.Json;
using JointWatch.Station.Cli;

namespace JointWatch.Station.Tests.Logs;

/// <summary>A log of records that somebody has laid hands on, checked by the command line: what it says names the entry, and whose checkpoint or word disagrees.</summary>
public sealed class TamperedRecordsTests : IDisposable
{
    private readonly CentreLog _centre = new();

    public void Dispose() => _centre.Dispose();

    [Fact]
    public async Task A_whole_log_says_who_has_signed_how_much()
    {
        (int code, string output) = await _centre.Usual().VerifyAsync("--quorum", "2");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Signed: 3 by alfa, 3 by bravo.\n", output, StringComparison.Ordinal);
        Assert.Contains("Whole: nothing is wrong.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_a_party_has_dated_back_is_found_with_its_time_and_its_place()
    {
        _centre.Usual().Log(40, _centre.Say("bravo", 36, "late night"), Parallel("alfa", 26.5));

        string words = await FindingAsync("timeBackdated", 7);

        Assert.Equal(
            "Entry 7 of alfa says 2026-07-04T12:26:30Z, and the tree of 6 entries that alfa cosigned at 2026-07-04T12:30:00Z had it not yet: it is dated back by 210 s, or was that long on its way. "
            + "It stands after entry 6 of bravo (2026-07-04T12:36:00Z) and at the log's end; the tree of 8 entries that alfa cosigned at 2026-07-04T12:40:00Z has it.",
            words);

        // A link was known to be cut: then it may be so late.
        Assert.Equal(ExitCode.Done, (await _centre.VerifyAsync("--late", "10m")).Code);
    }

    [Fact]
    public async Task A_record_that_is_dated_before_its_partys_own_last_word_is_found_to_the_second()
    {
        _centre.Usual().Log(31, Parallel("alfa", 24.5));

        string words = await FindingAsync("entryBad", 6);

        Assert.Equal(
            "Entry 6 of alfa: its text, number 3, said at 2026-07-04T12:24:30.000Z, is of 2026-07-04T12:24:30.000Z, earlier than alfa's record before it, 2026-07-04T12:25:00.000Z.", words);
    }

    [Fact]
    public async Task A_record_of_an_exercise_is_held_against_the_exercises_own_clock()
    {
        _centre.Log(1, _centre.Say("alfa", 600, "launch", "drill-1"), _centre.Say("bravo", 580, "I knew it before", "drill-1"));

        string words = await FindingAsync("timeBackward", 1);

        Assert.Contains("Entry 1 of bravo says 2026-07-04T21:40:00Z by the clock of drill-1, and entry 0 of alfa before it says 2026-07-04T22:00:00Z: times go back by 1200 s", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_was_rewritten_names_the_entry_by_a_copy_and_the_checkpoint_of_who_kept_one()
    {
        _centre.Usual().KeepCopy();
        ReadOnlyMemory<byte>[] entries = [.. _centre.Entries];
        entries[2] = Forge("alfa", 15, "another thing", entries[0]);

        _centre.Replace(entries);

        Assert.Matches("^Entry 2 was rewritten: by the copy of bravo of size 6, .*its leaf hash is ", await FindingAsync("entryChanged", 2));
        Assert.Contains("The log's first 4 entries are not what they were: alfa keeps the root ", await FindingAsync("historyChanged", 2), StringComparison.Ordinal);

        // The record behind it follows another one than that which stands there: the party's own chain tells it without any copy.
        Assert.Contains("Entry 4 of alfa: its text, number 2, said at 2026-07-04T12:25:00.000Z, follows ", await FindingAsync("entryBad", 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_which_a_byte_was_changed_has_a_signature_that_does_not_hold()
    {
        _centre.Usual();
        byte[][] entries = [.. _centre.Entries.Select(e => e.ToArray())];
        int at = entries[3].AsSpan().IndexOf("bravo 1"u8);
        entries[3][at] = (byte)'B';

        _centre.Replace(entries.Select(e => (ReadOnlyMemory<byte>)e));

        Assert.StartsWith("Entry 3: it is not signed by bravo's key ", await FindingAsync("entryBad", 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_was_dropped_is_missed_by_its_partys_chain_and_by_each_checkpoint_after_it()
    {
        _centre.Usual().KeepCopy();

        _centre.Replace(_centre.Entries.Where((_, i) => i != 2));

        Assert.Matches("^Entry 2 was dropped: the copy of bravo of size 6, .*has it, and the log has not.$", await FindingAsync("entryDropped", 2));
        Assert.Equal("Entry 3 of alfa: its text, number 2, said at 2026-07-04T12:25:00.000Z, has number 2 where 1 was next: a record of alfa is missing.", await FindingAsync("entryBad", 3));
        Assert.Contains("The log's first 4 entries are not what they were: bravo keeps the root ", await FindingAsync("historyChanged", 2, "bravo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_in_another_order_are_named_one_by_one()
    {
        _centre.Usual().KeepCopy();
        ReadOnlyMemory<byte>[] entries = [.. _centre.Entries];
        (entries[2], entries[4]) = (entries[4], entries[2]);

        _centre.Replace(entries);

        Assert.Matches("^Entry 2 was moved: by the copy of bravo of size 6, .*it stands there, and it is at 4 now.$", await FindingAsync("entryMoved", 2));
        Assert.Contains("has number 2 where 1 was next", await FindingAsync("entryBad", 2), StringComparison.Ordinal);
        Assert.Contains("has number 1 where 3 was next: alfa has signed two records of one number", await FindingAsync("entryBad", 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_shows_two_faces_is_a_fork_by_the_checkpoint_of_who_saw_the_other()
    {
        _centre.Usual();
        ReadOnlyMemory<byte>[] entries = [.. _centre.Entries];
        entries[5] = Forge("bravo", 26, "for alfa alone", entries[3]);
        _centre.Replace(entries);
        Directory.Delete(_centre.At("kept/alfa"), recursive: true);

        string words = await FindingAsync("logForked", 4);

        Assert.Contains("The log has signed two trees of 6 entries: bravo keeps the root ", words, StringComparison.Ordinal);
        Assert.Contains("The first change is among entries 4 to 5 (the first 4 agree with a kept checkpoint).", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_party_that_says_two_things_under_one_number_is_found_by_its_own_signatures()
    {
        _centre.Usual();
        _centre.Log(40, Forge("alfa", 35, "to one", _centre.Entries[4]), Forge("alfa", 35, "to the other", _centre.Entries[4]));

        string words = await FindingAsync("entryBad", 7);

        Assert.Contains("has number 3 where 4 was next: alfa has signed two records of one number", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_proves_a_record_only_if_its_party_has_signed_it()
    {
        _centre.Usual().Log(40, "no record"u8.ToArray());
        foreach (long index in (long[])[3, 6])
        {
            await _centre.RunAsync("log", "receipt", "log", $"{index}");
        }

        (int good, string output) = await _centre.RunAsync("log", "verify", "--receipt", "3.tlog-proof", "--key", "log.vkey", "--parties", "parties.toml");
        (int bad, string fault) = await _centre.RunAsync("log", "verify", "--receipt", "6.tlog-proof", "--key", "log.vkey", "--parties", "parties.toml");

        Assert.Equal((ExitCode.Done, ExitCode.Failed), (good, bad));
        Assert.Contains("Signed: 1 by bravo.", output, StringComparison.Ordinal);
        Assert.Contains("Entry 6: it is no record: ", fault, StringComparison.Ordinal);
    }

    private ReadOnlyMemory<byte> Forge(string party, double minutes, string text, ReadOnlyMemory<byte> after) => _centre.Forge(party, minutes, text, after);

    /// <summary>A record that goes on behind the party's last and claims a time of its choice.</summary>
    private ReadOnlyMemory<byte> Parallel(string party, double minutes) => Forge(party, minutes, "we knew at once", _centre.Entries[party == "alfa" ? 4 : 5]);

    /// <summary>Runs the command, which must find something of a kind at an entry, and gives its words.</summary>
    private async Task<string> FindingAsync(string kind, long index, string? party = null)
    {
        (int code, string text) = await _centre.VerifyAsync();
        (int jsonCode, string json) = await _centre.VerifyAsync("--json");
        Assert.Equal((ExitCode.Failed, ExitCode.Failed), (code, jsonCode));
        JsonElement[] findings = [.. JsonDocument.Parse(json).RootElement.GetProperty("findings").EnumerateArray()];
        JsonElement found = findings.FirstOrDefault(f => f.GetProperty("kind").GetString() == kind && f.TryGetProperty("index", out JsonElement i) && i.GetInt64() == index
            && (party is null || f.GetProperty("party").GetString() == party));
        Assert.True(found.ValueKind == JsonValueKind.Object, text);
        string words = found.GetProperty("words").GetString()!;
        Assert.Contains(words, text, StringComparison.Ordinal);
        return words;
    }
}
