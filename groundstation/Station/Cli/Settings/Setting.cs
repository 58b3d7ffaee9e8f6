using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace JointWatch.Station.Cli.Settings;

/// <summary>
/// One thing that a person can set: its name as option, variable and key, its help, and how its text is read. The command line, the
/// environment and the file give texts alone, so that a value is read, checked and refused in one way wherever it was written.
/// </summary>
internal abstract class Setting
{
    private const string EnvironmentPrefix = "JOINTWATCH_";

    protected Setting(string name, SettingText text)
    {
        Name = name;
        Text = text;
        Symbol = text.Form switch
        {
            SettingForm.Flag => new Option<bool>("--" + name) { Description = Help },
            SettingForm.Argument => new Argument<string?>(name) { Description = Help },
            SettingForm.OptionalArgument => new Argument<string?>(name) { Description = Help, Arity = ArgumentArity.ZeroOrOne },
            SettingForm.Repeated => new Option<string[]?>("--" + name) { Description = Help, HelpName = text.ValueName },
            _ => new Option<string?>("--" + name) { Description = Help, HelpName = text.ValueName },
        };
    }

    /// <summary>Lower case with dashes: the option without its two dashes, and the key in the file.</summary>
    public string Name { get; }

    public SettingText Text { get; }

    /// <summary>The option or argument that stands for it on the command line.</summary>
    public Symbol Symbol { get; }

    /// <summary>What it is called on the command line.</summary>
    public string Field => Text.Form is SettingForm.Argument or SettingForm.OptionalArgument ? Name : "--" + Name;

    /// <summary>The variable, or null for a setting that only the command line gives.</summary>
    public string? Variable =>
        Text.OnlyOnCommandLine ? null : EnvironmentPrefix + Name.Replace('-', '_').ToUpperInvariant();

    /// <summary>What stands on the command line, or null.</summary>
    public string? OnCommandLine(ParseResult parse) => Symbol switch
    {
        Option<bool> flag => parse.GetValue(flag) ? "true" : null,
        Option<string?> option => parse.GetValue(option),
        Option<string[]?> several => parse.GetValue(several) is { Length: > 0 } values ? string.Join(Readers.Separator, values) : null,
        _ => parse.GetValue((Argument<string?>)Symbol),
    };

    /// <summary>Whether a variable is meant for the program.</summary>
    public static bool IsOurs(string variable) => variable.StartsWith(EnvironmentPrefix, StringComparison.Ordinal);

    /// <summary>Throws if the text is not right for the setting.</summary>
    public abstract void Check(Written written);

    private string Help =>
        Text.Description
        + (Text.Default is null ? "" : $" [default: {Text.Default}]")
        + (Variable is null ? "" : $" [environment: {Variable}]");
}

/// <summary>How a setting stands on the command line.</summary>
internal enum SettingForm
{
    /// <summary><c>--name value</c></summary>
    Option,

    /// <summary><c>--name</c></summary>
    Flag,

    /// <summary>The value alone.</summary>
    Argument,

    /// <summary>The value alone, where there is one.</summary>
    OptionalArgument,

    /// <summary><c>--name value</c>, any number of times: the values with <see cref="Readers.Separator"/> between them.</summary>
    Repeated,
}

/// <summary>A setting in words.</summary>
/// <param name="ValueName">What stands for the value in the help.</param>
/// <param name="Expected">What is right, as a phrase for the error message.</param>
/// <param name="Default">What holds where it is not set, in words.</param>
internal sealed record SettingText(
    string ValueName,
    string Description,
    string Expected,
    string? Default = null,
    SettingForm Form = SettingForm.Option,
    bool OnlyOnCommandLine = false);

/// <summary>Reads a value from its text; false if the text is not right.</summary>
/// <param name="folder">What a relative path is relative to.</param>
internal delegate bool SettingReader<T>(string text, string folder, [MaybeNullWhen(false)] out T value);

/// <inheritdoc/>
internal sealed class Setting<T>(string name, SettingText text, SettingReader<T> reader) : Setting(name, text)
{
    public T Read(Written written) =>
        reader(written.Text, written.Folder, out T? value) ? value : throw written.Refuse(Text.Expected);

    public override void Check(Written written) => Read(written);
}
