using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using JointWatch.Station.Cli.Commands;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli;

/// <summary>What the help says after the options: examples, the settings file, the exit codes.</summary>
internal static class HelpEnding
{
    private const string ExitCodes = "Exit codes:\n  0 done, 1 failed, 2 wrong input (one line on stderr says what, and what was expected)";

    public static string OfRoot =>
        "Examples:\n"
        + "  jointwatch demo             see it work: five emulated boards, an exercise, a map in the browser\n"
        + "  jointwatch demo --help      the options of a command\n"
        + "From the source, jointwatch is: dotnet run --project groundstation/Station --\n\n"
        + ExitCodes;

    public static string OfGroup => ExitCodes;

    public static string Of(StationCommand command) =>
        "Examples:\n" + command.Examples + "\n\n"
        + (command.Config is null ? "" : OfFile(command) + "\n\n")
        + ExitCodes;

    private static string OfFile(StationCommand command) =>
        $"Settings file ({SettingsFile.UsualName}):\n"
        + $"  [{command.Name}]\n"
        + command.ConfigExample
        + "  Each key is an option without its dashes; relative paths start at the file's folder.";
}

/// <summary>The usual help, then the ending of the command.</summary>
internal sealed class HelpWithEnding(HelpAction usual, IReadOnlyDictionary<Command, string> endings) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(endings[parseResult.CommandResult.Command]);
        return code;
    }
}

/// <summary>Prints the program's name and version.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        string version = typeof(PrintVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine("jointwatch " + version);
        return ExitCode.Done;
    }
}
