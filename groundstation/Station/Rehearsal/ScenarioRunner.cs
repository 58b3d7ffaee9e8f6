using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Station.Cli;
using JointWatch.Station.Core;

namespace JointWatch.Station.Rehearsal;

/// <summary>The commands <c>scenario list</c>, <c>scenario check</c>, <c>scenario rehearse</c> and <c>scenario schema</c>.</summary>
internal static class ScenarioRunner
{
    public static int List(TextWriter output)
    {
        foreach (string name in ExampleScenarios.Names)
        {
            output.WriteLine($"{name,-16} {ScenarioFile.Read(name).Description}");
        }

        return ExitCode.Done;
    }

    public static int Check(string pathOrName, TextWriter output)
    {
        foreach (string line in ScenarioAccount.Of(ScenarioFile.Read(pathOrName)))
        {
            output.WriteLine(line);
        }

        return ExitCode.Done;
    }

    public static int Rehearse(string pathOrName, StageFactory stages, TextWriter output, CancellationToken cancellation)
    {
        IReadOnlyList<RehearsedLaunch> launches = ScenarioRehearsal.Fly(ScenarioFile.Read(pathOrName), stages, output, cancellation);
        output.WriteLine();
        foreach (RehearsedLaunch launch in launches)
        {
            output.WriteLine(launch.Object is null ? $"{launch.Party}: a warning of what was not launched{(launch.ConfirmedSeconds is null ? ", never confirmed" : ", CONFIRMED")}" : Words(launch));
        }

        return ExitCode.Done;
    }

    public static int Schema(TextWriter output)
    {
        output.Write(ScenarioSchema.Text);
        return ExitCode.Done;
    }

    private static string Words(RehearsedLaunch launch) => launch switch
    {
        { FirstTrackSeconds: null } => $"{launch.Party}: {launch.Object} is not seen",
        { WarnedSeconds: null } => $"{launch.Party}: {launch.Object} is tracked from {Seconds(launch.FirstTrackSeconds)}, and not warned of",
        _ => $"{launch.Party}: {launch.Object} is tracked from {Seconds(launch.FirstTrackSeconds)}, "
            + (launch.ConfirmedSeconds is null ? "never confirmed" : $"confirmed at {Seconds(launch.ConfirmedSeconds)}")
            + $", in the end {Picture.Words.Of(launch.State!.Value)}, {Picture.Words.Of(launch.Class!.Value)}, {launch.Label?.ToString().ToLowerInvariant() ?? "not judged"}"
            + (launch.ImpactErrorMeters is { } off ? $"; impact {(off / 1e3).ToString("F1", CultureInfo.InvariantCulture)} km off" : ""),
    };

    private static string Seconds(double? seconds) => seconds!.Value.ToString("F0", CultureInfo.InvariantCulture) + " s";
}
