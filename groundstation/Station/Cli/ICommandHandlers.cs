using JointWatch.Station.Cli.Options;

namespace JointWatch.Station.Cli;

/// <summary>
/// What the commands do; the command line only reads what was asked. Each returns the program's exit code: 0 done, 1 failed. A handler
/// that finds a file to be wrong throws <see cref="Exercises.InvalidInputException"/>, which ends the program with exit code 2.
/// </summary>
public interface ICommandHandlers
{
    /// <param name="cancellation">Fires at Ctrl-C and at SIGTERM: stop cleanly, and return 0.</param>
    Task<int> DemoAsync(DemoOptions options, CancellationToken cancellation);

    /// <inheritdoc cref="DemoAsync"/>
    Task<int> RunAsync(RunOptions options, CancellationToken cancellation);

    /// <param name="cancellation">Fires at Ctrl-C and at SIGTERM: the replay is not whole, throw or return 1.</param>
    Task<int> ReplayAsync(ReplayOptions options, CancellationToken cancellation);

    int Track(TrackOptions options);

    int MakeSet(MakeSetOptions options);

    int Score(ScoreOptions options);

    int Enrol(EnrolOptions options);

    /// <inheritdoc cref="ReplayAsync"/>
    Task<int> CommandAsync(CommandOptions options, CancellationToken cancellation);

    /// <inheritdoc cref="ReplayAsync"/>
    Task<int> AnnounceAsync(AnnounceOptions options, CancellationToken cancellation);

    int PolicyExplain(string file);

    int PolicySchema();

    /// <inheritdoc cref="ReplayAsync"/>
    int PolicyTry(PolicyTryOptions options, CancellationToken cancellation);

    /// <inheritdoc cref="ReplayAsync"/>
    int PolicyDiff(PolicyDiffOptions options, CancellationToken cancellation);

    /// <returns>0 where all is whole, 1 where there are findings.</returns>
    int VerifyLog(LogVerifyOptions options);

    int ShowLog(LogShowOptions options);

    int MakeLogReceipt(LogReceiptOptions options);

    int MakeParty(PartyNewOptions options);

    int ShowParty(PartyShowOptions options);

    int CheckAssurances(AssuranceCheckOptions options);

    int ExplainAssurances(AssuranceExplainOptions options);

    int ListScenarios();

    int CheckScenario(string pathOrName);

    /// <inheritdoc cref="ReplayAsync"/>
    int RehearseScenario(string pathOrName, CancellationToken cancellation);

    int PrintScenarioSchema();

    /// <inheritdoc cref="ReplayAsync"/>
    int Review(ReviewOptions options, CancellationToken cancellation);
}
