namespace JointWatch.TransparencyLog.Verification;

/// <summary>Findings as they come, with a limit for each kind: a log of which every entry is wrong needs no million lines to say so.</summary>
internal sealed class FindingList
{
    private const int MostOfAKind = 100;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<FindingKind, long> _counts = [];

    public void Add(Finding finding)
    {
        long count = _counts[finding.Kind] = _counts.GetValueOrDefault(finding.Kind) + 1;
        if (count <= MostOfAKind)
        {
            _findings.Add(finding);
        }
    }

    public void Add(FindingKind kind, string words, long? index = null, long? size = null, string? party = null) =>
        Add(new Finding(kind, words, index, size, party));

    public bool Has(FindingKind kind) => _counts.ContainsKey(kind);

    public IReadOnlyList<Finding> ToList() =>
    [
        .. _findings,
        .. _counts.Where(c => c.Value > MostOfAKind).Select(c => new Finding(c.Key, $"{c.Value - MostOfAKind} more findings of this kind ({c.Key}) are not listed.")),
    ];
}
