using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch demo</c></summary>
internal sealed class DemoCommand() : StationCommand(
    "demo",
    "Play an exercise on this machine: the station, its broker, and five emulated boards (three radars, two infra-red). Ctrl-C ends it.")
{
    private readonly Setting<double> _speed = new(
        "speed",
        new SettingText("N", "Exercise seconds a second, from 0.1 to 100.", "a number from 0.1 to 100 (exercise seconds a second)", "1"),
        Readers.Speed);

    private readonly Setting<string> _scenario = new(
        "scenario",
        new SettingText("FILE", "The exercise to play: a file (TOML), or an example by its name ('jointwatch scenario list').", "an existing scenario file, or a name from 'jointwatch scenario list'", "northern-watch"),
        PathReaders.Scenario);

    private readonly Setting<string> _flight = new(
        "flight",
        new SettingText(
            "FILE.csv",
            "Put a real flight into the sky in place of a scenario: a CSV file with a JSON file of the same name beside it.",
            "an existing .csv file with a .json file of the same name beside it"),
        PathReaders.Flight);

    private readonly Setting<TimeSpan?> _length = new(
        "for",
        new SettingText(
            "TIME",
            "End after this long on your watch: 60s, 5m, 1h30m, or seconds alone. The exit code is then 0, or 1 if a board, the broker or the tracker failed.",
            "a time from 1s to 24h such as 60s, 5m, 1h30m or 90 (seconds)",
            "until Ctrl-C"),
        Readers.Duration);

    private readonly Setting<string> _data = StationSettings.Data("Keep the journal in this folder.", "a temporary folder");

    private readonly Setting<bool> _noBrowser = new(
        "no-browser",
        new SettingText("", "Do not open the page in a browser.", "true or false", Form: SettingForm.Flag),
        Readers.Flag);

    private readonly Setting<string> _summary = new(
        "summary",
        new SettingText(
            "FILE.json",
            "At the end, write what was there, what was tracked and what was warned of, with errors against the truth (m, s).",
            "a file to write, in an existing folder"),
        PathReaders.NewFile);

    private readonly Setting<bool> _joint = new(
        "joint",
        new SettingText(
            "",
            "A station for each party with its own boards, and a joint centre between them: what each tells the other goes by its release policy, into a log that nobody can rewrite. The stations' ports count up from --mqtt-port, the pages' from --urls; the centre's page is the last.",
            "true or false",
            Form: SettingForm.Flag),
        Readers.Flag);

    private readonly Setting<(double From, double Until)?> _cut = new(
        "cut-link",
        new SettingText(
            "FROM-UNTIL",
            "With --joint: cut the second party's link to the centre from and until so many seconds of the exercise, as 100-160.",
            "two numbers of seconds with '-' between, the smaller first, such as 100-160",
            "never"),
        Readers.Seconds);

    private readonly Setting<bool> _director = new(
        "director",
        new SettingText(
            "",
            "With --joint: direct the exercise by hand, on a panel that the parties do not see: start, pause, speed, injects, notes, and what is true. The exercise waits until it is started there; the link to the panel is printed.",
            "true or false",
            Form: SettingForm.Flag),
        Readers.Flag);

    private readonly Setting<int> _mqttPort = StationSettings.MqttPort();

    private readonly Setting<IReadOnlyList<string>> _urls = StationSettings.Urls();

    public override Setting<string> Config { get; } = StationSettings.Config();

    public override IReadOnlyList<Setting> Settings =>
        [_speed, _scenario, _flight, _length, _data, _noBrowser, _summary, _joint, _director, _cut, _mqttPort, _urls, Config];

    public override string Examples => """
          jointwatch demo                                           the built-in exercise; the page opens by itself
          jointwatch demo --speed 10 --for 60s --no-browser         ten times as fast, for a minute, without a browser
          jointwatch demo --flight bulgariasat-1.csv                a real flight (bulgariasat-1.json lies beside it)
          jointwatch demo --joint --scenario barents-1995           two parties and a rocket whose announcement was mislaid
          jointwatch demo --joint --scenario liar --director        the same with a director's panel, where the exercise is started
          jointwatch demo --joint --cut-link 100-160                two parties, a centre, and a link that fails in the worst minute
          jointwatch demo --mqtt-port 0 --urls http://127.0.0.1:0   beside another station, on free ports
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation)
    {
        sources.Exclude(_scenario, _flight);
        DemoOptions options = new(
            sources.Read(_speed, 1),
            sources.ReadOrNull(_scenario),
            sources.ReadOrNull(_flight),
            sources.Read(_length, null),
            sources.ReadOrNull(_data),
            !sources.Read(_noBrowser, false),
            sources.ReadOrNull(_summary),
            sources.Read(_mqttPort, StationSettings.UsualMqttPort),
            sources.Read(_urls, [StationSettings.UsualUrl]))
        {
            IsJoint = sources.Read(_joint, false),
            IsDirected = sources.Read(_director, false),
            CutLinkSeconds = sources.Read(_cut, null),
        };
        return handlers.DemoAsync(options, cancellation);
    }
}
