using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch review</c></summary>
internal sealed class ReviewCommand() : StationCommand(
    "review",
    "Make the after-action report of a run: what was seen and warned of when, by whom, against the truth; what the parties told each other; and which promises were kept.")
{
    private readonly Setting<string> _run = new(
        "RUN",
        new SettingText(
            "RUN", "The folder that 'jointwatch demo --joint --data DIR' has left. It is only read.", "an existing folder of a run", Form: SettingForm.Argument, OnlyOnCommandLine: true),
        PathReaders.ExistingFolder);

    private readonly Setting<string> _page = new(
        "out",
        new SettingText("FILE.html", "Write the report as one page, which a browser prints on A4.", "a file to write, in an existing folder", "only print a summary", OnlyOnCommandLine: true),
        PathReaders.NewFile);

    private readonly Setting<string> _json = new(
        "json",
        new SettingText("FILE.json", "Write its numbers, with units in their names.", "a file to write, in an existing folder", OnlyOnCommandLine: true),
        PathReaders.NewFile);

    private readonly Setting<string> _compare = new(
        "compare",
        new SettingText("RUN", "Hold another run of the same objects beside it: each figure of both, and which is better.", "an existing folder of a run", OnlyOnCommandLine: true),
        PathReaders.ExistingFolder);

    public override IReadOnlyList<Setting> Settings => [_run, _page, _json, _compare];

    public override string Examples => """
          jointwatch demo --joint --data monday --speed 10 --for 80s    leaves a run
          jointwatch review monday --out monday.html                     its report
          jointwatch review monday --compare tuesday --out both.html     two runs beside each other
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) => Task.FromResult(
        handlers.Review(new ReviewOptions(sources.Required(_run), sources.ReadOrNull(_page), sources.ReadOrNull(_json), sources.ReadOrNull(_compare)), cancellation));
}
