using JointWatch.Exercises;

namespace JointWatch.Station.Cli.Settings;

/// <summary>Where a setting was written; a later one prevails over an earlier one.</summary>
internal enum Place
{
    File,
    Environment,
    CommandLine,
}

/// <summary>A setting as a person wrote it, and all that an error message says of where.</summary>
/// <param name="Source">The file, the command, or the environment.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Field">The option, variable or key.</param>
/// <param name="Folder">What a relative path is relative to.</param>
internal sealed record Written(string Text, Place Place, string Source, int? Line, string Field, string Folder)
{
    public InvalidInputException Refuse(string expected) => new(Source, Line, Field, Text, expected);
}
