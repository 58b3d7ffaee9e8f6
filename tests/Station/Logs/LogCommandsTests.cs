using System.Text.Json;
using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Logs;
using JointWatch.Station.Tests.Cli;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Station.Tests.Logs;

public sealed class LogCommandsTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2025, 1, 25, 6, 24, 0, TimeSpan.Zero);

    private readonly CommandLineRun _run = new();
    private readonly StringWriter _output = new();
    private readonly SigningKey _key = SigningKey.FromSeed("centre.example/log", new byte[32]);
    private readonly SigningKey _north = SigningKey.FromSeed("north", new byte[32], SignatureType.Cosignature);
    private readonly string _folder;
    private readonly SignedCheckpoint _old;

    public LogCommandsTests()
    {
        _folder = Path.Combine(_run.Folder, "log");
        using Log log = Log.Create(_folder, _key, new LogOptions { Witnesses = [_north.Verifier] });
        log.Append(["first"u8.ToArray(), new byte[] { 0, 1, 2 }]);
        _old = log.Checkpoint;
        log.Append("third\u001b[2J"u8.ToArray());
        log.AddCosignature(log.Checkpoint, Cosignature.Sign(log.Checkpoint, _north, Time));
    }

    private string Output => _output.ToString().ReplaceLineEndings("\n");

    public void Dispose()
    {
        _output.Dispose();
        _key.Dispose();
        _north.Dispose();
        _run.Dispose();
    }

    [Fact]
    public async Task Verify_takes_a_folder_keys_as_text_or_file_and_what_parties_kept()
    {
        Directory.CreateDirectory(Path.Combine(_run.Folder, "kept"));
        _run.Write("witnesses", $"# parties\n{_north.Verifier}\n");

        LogVerifyOptions asked = await _run.AskedAsync<LogVerifyOptions>(
            "log", "verify", "log", "--key", $"{_key.Verifier}", "--key", $"{_key.Verifier}", "--witness", "witnesses", "--quorum", "1", "--checkpoints", "kept", "--json");

        Assert.Equal(new LogSubject.Folder(_folder, Path.Combine(_run.Folder, "kept")), asked.Subject);
        Assert.Equal([_key.Verifier, _key.Verifier], asked.Keys);
        Assert.Equal([_north.Verifier], asked.Witnesses);
        Assert.Equal((1, true), (asked.Quorum, asked.IsJson));
    }

    [Fact]
    public async Task Verify_takes_a_receipt_or_two_checkpoints_with_a_log_or_a_proof()
    {
        (string a, string b, string p) = (_run.Write("a"), _run.Write("b"), _run.Write("p"));
        string[] start = ["log", "verify", "--key", $"{_key.Verifier}"];

        Assert.Equal(new LogSubject.Receipt(a, b), (await _run.AskedAsync<LogVerifyOptions>([.. start, "--receipt", "a", "--entry", "b"])).Subject);
        Assert.Equal(new LogSubject.Pair(a, b, _folder, null), (await _run.AskedAsync<LogVerifyOptions>([.. start, "--old", "a", "--new", "b", "log"])).Subject);
        Assert.Equal(new LogSubject.Pair(a, b, null, p), (await _run.AskedAsync<LogVerifyOptions>([.. start, "--old", "a", "--new", "b", "--proof", "p"])).Subject);
    }

    [Fact]
    public async Task Verify_takes_the_parties_register_and_how_late_a_record_may_be()
    {
        string parties = _run.Write("parties.toml");

        LogVerifyOptions asked = await _run.AskedAsync<LogVerifyOptions>("log", "verify", "log", "--key", $"{_key.Verifier}", "--parties", "parties.toml", "--late", "1h30m");

        Assert.Equal((parties, TimeSpan.FromMinutes(90)), (asked.Parties, asked.Late));
    }

    [Fact]
    public async Task Show_and_receipt_have_their_defaults()
    {
        Assert.Equal(new LogShowOptions(_folder, null, 20, false), await _run.AskedAsync<LogShowOptions>("log", "show", "log"));
        Assert.Equal(new LogShowOptions(_folder, 5, 7, true), await _run.AskedAsync<LogShowOptions>("log", "show", "log", "--from", "5", "--count", "7", "--json"));
        Assert.Equal(
            new LogReceiptOptions(_folder, 2, Path.Combine(_run.Folder, "2.tlog-proof")), await _run.AskedAsync<LogReceiptOptions>("log", "receipt", "log", "2"));
    }

    [Fact]
    public async Task Log_alone_shows_its_commands()
    {
        Assert.Equal(ExitCode.Done, await _run.InvokeAsync("log"));

        Assert.All(["verify", "show", "receipt", "Exit codes"], word => Assert.Contains(word, _run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_log_ends_with_0_and_says_who_cosigned_it_last()
    {
        Assert.Equal(ExitCode.Done, Verify(new LogSubject.Folder(_folder, null)));

        Assert.Equal(
            $"""
            centre.example/log: 3 entries, root {new LogReader(_folder).ReadCheckpoint().Checkpoint.Root}
            Checked: 3 entries, 1 kept checkpoints, receipts and copies.
            Signatures and times of records: not checked, for that takes --parties.
            Cosigned by north: last at 3 entries, 2025-01-25T06:24:00Z.
            Whole: nothing is wrong.

            """.ReplaceLineEndings("\n"),
            Output);
    }

    [Fact]
    public void A_changed_entry_ends_with_1_and_names_the_entry_in_text_and_json()
    {
        string bundle = Path.Combine(_folder, "tile", "entries", "000.p", "3");
        byte[] bytes = File.ReadAllBytes(bundle);
        bytes[2] ^= 1;
        File.WriteAllBytes(bundle, bytes);

        Assert.Equal(ExitCode.Failed, Verify(new LogSubject.Folder(_folder, null)));
        Assert.Contains("1 finding:\n  Entry 0 was rewritten", Output, StringComparison.Ordinal);

        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Failed, Verify(new LogSubject.Folder(_folder, null), isJson: true));
        JsonElement finding = JsonDocument.Parse(Output).RootElement.GetProperty("findings")[0];
        Assert.Equal(("entryChanged", 0), (finding.GetProperty("kind").GetString(), finding.GetProperty("index").GetInt32()));
    }

    [Fact]
    public void A_receipt_that_was_written_verifies_until_it_is_changed()
    {
        string file = Path.Combine(_run.Folder, "1.tlog-proof");
        Assert.Equal(ExitCode.Done, LogReceiptRunner.Run(new LogReceiptOptions(_folder, 1, file), _output));
        Assert.Equal(ExitCode.Done, Verify(new LogSubject.Receipt(file, null), quorum: 1));

        File.WriteAllText(file, File.ReadAllText(file).Replace("index 1", "index 2", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Failed, Verify(new LogSubject.Receipt(file, null)));
        Assert.Contains("this is not entry 2", Output, StringComparison.Ordinal);
        Assert.Contains("expected less than 3", Assert.Throws<InvalidInputException>(() => LogReceiptRunner.Run(new LogReceiptOptions(_folder, 3, file), _output)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_checkpoints_agree_by_the_log_and_by_a_proof_in_a_file()
    {
        string old = Path.Combine(_run.Folder, "old");
        string later = Path.Combine(_folder, "checkpoint");
        File.WriteAllBytes(old, _old.ToBytes());
        string proof = _run.Write("proof", TransparencyLog.Witnessing.WitnessRequest.Make(new LogReader(_folder), 2, SignedCheckpoint.Read(later)).ProofText());

        Assert.Equal(ExitCode.Done, Verify(new LogSubject.Pair(old, later, _folder, null)));
        Assert.Equal(ExitCode.Done, Verify(new LogSubject.Pair(old, later, null, proof)));
        Assert.Equal(ExitCode.Failed, Verify(new LogSubject.Pair(later, old, _folder, null)));
        Assert.Throws<InvalidInputException>(() => Verify(new LogSubject.Pair(later, later, null, proof)));
        Assert.Throws<InvalidInputException>(() => Verify(new LogSubject.Pair(old, proof, _folder, null)));
    }

    [Fact]
    public void Show_prints_entries_without_what_a_terminal_would_obey()
    {
        ShowLogRunner.Run(new LogShowOptions(_folder, null, 2, false), _output);

        Assert.DoesNotContain("first", Output, StringComparison.Ordinal);
        Assert.Contains("         1      3 bytes", Output, StringComparison.Ordinal);
        Assert.Contains("  000102\n", Output, StringComparison.Ordinal);
        Assert.Contains("  74686972641b5b324a\n", Output, StringComparison.Ordinal);
        Assert.Contains("signature line of north, cosigned 2025-01-25T06:24:00Z", Output, StringComparison.Ordinal);

        _output.GetStringBuilder().Clear();
        ShowLogRunner.Run(new LogShowOptions(_folder, 0, 1, true), _output);
        Assert.Equal("Zmlyc3Q=", JsonDocument.Parse(Output).RootElement.GetProperty("entries")[0].GetProperty("entry").GetString());
        Assert.Throws<InvalidInputException>(() => ShowLogRunner.Run(new LogShowOptions(_run.Folder, 0, 1, true), _output));
    }

    private int Verify(LogSubject subject, bool isJson = false, int quorum = 0) =>
        VerifyLogRunner.Run(new LogVerifyOptions(subject, [_key.Verifier], [_north.Verifier], quorum, isJson), _output);
}
