using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace JointWatch.Exercises.Files;

/// <summary>Takes the syntax of a TOML file apart; what it says is for its reader.</summary>
internal static class TomlText
{
    /// <exception cref="InvalidInputException">It is no TOML.</exception>
    public static DocumentSyntax Parse(string text, string source)
    {
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(text, source, validate: true);
        }
        catch (Exception e) when (e is TomlException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The parser reports what is wrong, with few exceptions that it throws: a backslash at the very end of a file, nesting too deep.
            throw new InvalidInputException(source, null, null, null, $"TOML 1.1 ({e.Message})", e);
        }

        if (document.HasErrors)
        {
            DiagnosticMessage error = document.Diagnostics.First(d => d.Kind == DiagnosticMessageKind.Error);
            throw new InvalidInputException(source, error.Span.Start.Line + 1, null, null, $"TOML 1.1 ({error.Message.TrimEnd('.')})");
        }

        return document;
    }
}
