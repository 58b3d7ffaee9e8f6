using System.CommandLine.Parsing;
using JointWatch.Station.Cli.Commands;

namespace JointWatch.Station.Cli;

/// <summary>What a command is called in messages: the program and the words of the command, such as <c>jointwatch log verify</c>.</summary>
internal static class CommandPath
{
    private const string Program = "jointwatch";

    public static string Of(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Of(parent)} {result.Command.Name}" : Program;

    public static string Of(StationCommand command) =>
        Program + (command.Group is { } group ? " " + group.Name : "") + " " + command.Name;
}
