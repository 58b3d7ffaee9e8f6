using JointWatch.Contract;
using JointWatch.Exchange.Parties;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch assurance check</c></summary>
internal sealed class AssuranceCheckCommand() : StationCommand(
    "check",
    "Hold a party's assurances against the records of a log, offline: kept, broken or cannot be told, with the entries as evidence. Exit code 0: none is broken, 1: one is.")
{
    internal static readonly CommandGroup Assurances = new("assurance", "What a party has said it will and will not do, and whether the log bears it out.");

    private readonly Setting<string> _log = new(
        "LOG",
        new SettingText(
            "LOG",
            "A log's folder (c2sp.org/tlog-tiles), or a file of entries, each with its length before it. That the log is whole, 'jointwatch log verify' tells.",
            "an existing folder or file",
            Form: SettingForm.Argument,
            OnlyOnCommandLine: true),
        PathReaders.Existing);

    private readonly Setting<string> _party = new(
        "party", new SettingText("NAME", "Whose assurances.", PartyId.Expected, OnlyOnCommandLine: true), Readers.OneOf(Topics.IsParty));

    private readonly Setting<string> _parties = new(
        "parties",
        new SettingText("FILE", "The register of all parties' keys.", "an existing parties.toml", OnlyOnCommandLine: true),
        PathReaders.ExistingFile);

    private readonly Setting<string> _exercise = new(
        "exercise",
        new SettingText("NAME", "Look at what belongs to this exercise.", "an exercise's name: 1 to 32 of a-z, 0-9 and '-'", "what is meant in earnest", OnlyOnCommandLine: true),
        Readers.OneOf(Topics.IsName));

    private readonly Setting<bool> _json = new(
        "json", new SettingText("", "Write JSON, for programs.", "--json alone", Form: SettingForm.Flag, OnlyOnCommandLine: true), Readers.Flag);

    private readonly Setting<string> _html = new(
        "html",
        new SettingText("FILE", "Write a page too; it needs nothing beside it.", "a file to write, in an existing folder", OnlyOnCommandLine: true),
        PathReaders.NewFile);

    public override CommandGroup Group => Assurances;

    public override IReadOnlyList<Setting> Settings => [_log, _party, _parties, _exercise, _json, _html];

    public override string Examples => """
          jointwatch assurance check centre-log --party alfa --parties parties.toml
          jointwatch assurance check centre-log --party alfa --parties parties.toml --html alfa.html
          jointwatch assurance check centre-log --party bravo --parties parties.toml --exercise drill-1 --json
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.CheckAssurances(new AssuranceCheckOptions(
            sources.Required(_log),
            PartyId.Parse(sources.Required(_party)),
            sources.Required(_parties),
            sources.ReadOrNull(_exercise),
            sources.Read(_json, false),
            sources.ReadOrNull(_html))));
}

/// <summary><c>jointwatch assurance explain</c></summary>
internal sealed class AssuranceExplainCommand() : StationCommand(
    "explain", "Say a file of assurances back in plain sentences: what is promised, what counts as evidence, what the log cannot show. What nobody could check is refused.")
{
    private readonly Setting<string> _file = new(
        "FILE",
        new SettingText("FILE", "The party's assurances.", "an existing file", Form: SettingForm.Argument, OnlyOnCommandLine: true),
        PathReaders.ExistingFile);

    public override CommandGroup Group => AssuranceCheckCommand.Assurances;

    public override IReadOnlyList<Setting> Settings => [_file];

    public override string Examples => """
          jointwatch assurance explain assurances.toml
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.ExplainAssurances(new AssuranceExplainOptions(sources.Required(_file))));
}
