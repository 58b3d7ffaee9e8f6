using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Recorded.Making;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;

namespace JointWatch.Station.Sets;

/// <summary>The command <c>make-set</c>.</summary>
internal static class MakeSetRunner
{
    /// <exception cref="InvalidInputException">The flight cannot be read, or a file not be written.</exception>
    public static int Run(MakeSetOptions options, TextWriter output)
    {
        switch (options.Kind)
        {
            case SetKind.Launch:
                LaunchSet.Write(new LaunchRecipe(options.Seed), FlightFile.Read(options.FlightFile!), options.OutDirectory);
                break;
            case SetKind.Hard:
                AirSet.Write(AirRecipe.Hard(options.Targets, options.Seed), options.OutDirectory);
                break;
            default:
                AirSet.Write(AirRecipe.Cv(options.Targets, options.Seed), options.OutDirectory);
                break;
        }

        output.WriteLine($"Written:       {options.OutDirectory}");
        return ExitCode.Done;
    }
}
