using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch score</c></summary>
internal sealed class ScoreCommand() : StationCommand(
    "score",
    "Score a tracks.csv, of this program or another, against a set's truth: GOSPA (alpha 2), OSPA, missed and false tracks, numbers and switches, "
    + "trajectory GOSPA, SIAP, time to the first track.")
{
    private readonly Setting<string> _truth = new(
        "truth",
        new SettingText(
            "PATH",
            "A set's folder (scored at its report times), or a file: truth.csv (scored at its own times) or NAME_groundTruth.json.",
            "an existing folder or file",
            OnlyOnCommandLine: true),
        PathReaders.Existing);

    private readonly Setting<string> _tracks = new(
        "tracks",
        new SettingText("FILE.csv", "The tracks: time_s, track_id, x_m, y_m, z_m.", "an existing file", OnlyOnCommandLine: true),
        PathReaders.ExistingFile);

    private readonly Setting<double> _cutOff = new(
        "cutoff",
        new SettingText("METERS", "Cut-off c: farther off, a track does not hold an object.", "a number above 0 up to 1000000", "500", OnlyOnCommandLine: true),
        Readers.Decimal(1e-6, 1e6));

    private readonly Setting<double> _order = new(
        "order",
        new SettingText("P", "Order p.", "a number from 1 to 10", "2", OnlyOnCommandLine: true),
        Readers.Decimal(1, 10));

    private readonly Setting<double> _steady = new(
        "steady",
        new SettingText("SECONDS", "The steady part begins so long after the first time.", "a number from 0 to 1000000", "20", OnlyOnCommandLine: true),
        Readers.Decimal(0, 1e6));

    public override IReadOnlyList<Setting> Settings => [_truth, _tracks, _cutOff, _order, _steady];

    public override string Examples => """
          jointwatch score --truth ../shared/data/tracking/cv10 --tracks tracks.csv
          jointwatch score --truth ../shared/data/tracking/williams15 --tracks tracks.csv --cutoff 10
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.Score(new ScoreOptions(
            sources.Required(_truth), sources.Required(_tracks), sources.Read(_cutOff, 500), sources.Read(_order, 2), sources.Read(_steady, 20))));
}
