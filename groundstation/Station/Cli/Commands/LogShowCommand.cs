using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch log show</c></summary>
internal sealed class LogShowCommand() : StationCommand("show", "Show a log's checkpoint, who has signed it, and entries; it checks nothing.")
{
    private const int UsualCount = 20;

    private readonly Setting<string> _folder = LogSettings.Folder();

    private readonly Setting<long> _from = new(
        "from",
        new SettingText("INDEX", "The first entry to show.", "a whole number from 0", "the last ones", OnlyOnCommandLine: true),
        Readers.LongNumber(0, long.MaxValue));

    private readonly Setting<int> _count = new(
        "count",
        new SettingText("N", "How many entries to show.", "a whole number from 0 to 1000000", "20", OnlyOnCommandLine: true),
        Readers.Number(0, 1_000_000));

    private readonly Setting<bool> _json = LogSettings.Json();

    public override CommandGroup Group => LogSettings.Group;

    public override IReadOnlyList<Setting> Settings => [_folder, _from, _count, _json];

    public override string Examples => """
          jointwatch log show centre-log                          the last 20 entries
          jointwatch log show centre-log --from 100 --count 5     entries 100 to 104
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.ShowLog(new LogShowOptions(
            sources.Required(_folder), sources.ReadOrDefault(_from), sources.Read(_count, UsualCount), sources.Read(_json, false))));
}
