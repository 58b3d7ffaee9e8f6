using System.Globalization;
using JointWatch.Exchange.Records;

namespace JointWatch.Joint.Desk;

/// <summary>The commitments to the party's confirmations, by its own name of the warning. One thread.</summary>
internal sealed class Confirmations
{
    private const string Source = "warning ";

    private readonly Dictionary<string, RecordHash> _records = new(StringComparer.Ordinal);

    public bool IsNew(int warning) => !_records.ContainsKey(Name(warning));

    public void Note(string source, RecordHash record) => _records[source] = record;

    /// <summary>The commitment about a thing that a release is of, or null.</summary>
    public RecordHash? Of(string source) => _records.TryGetValue(source, out RecordHash record) ? record : null;

    public void Clear() => _records.Clear();

    /// <summary>The party's own name of a warning, as releases have it.</summary>
    public static string Name(int warning) => Source + warning.ToString(CultureInfo.InvariantCulture);
}
