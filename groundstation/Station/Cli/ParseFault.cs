using System.CommandLine;
using System.CommandLine.Parsing;
using JointWatch.Exercises;
using JointWatch.Station.Cli.Commands;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli;

/// <summary>Says in one line what is wrong with a command line that cannot be parsed: what, the value, and what was expected.</summary>
internal static class ParseFault
{
    /// <exception cref="InvalidInputException">The command line is wrong.</exception>
    public static void ThrowIfAny(ParseResult parse, IReadOnlyList<StationCommand> commands)
    {
        if (parse.Action is { ClearsParseErrors: true })
        {
            return; // Help and version answer whatever stands beside them.
        }

        string source = CommandPath.Of(parse.CommandResult);
        StationCommand? command = commands.FirstOrDefault(c => CommandPath.Of(c) == source);
        if ((OptionTakenForArgument(parse, command) ?? (parse.UnmatchedTokens is [var first, ..] ? first : null)) is { } unknown)
        {
            throw new InvalidInputException(source, null, null, unknown, Known(unknown, command, [.. commands.Where(c => CommandPath.Of(c).StartsWith(source + " ", StringComparison.Ordinal))], source));
        }

        foreach (ParseError error in parse.Errors)
        {
            SymbolResult? at = error.SymbolResult is ArgumentResult { Parent: OptionResult option } ? option : error.SymbolResult;
            Setting? setting = command?.Settings.FirstOrDefault(s => IsOf(at, s) || (at is CommandResult && s.Symbol is Argument));
            if (setting is not null && at is not null)
            {
                throw at is OptionResult { Tokens.Count: > 1 }
                    ? new InvalidInputException(source, null, setting.Field, string.Join(" ", at.Tokens), $"{setting.Field} once")
                    : new InvalidInputException(source, null, setting.Field, null, setting.Text.Expected);
            }
        }

        if (parse.Errors.Count > 0)
        {
            throw new InvalidInputException(source, null, null, null, "a command line as in --help; " + parse.Errors[0].Message);
        }
    }

    /// <summary>A misspelt option stands where an argument was wanted: to say that there is no such journal would mislead.</summary>
    private static string? OptionTakenForArgument(ParseResult parse, StationCommand? command) =>
        (command?.Settings ?? [])
            .Where(s => s.Symbol is Argument)
            .SelectMany(s => parse.GetResult(s.Symbol)?.Tokens ?? [])
            .Select(t => t.Value)
            .FirstOrDefault(t => t.StartsWith("--", StringComparison.Ordinal));

    private static bool IsOf(SymbolResult? result, Setting setting) => result switch
    {
        OptionResult option => ReferenceEquals(option.Option, setting.Symbol),
        ArgumentResult argument => ReferenceEquals(argument.Argument, setting.Symbol),
        _ => false,
    };

    private static string Known(string written, StationCommand? command, IReadOnlyList<StationCommand> commands, string source)
    {
        if (command is not null)
        {
            string[] options = [.. command.Settings.Where(s => s.Symbol is Option).Select(s => s.Field), "--help"];
            return "one of " + string.Join(", ", options) + Suggestion.For(written, options);
        }

        string[] names = [.. commands.Select(c => CommandPath.Of(c)[(source.Length + 1)..].Split(' ')[0]).Distinct(StringComparer.Ordinal)];
        return "a command: " + string.Join(", ", names) + Suggestion.For(written, [.. names, "--help", "--version"]);
    }
}
