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
            "The folder: sensors.json with radar_detections.csv and ir_detections.csv, measurements.csv (mc, k, zx, zy), or NAME_detections.json.",
            "a folder with a sensors.json, a measurements.csv or a NAME_detections.json",
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
        new SettingText(
            "radar|ir|all",
            "Which detections to use: radar (those with a range or place, lidar's too), ir (those of angles alone), or all.",
            "radar, ir or all",
            "all",
            OnlyOnCommandLine: true),
        Readers.Use);

    private readonly Setting<int> _run = new(
        "run",
        new SettingText("N", "Which Monte-Carlo run of a set that has several.", "a whole number from 1 to 1000000", "1", OnlyOnCommandLine: true),
        Readers.Number(1, 1_000_000));

    private readonly Setting<int> _passes = new(
        "passes",
        new SettingText(
            "N",
            "Track the whole set so many times, each with a fresh tracker, and print the median CPU time of the later half.",
            "a whole number from 1 to 1000",
            "3 to 200, the smaller the set the more",
            OnlyOnCommandLine: true),
        Readers.Number(1, 1_000));

    private readonly Setting<bool> _associate = Choice(
        "associate", "belief", "nearest", "How detections go to tracks: by marginal probability (belief propagation), or by the likeliest joint association.");

    private readonly Setting<bool> _initiate = Choice(
        "initiate", "poisson", "pairs", "How tracks begin: with a Poisson intensity of waiting plots, or with likely pairs of plots.");

    private readonly Setting<bool> _life = Choice(
        "life", "existence", "score", "What confirms and ends tracks: the probability that there is an object, or score and misses.");

    private readonly Setting<bool> _birth = Choice(
        "birth", "own", "told", "Where new objects appear: by the tracker's own assumption, or as the set tells (measurements.csv sets only).");

    public override IReadOnlyList<Setting> Settings =>
        [_set, _outFile, _use, _run, _passes, _associate, _initiate, _life, _birth];

    public override string Examples => """
          jointwatch track --set ../shared/data/tracking/cv10 --out tracks.csv --use radar
          jointwatch track --set ../shared/data/tracking/williams15 --run 2 --out tracks.csv
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation) =>
        Task.FromResult(handlers.Track(
            new TrackOptions(sources.Required(_set), sources.Required(_outFile), sources.Read(_use, DetectionsUsed.All))
            {
                Run = sources.Read(_run, 1),
                Passes = sources.ReadOrDefault(_passes),
                IsNearest = sources.Read(_associate, false),
                IsPairs = sources.Read(_initiate, false),
                IsScored = sources.Read(_life, false),
                IsBirthTold = sources.Read(_birth, false),
            }));

    /// <summary>A choice of two, the first of which is usual; true for the second.</summary>
    private static Setting<bool> Choice(string name, string usual, string other, string description) => new(
        name,
        new SettingText($"{usual}|{other}", description, $"{usual} or {other}", usual, OnlyOnCommandLine: true),
        (string text, string _, out bool value) =>
        {
            value = text == other;
            return value || text == usual;
        });
}
