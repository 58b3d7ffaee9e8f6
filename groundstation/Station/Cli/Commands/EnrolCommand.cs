using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch enrol</c></summary>
internal sealed class EnrolCommand(string currentDirectory) : StationCommand(
    "enrol",
    "Give a node a key of its own and add it to the station's register: from then on only what it seals with that key counts. A running station takes it up within a second.")
{
    private readonly Setting<string> _node = StationSettings.Node();

    private readonly Setting<string> _data = StationSettings.Data(
        "The station's data folder, where the register is kept; made if it is not there.", StationSettings.UsualData + " in the current directory");

    private readonly Setting<string> _keyFile = new(
        "key-file",
        new SettingText(
            "FILE",
            "Where to write the key, for the board: 64 hexadecimal digits. It goes onto the board as I:\\node.key.",
            "a file to write, in an existing folder",
            "PARTY-NODE.key in the current directory",
            OnlyOnCommandLine: true),
        PathReaders.NewFile);

    private readonly Setting<bool> _replace = new(
        "replace",
        new SettingText("", "Give a node that is enrolled a new key; the old one is worth nothing then.", "--replace alone", Form: SettingForm.Flag, OnlyOnCommandLine: true),
        Readers.Flag);

    public override Setting<string> Config { get; } = StationSettings.Config();

    public override string ConfigExample => "  data = \"/var/lib/jointwatch\"\n";

    public override IReadOnlyList<Setting> Settings => [_node, _data, _keyFile, _replace, Config];

    public override string Examples => """
          jointwatch enrol north/radar-1                                 key in north-radar-1.key
          jointwatch enrol north/radar-1 --data /var/lib/jointwatch      for the station of that folder
          jointwatch enrol north/radar-1 --replace                       a new key: the old one was lost, or seen by others
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation)
    {
        NodeId node = NodeId.TryParse(sources.Required(_node))!.Value;
        return Task.FromResult(handlers.Enrol(new EnrolOptions(
            node,
            sources.Read(_data, Path.Combine(currentDirectory, StationSettings.UsualData)),
            sources.Read(_keyFile, Path.Combine(currentDirectory, $"{node.Party}-{node.Name}.key")),
            sources.Read(_replace, false))));
    }
}
