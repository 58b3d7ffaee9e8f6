using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary>What the commands on scenarios have in common.</summary>
internal abstract class ScenarioCommand(string name, string description) : StationCommand(name, description)
{
    public override CommandGroup Group { get; } = new("scenario", "Scenarios: exercises to play, and how to write them.");

    protected static Setting<string> Scenario() => new(
        "SCENARIO",
        new SettingText("SCENARIO", "A scenario file (TOML), or the name of an example.", "an existing scenario file, or a name from 'jointwatch scenario list'", Form: SettingForm.Argument, OnlyOnCommandLine: true),
        PathReaders.Scenario);
}

/// <summary><c>jointwatch scenario list</c></summary>
internal sealed class ScenarioListCommand() : ScenarioCommand("list", "List the examples that come with the program, by the names that 'demo --scenario' takes.")
{
    public override IReadOnlyList<Setting> Settings => [];

    public override string Examples => """
          jointwatch scenario list
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) => Task.FromResult(handlers.ListScenarios());
}

/// <summary><c>jointwatch scenario check</c></summary>
internal sealed class ScenarioCheckCommand() : ScenarioCommand("check", "Read a scenario, and say in plain sentences who takes part and knows what, and what happens when. It tells everything: for who leads the exercise.")
{
    private readonly Setting<string> _scenario = Scenario();

    public override IReadOnlyList<Setting> Settings => [_scenario];

    public override string Examples => """
          jointwatch scenario check barents-1995
          jointwatch scenario check my-exercise.toml
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.CheckScenario(sources.Required(_scenario)));
}

/// <summary><c>jointwatch scenario rehearse</c></summary>
internal sealed class ScenarioRehearseCommand() : ScenarioCommand(
    "rehearse",
    "Fly a scenario at once, without waiting for it: the firmware on emulated boards and a tracker for each party, in virtual time. Says what each party sees and is warned of.")
{
    private readonly Setting<string> _scenario = Scenario();

    public override IReadOnlyList<Setting> Settings => [_scenario];

    public override string Examples => """
          jointwatch scenario rehearse salvo
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.RehearseScenario(sources.Required(_scenario), cancellation));
}

/// <summary><c>jointwatch scenario schema</c></summary>
internal sealed class ScenarioSchemaCommand() : ScenarioCommand("schema", "Print the JSON Schema of a scenario, for editors that check TOML as one writes.")
{
    public override IReadOnlyList<Setting> Settings => [];

    public override string Examples => """
          jointwatch scenario schema > scenario.schema.json
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) => Task.FromResult(handlers.PrintScenarioSchema());
}
