namespace JointWatch.Station.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--help", "nonsense")]
    public async Task Help_names_every_command_and_the_exit_codes(params string[] args)
    {
        Assert.Equal(0, await _run.InvokeAsync(args));

        Assert.Equal("", _run.Error);
        foreach (string word in (string[])["jointwatch [command]", "demo", "run", "replay", "track", "make-set", "score", "enrol", "command", "announce", "policy", "log", "party", "assurance", "scenario", "review", "--version", "Exit codes"])
        {
            Assert.Contains(word, _run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        "demo", "--speed <N>", "--scenario <FILE>", "--flight <FILE.csv>", "--for <TIME>", "--data <DIR>", "--no-browser",
        "--summary <FILE.json>", "--mqtt-port <PORT>", "--urls <URLS>", "--config <FILE>", "[default: 1]", "[default: 1883]",
        "[environment: JOINTWATCH_SPEED]", "[environment: JOINTWATCH_MQTT_PORT]", "[environment: JOINTWATCH_NO_BROWSER]",
        "jointwatch.toml", "[demo]", "Examples:")]
    [InlineData(
        "run", "--mqtt-port <PORT>", "--broker <HOST:PORT>", "--data <DIR>", "--urls <URLS>", "--config <FILE>",
        "[default: http://127.0.0.1:5080]", "[environment: JOINTWATCH_BROKER]", "[environment: JOINTWATCH_DATA]",
        "[environment: JOINTWATCH_URLS]", "[run]", "Examples:")]
    [InlineData("replay", "JOURNAL", "--out <DIR>", "tracks.csv", "warnings.json", "Examples:")]
    [InlineData(
        "track", "--set <DIR>", "--out <FILE.csv>", "--use <radar|ir|all>", "[default: all]", "time_s, track_id", "--run <N>", "--passes <N>",
        "--associate <belief|nearest>", "--initiate <poisson|pairs>", "--life <existence|score>", "--birth <own|told>", "Examples:")]
    [InlineData("make-set", "KIND", "--targets <N>", "--seed <N>", "--flight <FILE.csv>", "--out <DIR>", "[default: 50]", "Examples:")]
    [InlineData(
        "enrol", "PARTY/NODE", "--data <DIR>", "--key-file <FILE>", "--replace", "--config <FILE>", "[environment: JOINTWATCH_DATA]", "[enrol]", "64 hexadecimal digits", "Examples:")]
    [InlineData("command", "PARTY/NODE", "VERB", "--period <US>", "--file <FILE.json>", "--url <URL>", "scan-period", "set-up", "Examples:")]
    [InlineData("score", "--truth <PATH>", "--tracks <FILE.csv>", "--cutoff <METERS>", "--order <P>", "--steady <SECONDS>", "[default: 500]", "Examples:")]
    [InlineData("scenario", "list", "check <SCENARIO>", "rehearse <SCENARIO>", "schema", "Exit codes")]
    [InlineData("scenario check", "SCENARIO", "Examples:")]
    [InlineData("policy try", "FILE", "JOURNAL", "--recipient <PARTY>", "--json", "Examples:")]
    [InlineData("policy diff", "OLD", "NEW", "JOURNAL", "Ends with 1", "Examples:")]
    [InlineData("policy explain", "FILE", "Examples:")]
    [InlineData("policy schema", "JSON Schema", "Examples:")]
    [InlineData("policy", "explain <FILE>", "try <FILE> <JOURNAL>", "diff <OLD> <NEW> <JOURNAL>", "schema", "Exit codes")]
    public async Task Help_of_a_command_mentions_each_option_with_its_default_and_its_variable(string command, params string[] words)
    {
        Assert.Equal(0, await _run.InvokeAsync([.. command.Split(' '), "--help"]));

        string onOneLine = string.Join(' ', _run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(words, word => Assert.Contains(word, onOneLine, StringComparison.Ordinal));
        Assert.Null(_run.Asked);
    }

    [Fact]
    public async Task Version_is_the_program_and_its_number()
    {
        Assert.Equal(0, await _run.InvokeAsync("--version"));

        Assert.Matches(@"^jointwatch \d+\.\d+\.\d+\S*\r?\n$", _run.Output);
    }
}
