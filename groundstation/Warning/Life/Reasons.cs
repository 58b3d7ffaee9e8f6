using System.Globalization;
using JointWatch.Tracking;
using JointWatch.Warnings.Evidence;

namespace JointWatch.Warnings.Life;

/// <summary>Why a warning changed, in one sentence of words and numbers for the person at the console.</summary>
internal static class Reasons
{
    private const string ImpactMoves = "; engine still burning: impact moves";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Evidence(Watch watch)
    {
        string thrust = watch switch
        {
            { Engine.State: EngineState.Burning, Force: { } force } => string.Create(Culture, $" with {Math.Max(0, force.Along):0} m/s² of thrust"),
            { Engine.State: EngineState.Stopped } => " in free fall",
            _ => string.Empty,
        };
        return string.Create(
            Culture,
            $"{Course(watch)}{thrust} at {Length(watch.Kinematics.HeightMeters)}, {Sightings(watch)}{Moves(watch)}");
    }

    public static string NotALaunch(Watch watch) => "not a launch: it " + Doubt(watch);

    public static string Satellite(Watch watch) => string.Create(
        Culture, $"not a launch: it circles the Earth at {Length(watch.Kinematics.HeightMeters)} and was never seen burning, a satellite");

    public static string CameOff(int parent) => string.Create(Culture, $"came off the object of warning {parent}: ");

    public static string Doubt(Watch watch) => string.Create(
        Culture,
        $"flies as aircraft do: {watch.Kinematics.Speed:0} m/s, climbing at {watch.Kinematics.Climb:0} m/s, held up at {Length(watch.Kinematics.HeightMeters)}");

    public static string Landed(Watch watch) => string.Create(
        Culture, $"stands or lands: {watch.Kinematics.Speed:0} m/s at {Length(watch.Kinematics.HeightMeters)}");

    public static string LostLow(Watch watch, double silence) => string.Create(
        Culture, $"came down: last seen falling at {-watch.Kinematics.Climb:0} m/s at {Length(watch.Kinematics.HeightMeters)}, no data for {silence:0} s");

    public static string ImpactPassed(ImpactEstimate impact, double silence) => string.Create(
        Culture, $"the predicted time of impact (one sigma {impact.TimeSigmaSeconds:0.0} s) has passed, no data for {silence:0} s");

    public static string NoData(Watch watch, double silence, WarningOptions options)
    {
        string last = string.Create(Culture, $"no data for {silence:0} s, last seen at {Length(watch.Kinematics.HeightMeters)}");
        return watch.Forecast switch
        {
            { ReachesOrbit: true } => last + " in orbit",
            { IsSettled: true, Impact: { } impact } when impact.SemiMajorMeters <= options.GoodImpactSigmaMeters
                && watch.Highest >= WarningState.Probable => last + " in free fall: the impact predicted then still stands, and ends the warning",
            { Impact: not null } => last + ", when the impact was still uncertain",
            _ => last,
        };
    }

    public static string SeenAgain(Watch watch) => string.Create(
        Culture, $"seen again: {Course(watch)} at {Length(watch.Kinematics.HeightMeters)}, {Sightings(watch)}");

    public static string TakenOver(TrackId earlier, TrackId track) => $"track {track} continues the arc of {earlier}, which was lost";

    public static string Orbit(double apogeeMeters) => string.Create(
        Culture, $"reaches orbit, apogee {Length(apogeeMeters)}: it does not come down");

    public static string LeavesOrbit => "its path meets the Earth again: it comes down";

    public static string Classified(Watch watch) => watch.Forecast switch
    {
        { Class: ObjectClass.ReturningStage } forecast => string.Create(
            Culture, $"its engine takes it back: the range is {Length(forecast.RangeMeters)} now, a returning stage"),
        { Class: ObjectClass.SpaceLaunch } => "burns on, nearly level above the air: on its way to orbit",
        { IsSettled: false } forecast => string.Create(Culture, $"range is {Length(forecast.RangeMeters)} already{ImpactMoves}"),
        { } forecast => string.Create(
            Culture, $"range is {Length(forecast.RangeMeters)}, apogee {Length(forecast.ApogeeMeters)}, engine stopped"),
    };

    public static string EngineChanged(Watch watch) => watch.Engine.State == EngineState.Burning
        ? "an engine burns: impact moves"
        : string.Create(Culture, $"engine stopped at {Length(watch.Kinematics.HeightMeters)} and {watch.Kinematics.Speed:0} m/s: impact should hold");

    public static string LaunchFound(LaunchEstimate launch) => string.Create(
        Culture,
        $"launched at {launch.Time} (one sigma {launch.TimeSigmaSeconds:0.0} s) from a place known to {Length(launch.RadiusMeters)}");

    public static string ImpactKnown(Watch watch, ImpactEstimate impact) => string.Create(
        Culture, $"impact known to {Length(impact.SemiMajorMeters)} and {impact.TimeSigmaSeconds:0.0} s{Moves(watch)}");

    public static string ImpactUnknown => "the impact cannot be told any more";

    public static string ImpactMoved(Watch watch, double meters) =>
        string.Create(Culture, $"impact moved by {Length(meters)}{Moves(watch)}");

    private static string Course(Watch watch)
    {
        TrackKinematics k = watch.Kinematics;
        return k.Climb >= 0
            ? string.Create(Culture, $"climbs at {k.Climb:0} m/s, speed {k.Speed:0} m/s,")
            : string.Create(Culture, $"falls at {-k.Climb:0} m/s, speed {k.Speed:0} m/s,");
    }

    private static string Sightings(Watch watch) => string.Create(
        Culture,
        $"seen {watch.Detections} times by {watch.Sensors.Count} {(watch.Sensors.Count == 1 ? "sensor" : "sensors")}");

    private static string Moves(Watch watch) => watch.Engine.State == EngineState.Burning ? ImpactMoves : string.Empty;

    private static string Length(double meters) =>
        meters < 950 ? string.Create(Culture, $"{meters:0} m") : string.Create(Culture, $"{meters / 1000:0.0} km");
}
