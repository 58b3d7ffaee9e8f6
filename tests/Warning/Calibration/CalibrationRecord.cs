using JointWatch.Warnings;

namespace JointWatch.Warning.Calibration;

/// <summary>One look at one flight's warning. Distances are in sigmas of the estimate, squared; NaN where there is no estimate or no truth.</summary>
internal sealed record CalibrationRecord(
    ObjectClass Class,
    string Layout,
    int Seed,
    FlightStage Stage,
    bool IsWarned,
    double LaunchSquared,
    double LaunchMeters,
    double LaunchSigmaMeters,
    double LaunchTimeSeconds,
    double LaunchTimeSigmaSeconds,
    double ImpactSquared,
    double ImpactMeters,
    double ImpactSigmaMeters,
    double ImpactTimeSigmas,
    IReadOnlyList<ClassProbability> Probabilities)
{
    /// <summary>Looks at a warning as it is published at a stage of its flight.</summary>
    public static CalibrationRecord Of(CalibrationFlight flight, string layout, int seed, FlightStage stage, LaunchWarning? warning)
    {
        LaunchEstimate? launch = flight.IsLaunched ? warning?.Launch : null;
        ImpactEstimate? impact = flight.Impact is null ? null : warning?.Impact;
        return new CalibrationRecord(
            flight.Class,
            layout,
            seed,
            stage,
            warning is not null,
            launch?.Spread.SquaredDistance(flight.Pad) ?? double.NaN,
            launch is null ? double.NaN : (launch.Point.ToEcef() - flight.Pad.ToEcef()).Length,
            launch?.Spread.SemiMajorMeters ?? double.NaN,
            launch?.Time.SecondsSince(CalibrationWatch.Epoch) ?? double.NaN,
            launch?.TimeSigmaSeconds ?? double.NaN,
            impact?.Spread.SquaredDistance(flight.Impact!.Value) ?? double.NaN,
            impact is null ? double.NaN : (impact.Point.ToEcef() - flight.Impact!.Value.ToEcef()).Length,
            impact?.SemiMajorMeters ?? double.NaN,
            impact is null ? double.NaN : (impact.Time.SecondsSince(CalibrationWatch.Epoch) - flight.EndSeconds) / impact.TimeSigmaSeconds,
            warning?.ClassProbabilities ?? []);
    }

    /// <summary>Flies a seed of a class past a layout and looks at its warning at every stage. Of several warnings the one with the most detections counts.</summary>
    public static (List<CalibrationRecord> Records, IReadOnlyList<(double Seconds, LaunchWarning Warning)> Log) Fly(
        CalibrationFlight flight, SensorLayout layout, int seed)
    {
        CalibrationWatch watch = new(flight, layout, seed);
        List<CalibrationRecord> records = [];
        foreach (FlightStage stage in Enum.GetValues<FlightStage>())
        {
            watch.RunTo(Math.Min(flight.Seconds(stage), flight.EndSeconds));
            records.Add(Of(flight, layout.Name, seed, stage, watch.Stage.Warnings.MaxBy(w => w.Detections)));
        }

        return (records, watch.Log);
    }
}
