using System.CommandLine;
using JointWatch.Exercises;

namespace JointWatch.Station.Cli.Settings;

/// <summary>
/// Everything that was written for one command: the command line over the environment over the file. What is wrong is refused even
/// where something else prevails over it, so that no mistake lies hidden until an option is left out.
/// </summary>
internal sealed class SettingSources
{
    private readonly Dictionary<Setting, Written> _prevailing = [];

    /// <param name="settings">The command's own.</param>
    /// <param name="variables">Every variable that the program knows, of whatever command.</param>
    /// <param name="file">What the command's table in the settings file says, by key.</param>
    /// <exception cref="InvalidInputException">A value is wrong, or a variable is not known.</exception>
    public SettingSources(
        IEnumerable<Setting> settings,
        ParseResult parse,
        Surroundings surroundings,
        IReadOnlyCollection<string> variables,
        IReadOnlyDictionary<string, Written> file)
    {
        Command = CommandPath.Of(parse.CommandResult);
        RefuseUnknown(surroundings.Environment.Keys, variables);
        foreach (Setting setting in settings)
        {
            Note(setting, file.GetValueOrDefault(setting.Name));
            if (setting.Variable is { } variable && surroundings.Environment.GetValueOrDefault(variable) is { } text)
            {
                Note(setting, new Written(text, Place.Environment, "environment", null, variable, surroundings.CurrentDirectory));
            }

            if (setting.OnCommandLine(parse) is { } option)
            {
                Note(setting, new Written(option, Place.CommandLine, Command, null, setting.Field, surroundings.CurrentDirectory));
            }
        }
    }

    /// <summary>The program and the command, as messages name them.</summary>
    public string Command { get; }

    /// <summary>The value that prevails, or the default.</summary>
    public T Read<T>(Setting<T> setting, T whereUnset) =>
        _prevailing.TryGetValue(setting, out Written? written) ? setting.Read(written) : whereUnset;

    /// <summary>The value that prevails, or null.</summary>
    public T? ReadOrNull<T>(Setting<T> setting)
        where T : class =>
        _prevailing.TryGetValue(setting, out Written? written) ? setting.Read(written) : null;

    /// <inheritdoc cref="ReadOrNull{T}"/>
    public T? ReadOrDefault<T>(Setting<T> setting)
        where T : struct =>
        _prevailing.TryGetValue(setting, out Written? written) ? setting.Read(written) : null;

    /// <summary>The value that prevails, of a setting without which the command cannot work.</summary>
    public T Required<T>(Setting<T> setting) =>
        _prevailing.TryGetValue(setting, out Written? written)
            ? setting.Read(written)
            : throw new InvalidInputException(Command, null, setting.Field, null, setting.Text.Expected);

    /// <summary>The error for a setting that was written where it has no place.</summary>
    public InvalidInputException Refuse(Setting setting, string expected) => _prevailing[setting].Refuse(expected);

    /// <summary>
    /// Settles two settings that exclude each other: the one from the higher place prevails (an option puts aside what the file says),
    /// and in the same place they are refused.
    /// </summary>
    public void Exclude(Setting one, Setting other)
    {
        if (!_prevailing.TryGetValue(one, out Written? first) || !_prevailing.TryGetValue(other, out Written? second))
        {
            return;
        }

        if (first.Place == second.Place)
        {
            throw second.Refuse($"not to be given together with {first.Field}");
        }

        _prevailing.Remove(first.Place < second.Place ? one : other);
    }

    private void Note(Setting setting, Written? written)
    {
        if (written is not null)
        {
            setting.Check(written);
            _prevailing[setting] = written;
        }
    }

    private static void RefuseUnknown(IEnumerable<string> written, IReadOnlyCollection<string> known)
    {
        foreach (string variable in written.Where(v => Setting.IsOurs(v) && !known.Contains(v)).Order(StringComparer.Ordinal))
        {
            throw new InvalidInputException(
                "environment", null, null, variable, "one of " + string.Join(", ", known) + Suggestion.For(variable, known));
        }
    }
}
