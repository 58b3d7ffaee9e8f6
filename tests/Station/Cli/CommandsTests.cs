using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;

namespace JointWatch.Station.Tests.Cli;

public sealed class CommandsTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Enrol_without_options_takes_the_folder_of_run_and_names_the_key_file_after_the_node()
    {
        EnrolOptions asked = await _run.AskedAsync<EnrolOptions>("enrol", "north/radar-1");

        Assert.Equal("north/radar-1", asked.Node.ToString());
        Assert.Equal(Path.Combine(_run.Folder, "jointwatch-data"), asked.DataDirectory);
        Assert.Equal(Path.Combine(_run.Folder, "north-radar-1.key"), asked.KeyFile);
        Assert.False(asked.Replace);
    }

    [Fact]
    public async Task Enrol_takes_every_option_and_the_folder_from_the_environment()
    {
        _run.Environment["JOINTWATCH_DATA"] = "elsewhere";
        EnrolOptions asked = await _run.AskedAsync<EnrolOptions>("enrol", "north/radar-1", "--key-file", "node.key", "--replace");

        Assert.Equal(Path.Combine(_run.Folder, "elsewhere"), asked.DataDirectory);
        Assert.Equal(Path.Combine(_run.Folder, "node.key"), asked.KeyFile);
        Assert.True(asked.Replace);
    }

    [Fact]
    public async Task A_command_takes_its_verb_and_what_the_verb_needs()
    {
        _run.Write("node.json", "{}");
        CommandOptions setUp = await _run.AskedAsync<CommandOptions>("command", "north/radar-1", "set-up", "--file", "node.json", "--url", "http://127.0.0.1:1");
        CommandOptions period = await _run.AskedAsync<CommandOptions>("command", "north/radar-1", "scan-period", "--period", "500000");

        Assert.Equal(("north/radar-1", "set-up", "{}", "http://127.0.0.1:1"), (setUp.Node.ToString(), setUp.Request.Verb, setUp.Request.SetUp, setUp.Url));
        Assert.Equal(("scan-period", 500_000u, "http://127.0.0.1:5080"), (period.Request.Verb, period.Request.ScanPeriodMicroseconds!.Value, period.Url));
    }

    [Fact]
    public async Task Demo_without_options_plays_the_built_in_exercise_at_real_speed_and_opens_the_browser()
    {
        DemoOptions asked = await _run.AskedAsync<DemoOptions>("demo");

        Assert.Equal(1, asked.Speed);
        Assert.Null(asked.ScenarioFile);
        Assert.Null(asked.FlightFile);
        Assert.Null(asked.For);
        Assert.Null(asked.DataDirectory);
        Assert.Null(asked.SummaryFile);
        Assert.True(asked.OpenBrowser);
        Assert.Equal(1883, asked.MqttPort);
        Assert.Equal(["http://127.0.0.1:5080"], asked.Urls);
    }

    [Fact]
    public async Task Demo_takes_every_option()
    {
        string flight = _run.Write("bulgariasat-1.csv");
        _run.Write("bulgariasat-1.json");

        DemoOptions asked = await _run.AskedAsync<DemoOptions>(
            "demo", "--speed", "2.5", "--flight", flight, "--for", "60s", "--data", "kept", "--no-browser",
            "--summary", "summary.json", "--mqtt-port", "0", "--urls", "http://127.0.0.1:0;http://*:5080");

        Assert.Equal(2.5, asked.Speed);
        Assert.Equal(flight, asked.FlightFile);
        Assert.Equal(TimeSpan.FromSeconds(60), asked.For);
        Assert.Equal(Path.Combine(_run.Folder, "kept"), asked.DataDirectory);
        Assert.False(asked.OpenBrowser);
        Assert.Equal(Path.Combine(_run.Folder, "summary.json"), asked.SummaryFile);
        Assert.Equal(0, asked.MqttPort);
        Assert.Equal(["http://127.0.0.1:0", "http://*:5080"], asked.Urls);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("60s", 60)]
    [InlineData("1.5s", 1.5)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h1m1s", 3661)]
    [InlineData("24h", 86400)]
    public async Task A_time_is_hours_minutes_and_seconds_or_seconds_alone(string written, double seconds)
    {
        DemoOptions asked = await _run.AskedAsync<DemoOptions>("demo", "--for", written);

        Assert.Equal(TimeSpan.FromSeconds(seconds), asked.For);
    }

    [Fact]
    public async Task Run_without_options_has_its_own_broker_and_keeps_its_journal_in_the_current_directory()
    {
        RunOptions asked = await _run.AskedAsync<RunOptions>("run");

        Assert.Equal(1883, asked.MqttPort);
        Assert.Null(asked.OutsideBroker);
        Assert.Equal(Path.Combine(_run.Folder, "jointwatch-data"), asked.DataDirectory);
        Assert.Equal(["http://127.0.0.1:5080"], asked.Urls);
    }

    [Theory]
    [InlineData("mosquitto.lan:1883", "mosquitto.lan", 1883)]
    [InlineData("10.0.0.7:8883", "10.0.0.7", 8883)]
    [InlineData("[::1]:1883", "::1", 1883)]
    public async Task Run_takes_an_outside_broker(string written, string host, int port)
    {
        RunOptions asked = await _run.AskedAsync<RunOptions>("run", "--broker", written);

        Assert.Equal(new BrokerAddress(host, port), asked.OutsideBroker);
    }

    [Fact]
    public async Task Replay_takes_a_journal_and_a_folder()
    {
        string journal = _run.Write("journal.db");

        ReplayOptions asked = await _run.AskedAsync<ReplayOptions>("replay", "journal.db", "--out", "again");

        Assert.Equal(new ReplayOptions(journal, Path.Combine(_run.Folder, "again")), asked);
    }

    [Theory]
    [InlineData(null, DetectionsUsed.All)]
    [InlineData("all", DetectionsUsed.All)]
    [InlineData("radar", DetectionsUsed.Radar)]
    [InlineData("ir", DetectionsUsed.Ir)]
    public async Task Track_takes_a_set_an_output_and_what_to_use(string? use, DetectionsUsed expected)
    {
        _run.Write("sensors.json");
        string[] args = ["track", "--set", ".", "--out", "tracks.csv"];

        TrackOptions asked = await _run.AskedAsync<TrackOptions>(use is null ? args : [.. args, "--use", use]);

        Assert.Equal(new TrackOptions(_run.Folder, Path.Combine(_run.Folder, "tracks.csv"), expected), asked);
    }

    [Fact]
    public async Task Track_takes_a_run_and_a_number_of_passes()
    {
        _run.Write("measurements.csv", "mc,k,zx,zy\n");

        TrackOptions asked = await _run.AskedAsync<TrackOptions>("track", "--set", ".", "--out", "t.csv", "--run", "3", "--passes", "7");

        Assert.Equal((3, 7), (asked.Run, asked.Passes));
    }

    [Fact]
    public async Task Track_takes_a_method_for_each_stage()
    {
        _run.Write("sensors.json");
        string[] args = ["track", "--set", ".", "--out", "t.csv"];

        TrackOptions usual = await _run.AskedAsync<TrackOptions>(args);
        TrackOptions baseline = await _run.AskedAsync<TrackOptions>(
            [.. args, "--associate", "nearest", "--initiate", "pairs", "--life", "score", "--birth", "told"]);

        Assert.Equal((false, false, false, false), (usual.IsNearest, usual.IsPairs, usual.IsScored, usual.IsBirthTold));
        Assert.Equal((true, true, true, true), (baseline.IsNearest, baseline.IsPairs, baseline.IsScored, baseline.IsBirthTold));
    }

    [Fact]
    public async Task Make_set_takes_a_kind_a_size_a_seed_and_a_folder()
    {
        string flight = _run.Write("f.csv");
        _run.Write("f.json");

        Assert.Equal(
            new MakeSetOptions(SetKind.Hard, 30, 7, null, Path.Combine(_run.Folder, "made")),
            await _run.AskedAsync<MakeSetOptions>("make-set", "hard", "--targets", "30", "--seed", "7", "--out", "made"));
        Assert.Equal(
            new MakeSetOptions(SetKind.Launch, 50, 1, flight, Path.Combine(_run.Folder, "made")),
            await _run.AskedAsync<MakeSetOptions>("make-set", "launch", "--flight", "f.csv", "--out", "made"));
    }

    [Fact]
    public async Task Score_takes_a_truth_tracks_and_the_metrics_parameters()
    {
        string truth = _run.Write("truth.csv");
        string tracks = _run.Write("tracks.csv");

        Assert.Equal(new ScoreOptions(truth, tracks, 500, 2, 20), await _run.AskedAsync<ScoreOptions>("score", "--truth", "truth.csv", "--tracks", "tracks.csv"));
        Assert.Equal(
            new ScoreOptions(_run.Folder, tracks, 10.5, 1, 0),
            await _run.AskedAsync<ScoreOptions>("score", "--truth", ".", "--tracks", "tracks.csv", "--cutoff", "10.5", "--order", "1", "--steady", "0"));
    }

    [Fact]
    public async Task Policy_try_takes_a_policy_a_journal_a_recipient_and_json()
    {
        string policy = _run.Write("policy.toml");
        string journal = _run.Write("journal.db");

        Assert.Equal(new PolicyTryOptions(policy, journal, null, false), await _run.AskedAsync<PolicyTryOptions>("policy", "try", "policy.toml", "journal.db"));
        Assert.Equal(
            new PolicyTryOptions(policy, journal, "bravo", true), await _run.AskedAsync<PolicyTryOptions>("policy", "try", "policy.toml", ".", "--recipient", "bravo", "--json"));
    }

    [Fact]
    public async Task Policy_diff_takes_two_policies_and_a_journal_and_policy_explain_one()
    {
        string old = _run.Write("old.toml");
        string proposed = _run.Write("new.toml");
        string journal = _run.Write("journal.db");

        Assert.Equal(new PolicyDiffOptions(old, proposed, journal), await _run.AskedAsync<PolicyDiffOptions>("policy", "diff", "old.toml", "new.toml", "journal.db"));
        Assert.Equal(old, await _run.AskedAsync<string>("policy", "explain", "old.toml"));
    }

    [Theory]
    [InlineData("jointwatch policy try: FILE is 'none.toml'; expected an existing policy file", "policy", "try", "none.toml", "journal.db")]
    [InlineData("jointwatch policy explain: FILE is missing; expected an existing policy file", "policy", "explain")]
    [InlineData("jointwatch policy try: JOURNAL is missing; expected an existing journal file or data folder", "policy", "try", "policy.toml")]
    public async Task A_wrong_policy_command_is_named_with_its_group(string message, params string[] args)
    {
        _run.Write("policy.toml");

        Assert.Equal(ExitCode.WrongInput, await _run.InvokeAsync(args));
        Assert.Equal(message + Environment.NewLine, _run.Error);
    }

    [Fact]
    public async Task The_handlers_exit_code_is_the_programs()
    {
        using CommandLineRun failing = new() { Outcome = () => 1 };

        Assert.Equal(1, await failing.InvokeAsync("demo"));
    }

    [Fact]
    public async Task A_file_that_a_handler_finds_wrong_ends_the_program_with_2_and_one_line()
    {
        using CommandLineRun failing = new()
        {
            Outcome = () => throw new InvalidInputException("launches.toml", 7, "rocket", "V3", "one of V1, V2"),
        };

        Assert.Equal(ExitCode.WrongInput, await failing.InvokeAsync("demo"));
        Assert.Equal("launches.toml(7): rocket is 'V3'; expected one of V1, V2" + Environment.NewLine, failing.Error);
    }

    [Fact]
    public async Task An_unforeseen_failure_ends_the_program_with_1_and_says_what_it_was()
    {
        using CommandLineRun failing = new() { Outcome = () => throw new IOException("No space left on device") };

        Assert.Equal(ExitCode.Failed, await failing.InvokeAsync("run"));
        Assert.StartsWith("jointwatch: failed; ", failing.Error, StringComparison.Ordinal);
        Assert.Contains("No space left on device", failing.Error, StringComparison.Ordinal);
    }
}
