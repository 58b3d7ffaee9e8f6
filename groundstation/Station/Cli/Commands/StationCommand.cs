using System.CommandLine;
using JointWatch.Station.Cli.Settings;

namespace JointWatch.Station.Cli.Commands;

/// <summary>A command: its words, its settings, and how it is handed to its handler.</summary>
internal abstract class StationCommand(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>The group that its name stands behind, as in <c>jointwatch log verify</c>; or null.</summary>
    public virtual CommandGroup? Group => null;

    /// <summary>In the order of the help.</summary>
    public abstract IReadOnlyList<Setting> Settings { get; }

    /// <summary>Lines for the end of the help, with what each does.</summary>
    public abstract string Examples { get; }

    /// <summary>The option that names a settings file, or null for a command that reads none.</summary>
    public virtual Setting<string>? Config => null;

    /// <summary>What its table in a settings file may hold, for the help.</summary>
    public virtual string ConfigExample => $"  mqtt-port = {StationSettings.UsualMqttPort}\n  urls = \"{StationSettings.UsualUrl}\"\n";

    public abstract Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation);

    /// <summary>The command as the parser knows it.</summary>
    public Command ToCommand()
    {
        Command command = new(Name, Description);
        foreach (Setting setting in Settings)
        {
            if (setting.Symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)setting.Symbol);
            }
        }

        return command;
    }
}

/// <summary>Commands that belong together and share their first word.</summary>
internal sealed record CommandGroup(string Name, string Description);
