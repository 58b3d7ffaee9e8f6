using JointWatch.Exercises;
using JointWatch.Recorded.Making;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch make-set</c></summary>
internal sealed class MakeSetCommand() : StationCommand(
    "make-set",
    "Make a set of detections with known truth, to try a tracker on: sensors.json, radar_detections.csv, ir_detections.csv, truth.csv.")
{
    private readonly Setting<SetKind> _kind = new(
        "KIND",
        new SettingText(
            "KIND",
            "cv (aircraft that cross a disc of 15 km, Pd 0.9), hard (a disc of 2 km, Pd 0.8, 60 false detections a scan) or launch (a recorded flight).",
            "cv, hard or launch",
            Form: SettingForm.Argument,
            OnlyOnCommandLine: true),
        Readers.Kind);

    private readonly Setting<int> _targets = new(
        "targets",
        new SettingText("N", "How many aircraft.", "a whole number from 1 to 20000", "50", OnlyOnCommandLine: true),
        Readers.Number(1, AirRecipe.MostTargets));

    private readonly Setting<int> _seed = new(
        "seed",
        new SettingText("N", "The seed: the same one gives the same set.", "a whole number from 0 to 2147483647", "1", OnlyOnCommandLine: true),
        Readers.Number(0, int.MaxValue));

    private readonly Setting<string> _flight = new(
        "flight",
        new SettingText(
            "FILE.csv",
            "The recorded flight of a launch: a CSV file with a JSON file of the same name beside it.",
            "an existing .csv file with a .json file of the same name beside it",
            OnlyOnCommandLine: true),
        PathReaders.Flight);

    private readonly Setting<string> _outDirectory = new(
        "out",
        new SettingText("DIR", "The folder of the set; made if it is not there.", "a folder", OnlyOnCommandLine: true),
        PathReaders.Folder);

    public override IReadOnlyList<Setting> Settings => [_kind, _targets, _seed, _flight, _outDirectory];

    public override string Examples => """
          jointwatch make-set cv --targets 2000 --seed 7 --out cv2000
          jointwatch make-set launch --flight ../shared/data/launches/bulgariasat-1.csv --out launch_bulgariasat
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation)
    {
        SetKind kind = sources.Required(_kind);
        string? flight = sources.ReadOrNull(_flight);
        if (kind == SetKind.Launch != flight is not null)
        {
            throw new InvalidInputException(
                sources.Command,
                null,
                _flight.Field,
                flight is null ? null : Path.GetFileName(flight),
                kind == SetKind.Launch ? _flight.Text.Expected : "not to be given but for a launch");
        }

        return Task.FromResult(handlers.MakeSet(new MakeSetOptions(
            kind, sources.Read(_targets, 50), sources.Read(_seed, 1), flight, sources.Required(_outDirectory))));
    }
}
