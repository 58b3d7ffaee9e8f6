using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch announce</c></summary>
internal sealed class AnnounceCommand() : StationCommand(
    "announce",
    "Hand a notification of a launch (a change, a cancellation, a launch that was flown) to the station that runs on this machine.")
{
    private readonly Setting<string> _file = new(
        "FILE.json",
        new SettingText(
            "FILE.json",
            "The notification, as groundstation/Warning/Announcements/README.md shows it.",
            "an existing file",
            Form: SettingForm.Argument,
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

    public override IReadOnlyList<Setting> Settings => [_file, _url];

    public override string Examples => """
          jointwatch announce black-brant-12.json
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        handlers.AnnounceAsync(new AnnounceOptions(sources.Required(_file), sources.Read(_url, StationSettings.UsualUrl)), cancellation);
}
