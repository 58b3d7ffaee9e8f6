using System.Globalization;
using System.Text;
using Tomlyn.Syntax;

namespace JointWatch.Exercises.Files;

/// <summary>
/// One table of a TOML document, read key by key. Each reader says what it expects; what is left over at the end is an unknown key.
/// Everything that is wrong becomes an <see cref="InvalidInputException"/> with file, line, field and value.
/// </summary>
internal sealed class TomlReader
{
    private readonly string _source;
    private readonly string _name;
    private readonly Dictionary<string, (int Line, ValueSyntax Value)> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    /// <param name="source">The file.</param>
    /// <param name="name">The table's name, which goes before the key in messages: <c>object[2]</c>.</param>
    /// <param name="line">The line of its header, for keys that are missing.</param>
    /// <param name="keyValues">What is in it.</param>
    public TomlReader(string source, string name, int line, IEnumerable<KeyValueSyntax> keyValues)
    {
        _source = source;
        _name = name;
        Line = line;
        foreach (KeyValueSyntax keyValue in keyValues)
        {
            string key = keyValue.Key?.ToString().Trim() ?? "";
            if (keyValue.Value is not { } value)
            {
                throw new InvalidInputException(source, LineOf(keyValue), Field(key), null, "a value");
            }

            if (!_values.TryAdd(key, (LineOf(keyValue), value)))
            {
                throw new InvalidInputException(source, LineOf(keyValue), Field(key), Shown(value), "each key once");
            }
        }
    }

    /// <summary>Gets the line of the table's header, from 1.</summary>
    public int Line { get; }

    /// <summary>The line of a node, from 1.</summary>
    public static int LineOf(SyntaxNode node) => node.Span.Start.Line + 1;

    /// <summary>Whether a key stands there that may.</summary>
    public bool Has(string key)
    {
        _known.Add(key);
        return _values.ContainsKey(key);
    }

    /// <summary>A number in an interval, both ends included.</summary>
    public double Number(string key, double least, double most, string what)
    {
        string expected = $"a number from {Plain(least)} to {Plain(most)} ({what})";
        (int line, ValueSyntax syntax) = Take(key, expected);
        double? number = NumberOf(syntax);
        return number >= least && number <= most ? number.Value : throw Wrong(line, key, syntax, expected);
    }

    /// <summary>The number, or what stands for it where it is left out.</summary>
    public double Number(string key, double least, double most, string what, double otherwise) =>
        Has(key) ? Number(key, least, most, what) : otherwise;

    /// <summary>A whole number in an interval, or what stands for it where it is left out.</summary>
    public int Integer(string key, int least, int most, int otherwise)
    {
        if (!Has(key))
        {
            return otherwise;
        }

        string expected = $"a whole number from {least} to {most}";
        (int line, ValueSyntax syntax) = Take(key, expected);
        return syntax is IntegerValueSyntax integer && integer.Value >= least && integer.Value <= most
            ? (int)integer.Value
            : throw Wrong(line, key, syntax, expected);
    }

    /// <summary>A whole number in an interval.</summary>
    public int Integer(string key, int least, int most, string what)
    {
        string expected = $"a whole number from {least} to {most} ({what})";
        (int line, ValueSyntax syntax) = Take(key, expected);
        return syntax is IntegerValueSyntax integer && integer.Value >= least && integer.Value <= most
            ? (int)integer.Value
            : throw Wrong(line, key, syntax, expected);
    }

    /// <summary>An array of texts that fulfil a condition, each once.</summary>
    public IReadOnlyList<string> Texts(string key, int most, string expected, Predicate<string> condition, int least = 1)
    {
        string all = $"an array of {least} to {most} texts, each once, each {expected}";
        var texts = new List<string>();
        foreach (ValueSyntax item in Items(key, least, most, all))
        {
            texts.Add(item is StringValueSyntax { Value: { } text } && condition(text) && !texts.Contains(text)
                ? text
                : throw Wrong(LineOf(item), $"{key}[{texts.Count}]", item, all));
        }

        return texts;
    }

    /// <summary>An array of whole numbers in an interval.</summary>
    public IReadOnlyList<int> Integers(string key, int most, int leastValue, int mostValue, string what)
    {
        string expected = $"an array of 1 to {most} whole numbers from {leastValue} to {mostValue} ({what})";
        return
        [
            .. Items(key, 1, most, expected).Select((item, i) => item is IntegerValueSyntax number && number.Value >= leastValue && number.Value <= mostValue
                ? (int)number.Value
                : throw Wrong(LineOf(item), $"{key}[{i}]", item, expected)),
        ];
    }

    /// <summary>An array of pairs of numbers, of which the first is at most <paramref name="mostOfFirst"/> from 0, and the second <paramref name="mostOfSecond"/>.</summary>
    public IReadOnlyList<(double First, double Second)> Pairs(string key, int least, int most, double mostOfFirst, double mostOfSecond, string expected)
    {
        return [.. Items(key, least, most, expected).Select(Pair)];

        (double, double) Pair(ValueSyntax item, int i) =>
            item is ArraySyntax { Items: { ChildrenCount: 2 } two }
            && NumberOf(two.GetChild(0)?.Value) is { } first && Math.Abs(first) <= mostOfFirst
            && NumberOf(two.GetChild(1)?.Value) is { } second && Math.Abs(second) <= mostOfSecond
                ? (first, second)
                : throw Wrong(LineOf(item), $"{key}[{i}]", item, expected);
    }

    /// <summary>A text of so many bytes at most.</summary>
    public string Text(string key, int longestBytes) =>
        Text(key, $"a text of 1 to {longestBytes} bytes in quotes", s => s.Length > 0 && Encoding.UTF8.GetByteCount(s) <= longestBytes);

    /// <summary>A text that fulfils a condition.</summary>
    public string Text(string key, string expected, Predicate<string> condition)
    {
        (int line, ValueSyntax syntax) = Take(key, expected);
        return syntax is StringValueSyntax { Value: { } text } && condition(text) ? text : throw Wrong(line, key, syntax, expected);
    }

    /// <summary>True or false.</summary>
    public bool Flag(string key)
    {
        (int line, ValueSyntax syntax) = Take(key, "true or false");
        return syntax is BooleanValueSyntax flag ? flag.Value : throw Wrong(line, key, syntax, "true or false");
    }

    /// <summary>One of some words.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words) =>
        words[Text(key, "one of " + string.Join(", ", words.Keys.Select(w => $"'{w}'")), words.ContainsKey)];

    /// <summary>An array of inline tables, each as a reader of its own.</summary>
    public IReadOnlyList<TomlReader> Tables(string key, int least, int most)
    {
        string expected = $"an array of {least} to {most} inline tables {{ ... }}";
        (int line, ValueSyntax syntax) = Take(key, expected);
        if (syntax is not ArraySyntax array || array.Items.ChildrenCount < least || array.Items.ChildrenCount > most)
        {
            throw Wrong(line, key, syntax, expected);
        }

        var tables = new List<TomlReader>();
        foreach (ArrayItemSyntax item in array.Items)
        {
            if (item.Value is not InlineTableSyntax table)
            {
                throw Wrong(LineOf(item), $"{key}[{tables.Count}]", item.Value ?? syntax, "an inline table { ... }");
            }

            var keyValues = table.Items.Select(i => i.KeyValue).OfType<KeyValueSyntax>();
            tables.Add(new TomlReader(_source, Field($"{key}[{tables.Count}]"), LineOf(item), keyValues));
        }

        return tables;
    }

    /// <summary>Refuses what no reader has asked for.</summary>
    public void RefuseTheRest()
    {
        foreach ((string key, (int line, ValueSyntax value)) in _values)
        {
            if (!_known.Contains(key))
            {
                throw new InvalidInputException(_source, line, Field(key), Shown(value), "one of the keys known here: " + string.Join(", ", _known));
            }
        }
    }

    /// <summary>Refuses the value of a key that is there, for a reason that shows only later.</summary>
    public InvalidInputException Refused(string key, string expected) =>
        _values.TryGetValue(key, out var found)
            ? Wrong(found.Line, key, found.Value, expected)
            : new InvalidInputException(_source, Line, Field(key), null, expected);

    private static double? NumberOf(ValueSyntax? syntax) => syntax switch
    {
        FloatValueSyntax real => real.Value,
        IntegerValueSyntax integer => integer.Value,
        _ => null,
    };

    private List<ValueSyntax> Items(string key, int least, int most, string expected)
    {
        (int line, ValueSyntax syntax) = Take(key, expected);
        return syntax is ArraySyntax array && array.Items.ChildrenCount >= least && array.Items.ChildrenCount <= most
            ? [.. array.Items.Select(item => item.Value ?? syntax)]
            : throw Wrong(line, key, syntax, expected);
    }

    private (int Line, ValueSyntax Value) Take(string key, string expected)
    {
        _known.Add(key);
        return _values.TryGetValue(key, out var found) ? found : throw new InvalidInputException(_source, Line, Field(key), null, expected);
    }

    private InvalidInputException Wrong(int line, string key, ValueSyntax value, string expected) =>
        new(_source, line, Field(key), Shown(value), expected);

    private string Field(string key) => _name + "." + key;

    private static string Shown(SyntaxNode value) => value.ToString().Trim();

    private static string Plain(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
