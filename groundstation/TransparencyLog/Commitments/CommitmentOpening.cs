using System.Text;

namespace JointWatch.TransparencyLog.Commitments;

/// <summary>What opens a commitment: salt, context and content. Secret until it is handed out.</summary>
public sealed class CommitmentOpening
{
    /// <summary>The length of the salt: enough that a content with few possible values cannot be guessed.</summary>
    public const int SaltBytes = 32;

    /// <summary>The longest context, characters.</summary>
    public const int MaxContext = 200;

    /// <summary>The longest content, bytes.</summary>
    public const int MaxContentBytes = 16 << 20;

    private const string Source = "opening";
    private const string Header = "jointwatch/opening/v1";

    /// <exception cref="LogFormatException">A part has not its length or form.</exception>
    public CommitmentOpening(ReadOnlyMemory<byte> salt, string context, ReadOnlyMemory<byte> content)
    {
        if (salt.Length != SaltBytes)
        {
            throw new LogFormatException(Source, "salt", $"{salt.Length} bytes", $"{SaltBytes} bytes");
        }

        if (context.Length is 0 or > MaxContext || context.Any(c => c is < '!' or > '~'))
        {
            throw new LogFormatException(Source, "context", context, $"1 to {MaxContext} ASCII characters without spaces");
        }

        if (content.Length > MaxContentBytes)
        {
            throw new LogFormatException(Source, "content", $"{content.Length} bytes", $"at most {MaxContentBytes} bytes");
        }

        Salt = salt;
        Context = context;
        Content = content;
    }

    /// <summary>Gets the random part, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Salt { get; }

    /// <summary>Gets what the content is.</summary>
    public string Context { get; }

    /// <summary>Gets what was committed to.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Reads an opening's text: four lines, header, context, salt and content, the last two in base64.</summary>
    /// <exception cref="LogFormatException">It is none: names the line.</exception>
    public static CommitmentOpening Parse(string text)
    {
        string[] lines = text.Split('\n', 6);
        if (lines.Length != 5 || lines[4].Length > 0 || lines[0] != Header)
        {
            throw new LogFormatException(Source, null, null, $"the lines '{Header}', context, salt and content, each with a newline");
        }

        return new CommitmentOpening(
            StrictBase64.Decode(lines[2], SaltBytes) ?? throw new LogFormatException(Source, "salt", null, $"{SaltBytes} bytes in base64"),
            lines[1],
            StrictBase64.Decode(lines[3], MaxContentBytes) ?? throw new LogFormatException(Source, "content", null, $"at most {MaxContentBytes} bytes in base64"));
    }

    /// <summary>The opening as it is kept and sent.</summary>
    public string ToText() =>
        new StringBuilder(Header).Append('\n').Append(Context).Append('\n').Append(Convert.ToBase64String(Salt.Span)).Append('\n')
            .Append(Convert.ToBase64String(Content.Span)).Append('\n').ToString();
}
