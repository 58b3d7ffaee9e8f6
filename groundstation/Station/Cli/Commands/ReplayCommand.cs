using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch replay</c></summary>
internal sealed class ReplayCommand() : StationCommand(
    "replay",
    "Play a journal through the same tracker: the same tracks and warnings, byte for byte. The journal is only read.")
{
    private readonly Setting<string> _journal = new(
        "JOURNAL",
        new SettingText(
            "JOURNAL",
            "The journal, or the data folder that it lies in.",
            "an existing journal file or data folder",
            Form: SettingForm.Argument,
            OnlyOnCommandLine: true),
        PathReaders.Journal);

    private readonly Setting<string> _outDirectory = new(
        "out",
        new SettingText("DIR", "Write tracks.csv and warnings.json into this folder.", "a folder", "only print a summary", OnlyOnCommandLine: true),
        PathReaders.Folder);

    public override IReadOnlyList<Setting> Settings => [_journal, _outDirectory];

    public override string Examples => """
          jointwatch replay jointwatch-data --out again
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        handlers.ReplayAsync(new ReplayOptions(sources.Required(_journal), sources.ReadOrNull(_outDirectory)), cancellation);
}
