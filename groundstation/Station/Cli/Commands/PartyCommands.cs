using JointWatch.Contract;
using JointWatch.Exchange.Parties;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch party new</c></summary>
internal sealed class PartyNewCommand(string currentDirectory) : StationCommand(
    "new", "Make a party: a key of its own, its file party.toml, and the lines by which the others know it.")
{
    internal static readonly CommandGroup Parties = new("party", "Parties of a joint centre: who signs, and by which key the others know it.");

    private readonly Setting<string> _name = new(
        "NAME",
        new SettingText("NAME", "What the party is called, as in topics.", PartyId.Expected, Form: SettingForm.Argument, OnlyOnCommandLine: true),
        Readers.OneOf(Topics.IsParty));

    private readonly Setting<string> _out = new(
        "out",
        new SettingText("DIR", "Where party.key and party.toml go; made if it is not there.", "a folder, or the name of one to make", "NAME in the current directory", OnlyOnCommandLine: true),
        PathReaders.Folder);

    public override CommandGroup Group => Parties;

    public override IReadOnlyList<Setting> Settings => [_name, _out];

    public override string Examples => """
          jointwatch party new alfa                  alfa/party.key, alfa/party.toml
          jointwatch party new alfa --out /srv/a     the same there
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation)
    {
        string name = sources.Required(_name);
        return Task.FromResult(handlers.MakeParty(new PartyNewOptions(PartyId.Parse(name), sources.Read(_out, Path.Combine(currentDirectory, name)))));
    }
}

/// <summary><c>jointwatch party show</c></summary>
internal sealed class PartyShowCommand() : StationCommand("show", "Show a party from its file: name, public key, sensors, and the lines by which the others know it.")
{
    private readonly Setting<string> _file = new(
        "FILE",
        new SettingText("FILE", "The party's own file.", "an existing party.toml", Form: SettingForm.Argument, OnlyOnCommandLine: true),
        PathReaders.ExistingFile);

    public override CommandGroup Group => PartyNewCommand.Parties;

    public override IReadOnlyList<Setting> Settings => [_file];

    public override string Examples => """
          jointwatch party show alfa/party.toml      what goes into everybody's parties.toml stands at the end
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.ShowParty(new PartyShowOptions(sources.Required(_file))));
}
