using System.Net;
using JointWatch.Station.Announcing;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Commanding;
using JointWatch.Station.Demo;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Exchanging;
using JointWatch.Station.Hosting;
using JointWatch.Station.Joint.Demo;
using JointWatch.Station.Logs;
using JointWatch.Station.Rehearsal;
using JointWatch.Station.Releasing;
using JointWatch.Station.Replay;
using JointWatch.Station.Reviewing;
using JointWatch.Station.Sets;

namespace JointWatch.Station;

/// <summary>What the commands do.</summary>
internal sealed class Handlers(TimeProvider time, TextWriter output, TextWriter error) : ICommandHandlers
{
    /// <inheritdoc/>
    public Task<int> DemoAsync(DemoOptions options, CancellationToken cancellation) =>
        PortsNamed(() => options.IsJoint
            ? new JointDemoRunner(options, Stages.Default, time, output, error).RunAsync(cancellation)
            : new DemoRunner(options, Stages.Default, time, output, error).RunAsync(cancellation));

    /// <inheritdoc/>
    public Task<int> RunAsync(RunOptions options, CancellationToken cancellation) => PortsNamed(async () =>
    {
        var settings = new HostSettings(options.DataDirectory, IPAddress.Any, options.MqttPort, options.OutsideBroker, options.Urls)
        {
            Party = options.Party,
            AnnouncementsDirectory = options.AnnouncementsDirectory,
            IsActual = options.IsActual,
        };
        await using StationHost host = await StationHost.StartAsync(settings, Stages.Default, time, error.WriteLine);
        await output.WriteLineAsync($"JointWatch is up: {string.Join(' ', host.Urls)}");
        await output.WriteLineAsync(options.OutsideBroker is { } outside
            ? $"MQTT broker at {outside.Host}:{outside.Port}; journal in {options.DataDirectory}"
            : $"MQTT broker on 0.0.0.0:{host.MqttPort}; journal in {options.DataDirectory}");
        await Task.WhenAny(host.Engine.Completion, Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation));
        return host.Engine.Completion.IsCompleted ? ExitCode.Failed : ExitCode.Done;
    });

    /// <inheritdoc/>
    public Task<int> ReplayAsync(ReplayOptions options, CancellationToken cancellation) =>
        Task.FromResult(ReplayRunner.Run(options.Journal, options.OutDirectory, Stages.Default, output, cancellation));

    /// <inheritdoc/>
    public int Track(TrackOptions options) => TrackRunner.Run(options, time, output);

    /// <inheritdoc/>
    public int MakeSet(MakeSetOptions options) => MakeSetRunner.Run(options, output);

    /// <inheritdoc/>
    public int Score(ScoreOptions options) => ScoreRunner.Run(options, output);

    /// <inheritdoc/>
    public int Enrol(EnrolOptions options) => EnrolRunner.Run(options, output);

    /// <inheritdoc/>
    public Task<int> CommandAsync(CommandOptions options, CancellationToken cancellation) => CommandRunner.RunAsync(options, output, error, cancellation);

    /// <inheritdoc/>
    public Task<int> AnnounceAsync(AnnounceOptions options, CancellationToken cancellation) => AnnounceRunner.RunAsync(options, output, error, cancellation);

    /// <inheritdoc/>
    public int PolicyExplain(string file) => PolicyRunner.Explain(file, output);

    /// <inheritdoc/>
    public int PolicySchema() => PolicyRunner.Schema(output);

    /// <inheritdoc/>
    public int PolicyTry(PolicyTryOptions options, CancellationToken cancellation) => PolicyRunner.Try(options, Stages.Default, output, cancellation);

    /// <inheritdoc/>
    public int PolicyDiff(PolicyDiffOptions options, CancellationToken cancellation) => PolicyRunner.Diff(options, Stages.Default, output, cancellation);

    /// <inheritdoc/>
    public int VerifyLog(LogVerifyOptions options) => VerifyLogRunner.Run(options, output);

    /// <inheritdoc/>
    public int ShowLog(LogShowOptions options) => ShowLogRunner.Run(options, output);

    /// <inheritdoc/>
    public int MakeLogReceipt(LogReceiptOptions options) => LogReceiptRunner.Run(options, output);

    /// <inheritdoc/>
    public int MakeParty(PartyNewOptions options) => PartyRunner.New(options, output);

    /// <inheritdoc/>
    public int ShowParty(PartyShowOptions options) => PartyRunner.Show(options, output);

    /// <inheritdoc/>
    public int CheckAssurances(AssuranceCheckOptions options) => AssuranceRunner.Check(options, output);

    /// <inheritdoc/>
    public int ExplainAssurances(AssuranceExplainOptions options) => AssuranceRunner.Explain(options, output);

    /// <inheritdoc/>
    public int ListScenarios() => ScenarioRunner.List(output);

    /// <inheritdoc/>
    public int CheckScenario(string pathOrName) => ScenarioRunner.Check(pathOrName, output);

    /// <inheritdoc/>
    public int RehearseScenario(string pathOrName, CancellationToken cancellation) => ScenarioRunner.Rehearse(pathOrName, Stages.Default, output, cancellation);

    /// <inheritdoc/>
    public int PrintScenarioSchema() => ScenarioRunner.Schema(output);

    /// <inheritdoc/>
    public int Review(ReviewOptions options, CancellationToken cancellation) => ReviewRunner.Run(options, Stages.Default, output, cancellation);

    private async Task<int> PortsNamed(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (PortInUseException e)
        {
            await error.WriteLineAsync($"jointwatch: {e.Message}");
            return ExitCode.WrongInput;
        }
    }
}
