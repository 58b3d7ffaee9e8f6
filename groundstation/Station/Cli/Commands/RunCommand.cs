using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch run</c></summary>
internal sealed class RunCommand(string currentDirectory) : StationCommand(
    "run",
    "Run the station alone, for real boards. Ctrl-C ends it; started again on the same folder, it goes on where it was.")
{
    private readonly Setting<int> _mqttPort = StationSettings.MqttPort();

    private readonly Setting<BrokerAddress> _broker = StationSettings.Broker();

    private readonly Setting<string> _data = StationSettings.Data(
        "Where the journal is kept; made if it is not there.", StationSettings.UsualData + " in the current directory");

    private readonly Setting<IReadOnlyList<string>> _urls = StationSettings.Urls();

    private readonly Setting<string> _party = StationSettings.Party();

    private readonly Setting<string> _announcements = StationSettings.Announcements();

    private readonly Setting<bool> _actual = StationSettings.Actual();

    public override Setting<string> Config { get; } = StationSettings.Config();

    public override IReadOnlyList<Setting> Settings => [_mqttPort, _broker, _data, _urls, _party, _announcements, _actual, Config];

    public override string Examples => """
          jointwatch run                                        broker on port 1883, page on http://127.0.0.1:5080
          jointwatch run --urls 'http://*:5080'                 the page for the whole network
          jointwatch run --broker mosquitto.lan:1883            with a broker that runs elsewhere
          jointwatch run --announcements notes                  announced launches from the files of a folder
          JOINTWATCH_DATA=/var/lib/jointwatch jointwatch run    settings from the environment
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation)
    {
        sources.Exclude(_mqttPort, _broker);
        RunOptions options = new(
            sources.Read(_mqttPort, StationSettings.UsualMqttPort),
            sources.ReadOrNull(_broker),
            sources.Read(_data, Path.Combine(currentDirectory, StationSettings.UsualData)),
            sources.Read(_urls, [StationSettings.UsualUrl]))
        {
            Party = sources.Read(_party, RunOptions.UsualParty),
            AnnouncementsDirectory = sources.ReadOrNull(_announcements),
            IsActual = sources.Read(_actual, false),
        };
        return handlers.RunAsync(options, cancellation);
    }
}
