namespace JointWatch.Flash.Running;

/// <summary>A program to run. Arguments hold no secret: those go by files.</summary>
public sealed record Command(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>As one would type it.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(Quoted));

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '\\' or ':' or ',' or '=')
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
