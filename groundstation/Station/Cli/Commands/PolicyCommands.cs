using JointWatch.Contract;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary>What the commands on release policies have in common.</summary>
internal abstract class PolicyCommand(string name, string description) : StationCommand(name, description)
{
    public override CommandGroup Group { get; } = new("policy", "Release policies: what a party tells whom.");

    protected static Setting<string> PolicyFile(string name, string description) => new(
        name,
        new SettingText(name, description, "an existing policy file", Form: SettingForm.Argument, OnlyOnCommandLine: true),
        PathReaders.ExistingFile);

    protected static Setting<string> Journal() => new(
        "JOURNAL",
        new SettingText(
            "JOURNAL", "The journal, or the data folder that it lies in. It is only read.", "an existing journal file or data folder", Form: SettingForm.Argument, OnlyOnCommandLine: true),
        PathReaders.Journal);
}

/// <summary><c>jointwatch policy explain</c></summary>
internal sealed class PolicyExplainCommand() : PolicyCommand("explain", "Say a release policy in plain sentences: who gets what, how coarse and how late, and what never goes.")
{
    private readonly Setting<string> _file = PolicyFile("FILE", "The policy (TOML), as groundstation/Release/README.md tells.");

    public override IReadOnlyList<Setting> Settings => [_file];

    public override string Examples => """
          jointwatch policy explain groundstation/Release/policies/jdec-like.toml
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.PolicyExplain(sources.Required(_file)));
}

/// <summary><c>jointwatch policy schema</c></summary>
internal sealed class PolicySchemaCommand() : PolicyCommand("schema", "Print the JSON Schema of a release policy, for editors that check TOML as one writes.")
{
    public override IReadOnlyList<Setting> Settings => [];

    public override string Examples => """
          jointwatch policy schema > policy.schema.json
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.PolicySchema());
}

/// <summary><c>jointwatch policy try</c></summary>
internal sealed class PolicyTryCommand() : PolicyCommand("try", "Show what would go out by a release policy for a recorded journal, by time and recipient.")
{
    private readonly Setting<string> _file = PolicyFile("FILE", "The policy (TOML).");
    private readonly Setting<string> _journal = Journal();

    private readonly Setting<string> _recipient = new(
        "recipient",
        new SettingText(
            "PARTY",
            "Only what this party, or 'centre', would get.",
            "1 to 32 of a-z, 0-9 and '-', no '-' at either end",
            "everybody that the policy names, and anybody-else for a party that it does not",
            OnlyOnCommandLine: true),
        Readers.OneOf(Topics.IsName));

    private readonly Setting<bool> _json = new(
        "json", new SettingText("", "Print a JSON array of releases in place of the table.", "--json alone", Form: SettingForm.Flag, OnlyOnCommandLine: true), Readers.Flag);

    public override IReadOnlyList<Setting> Settings => [_file, _journal, _recipient, _json];

    public override string Examples => """
          jointwatch policy try my-policy.toml jointwatch-data
          jointwatch policy try my-policy.toml jointwatch-data --recipient bravo --json
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.PolicyTry(
            new PolicyTryOptions(sources.Required(_file), sources.Required(_journal), sources.ReadOrNull(_recipient), sources.Read(_json, false)), cancellation));
}

/// <summary><c>jointwatch policy diff</c></summary>
internal sealed class PolicyDiffCommand() : PolicyCommand(
    "diff",
    "Show what a new release policy would have let out of a recorded journal that the old one did not, and what no longer. Ends with 1 if there is anything more.")
{
    private readonly Setting<string> _old = PolicyFile("OLD", "The policy in force (TOML).");
    private readonly Setting<string> _new = PolicyFile("NEW", "The policy that is to replace it (TOML).");
    private readonly Setting<string> _journal = Journal();

    public override IReadOnlyList<Setting> Settings => [_old, _new, _journal];

    public override string Examples => """
          jointwatch policy diff in-force.toml proposed.toml jointwatch-data
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.PolicyDiff(new PolicyDiffOptions(sources.Required(_old), sources.Required(_new), sources.Required(_journal)), cancellation));
}
