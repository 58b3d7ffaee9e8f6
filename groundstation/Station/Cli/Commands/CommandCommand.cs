using JointWatch.Exercises;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;
using JointWatch.Station.Commanding;
using JointWatch.Station.Ingest;
using JointWatch.Station.Views;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch command</c></summary>
internal sealed class CommandCommand() : StationCommand(
    "command",
    "Send a node a command by way of the station that runs on this machine, and print what it answered.")
{
    private readonly Setting<string> _node = StationSettings.Node();

    private readonly Setting<string> _verb = new(
        "VERB",
        new SettingText(
            "VERB",
            "start or stop (scanning), scan-period (needs --period), identify (the board shows itself), reboot, or set-up (needs --file).",
            CommandVerbs.All,
            Form: SettingForm.Argument,
            OnlyOnCommandLine: true),
        Readers.OneOf(CommandVerbs.IsVerb));

    private readonly Setting<int> _period = new(
        "period",
        new SettingText("US", "The time between scans, µs.", "a whole number from 10000 to 60000000 (µs)", OnlyOnCommandLine: true),
        Readers.Number(10_000, 60_000_000));

    private readonly Setting<string> _file = new(
        "file",
        new SettingText(
            "FILE.json",
            "The new set-up, a node.json of at most 2,000 bytes. The node tries it, and goes back to the old one where it cannot connect with it.",
            "an existing file",
            OnlyOnCommandLine: true),
        PathReaders.ExistingFile);

    private readonly Setting<string> _url = new(
        "url",
        new SettingText(
            "URL",
            "Where the station serves its page, on this machine.",
            "http://address:port (an IP address or localhost; port 1 to 65535)",
            StationSettings.UsualUrl,
            OnlyOnCommandLine: true),
        Readers.Url);

    public override IReadOnlyList<Setting> Settings => [_node, _verb, _period, _file, _url];

    public override string Examples => """
          jointwatch command north/radar-1 identify
          jointwatch command north/radar-1 scan-period --period 500000
          jointwatch command north/radar-1 set-up --file node.json
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation)
    {
        NodeId node = NodeId.TryParse(sources.Required(_node))!.Value;
        string verb = sources.Required(_verb);
        int? period = sources.ReadOrDefault(_period);
        string? file = sources.ReadOrNull(_file);
        Match(sources, _period, verb == "scan-period", period?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Match(sources, _file, verb == "set-up", file);
        return handlers.CommandAsync(
            new CommandOptions(
                node,
                new CommandRequest(verb, (uint?)period, file is null ? null : File.ReadAllText(file)),
                sources.Read(_url, StationSettings.UsualUrl)),
            cancellation);
    }

    /// <summary>Refuses an option that its verb needs and does not have, or has and does not need.</summary>
    private static void Match(SettingSources sources, Setting setting, bool isNeeded, string? value)
    {
        if (isNeeded != value is not null)
        {
            throw new InvalidInputException(
                sources.Command, null, setting.Field, value, isNeeded ? setting.Text.Expected : $"not to be given but with {(setting.Name == "period" ? "scan-period" : "set-up")}");
        }
    }
}
