using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch track</c></summary>
internal sealed class TrackCommand() : StationCommand(
    "track",
    "Run the tracker over a folder of recorded detections, and print detections, CPU seconds, µs a detection and peak memory.")
{
    private readonly Setting<string> _set = new(
        "set",
        new SettingText(
            "DIR",
            "The folder: sensors.json, radar_detections.csv, ir_detections.csv.",
            "a folder with a sensors.json",
            OnlyOnCommandLine: true),
        PathReaders.DetectionSet);

    private readonly Setting<string> _outFile = new(
        "out",
        new SettingText(
            "FILE.csv",
            "Write the tracks here: time_s, track_id, x_m, y_m, z_m for each confirmed track at every radar scan time.",
            "a file to write, in an existing folder",
            OnlyOnCommandLine: true),
        PathReaders.NewFile);

    private readonly Setting<DetectionsUsed> _use = new(
        "use",
        new SettingText("radar|ir|all", "Which detections to use.", "radar, ir or all", "all", OnlyOnCommandLine: true),
        Readers.Use);

    public override IReadOnlyList<Setting> Settings => [_set, _outFile, _use];

    public override string Examples => """
          jointwatch track --set ../shared/data/tracking/cv10 --out tracks.csv --use radar
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.Track(new TrackOptions(
            sources.Required(_set), sources.Required(_outFile), sources.Read(_use, DetectionsUsed.All))));
}
