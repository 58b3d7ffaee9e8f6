using System.CommandLine;
using System.CommandLine.Help;
using JointWatch.Exercises;
using JointWatch.Station.Cli.Commands;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli;

/// <summary>The program's command line: reads what was asked, and calls the handler.</summary>
public static class CommandLine
{
    /// <summary>How long a command may take to stop after Ctrl-C before the program is ended regardless.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Does what the arguments say. Messages of this class are one line each, on <paramref name="error"/>.</summary>
    /// <param name="cancellation">Stops the command, as Ctrl-C does.</param>
    /// <returns>The exit code (<see cref="ExitCode"/>).</returns>
    public static async Task<int> InvokeAsync(
        string[] args,
        ICommandHandlers handlers,
        Surroundings surroundings,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation = default)
    {
        StationCommand[] commands =
        [
            new DemoCommand(), new RunCommand(surroundings.CurrentDirectory), new ReplayCommand(), new TrackCommand(), new MakeSetCommand(),
            new ScoreCommand(), new EnrolCommand(surroundings.CurrentDirectory), new CommandCommand(), new AnnounceCommand(),
            new PolicyExplainCommand(), new PolicyTryCommand(), new PolicyDiffCommand(), new PolicySchemaCommand(),
            new LogVerifyCommand(), new LogShowCommand(), new LogReceiptCommand(surroundings.CurrentDirectory),
            new PartyNewCommand(surroundings.CurrentDirectory), new PartyShowCommand(), new AssuranceCheckCommand(), new AssuranceExplainCommand(),
            new ScenarioListCommand(), new ScenarioCheckCommand(), new ScenarioRehearseCommand(), new ScenarioSchemaCommand(), new ReviewCommand(),
        ];
        try
        {
            ParseResult parse = Root(commands, handlers, surroundings).Parse(args, new ParserConfiguration
            {
                EnablePosixBundling = false,
                ResponseFileTokenReplacer = null,
            });
            ParseFault.ThrowIfAny(parse, commands);
            return await parse.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = StopTimeout,
                },
                cancellation);
        }
        catch (InvalidInputException e)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("jointwatch: stopped before it was done");
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            await error.WriteLineAsync($"jointwatch: failed; {e}");
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root(StationCommand[] commands, ICommandHandlers handlers, Surroundings surroundings)
    {
        RootCommand root = new("JointWatch: a joint early-warning network that fits on a desk.") { HelpName = "jointwatch" };
        Dictionary<Command, string> endings = new() { [root] = HelpEnding.OfRoot };
        List<Command> groups = [root];
        foreach (StationCommand command in commands)
        {
            Command parsed = command.ToCommand();
            parsed.SetAction((parse, stop) => command.InvokeAsync(Gather(command, commands, parse, surroundings), handlers, stop));
            endings[parsed] = HelpEnding.Of(command);
            if (command.Group is not { } group)
            {
                root.Add(parsed);
                continue;
            }

            if (root.Subcommands.FirstOrDefault(c => c.Name == group.Name) is not { } inGroup)
            {
                root.Add(inGroup = new Command(group.Name, group.Description));
                endings[inGroup] = HelpEnding.OfGroup;
                groups.Add(inGroup);
            }

            inGroup.Add(parsed);
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithEnding((HelpAction)help.Action!, endings);
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        groups.ForEach(command => command.SetAction(parse => help.Action is HelpWithEnding action ? action.Invoke(parse) : ExitCode.Failed));
        return root;
    }

    private static SettingSources Gather(StationCommand command, StationCommand[] all, ParseResult parse, Surroundings surroundings)
    {
        Dictionary<string, Written> none = [];
        if (command.Config is not { } config)
        {
            return new SettingSources(command.Settings, parse, surroundings with { Environment = new Dictionary<string, string>() }, [], none);
        }

        IEnumerable<StationCommand> configurable = all.Where(c => c.Config is not null);
        string[] variables = [.. configurable.SelectMany(c => c.Settings).Select(s => s.Variable).OfType<string>().Distinct()];
        SettingSources withoutFile = new(command.Settings, parse, surroundings, variables, none);
        string usual = Path.Combine(surroundings.CurrentDirectory, SettingsFile.UsualName);
        string? path = withoutFile.ReadOrNull(config) ?? (File.Exists(usual) ? usual : null);
        return path is null
            ? withoutFile
            : new SettingSources(
                command.Settings,
                parse,
                surroundings,
                variables,
                SettingsFile.Read(path, command.Name, configurable.ToDictionary(c => c.Name, c => c.Settings)));
    }
}
