using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Tests.Cli;

/// <summary>Runs the command line in a folder of its own, with handlers that only note what they were asked for.</summary>
internal sealed class CommandLineRun : ICommandHandlers, IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public CommandLineRun() => Folder = Directory.CreateTempSubdirectory("jointwatch-cli-").FullName;

    /// <summary>The current directory of the command line.</summary>
    public string Folder { get; }

    public Dictionary<string, string> Environment { get; } = [];

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>The options record that the handler got, or null.</summary>
    public object? Asked { get; private set; }

    /// <summary>What a handler does in the end.</summary>
    public Func<int> Outcome { get; init; } = () => ExitCode.Done;

    public string Write(string name, string text = "")
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<int> InvokeAsync(params string[] args) =>
        CommandLine.InvokeAsync(
            args, this, new Surroundings(Environment, Folder), _output, _error, TestContext.Current.CancellationToken);

    public async Task<T> AskedAsync<T>(params string[] args)
    {
        int code = await InvokeAsync(args);
        Assert.Equal("", Error);
        Assert.Equal(ExitCode.Done, code);
        return Assert.IsType<T>(Asked);
    }

    public Task<int> DemoAsync(DemoOptions options, CancellationToken cancellation) => Task.FromResult(Note(options));

    public Task<int> RunAsync(RunOptions options, CancellationToken cancellation) => Task.FromResult(Note(options));

    public Task<int> ReplayAsync(ReplayOptions options, CancellationToken cancellation) => Task.FromResult(Note(options));

    public int Track(TrackOptions options) => Note(options);

    public int MakeSet(MakeSetOptions options) => Note(options);

    public int Score(ScoreOptions options) => Note(options);

    public int Enrol(EnrolOptions options) => Note(options);

    public Task<int> CommandAsync(CommandOptions options, CancellationToken cancellation) => Task.FromResult(Note(options));

    public Task<int> AnnounceAsync(AnnounceOptions options, CancellationToken cancellation) => Task.FromResult(Note(options));

    public int PolicyExplain(string file) => Note(file);

    public int PolicySchema() => Note("schema");

    public int PolicyTry(PolicyTryOptions options, CancellationToken cancellation) => Note(options);

    public int PolicyDiff(PolicyDiffOptions options, CancellationToken cancellation) => Note(options);

    public int VerifyLog(LogVerifyOptions options) => Note(options);

    public int ShowLog(LogShowOptions options) => Note(options);

    public int MakeLogReceipt(LogReceiptOptions options) => Note(options);

    public int MakeParty(PartyNewOptions options) => Note(options);

    public int ShowParty(PartyShowOptions options) => Note(options);

    public int CheckAssurances(AssuranceCheckOptions options) => Note(options);

    public int ExplainAssurances(AssuranceExplainOptions options) => Note(options);

    public int ListScenarios() => Note("list");

    public int CheckScenario(string pathOrName) => Note(pathOrName);

    public int RehearseScenario(string pathOrName, CancellationToken cancellation) => Note(pathOrName);

    public int PrintScenarioSchema() => Note("schema");

    public int Review(ReviewOptions options, CancellationToken cancellation) => Note(options);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    private int Note(object options)
    {
        Asked = options;
        return Outcome();
    }
}
