using System.Globalization;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Output;
using JointWatch.Tracking;

namespace JointWatch.Releases.Releasing;

/// <summary>
/// What waits for its time. References are given when something goes out and not when it was seen, and releases of one time go in the order of what stands in them,
/// so that neither tells what the station knew when. Of two things whose first releases are alike, the older has the lower number.
/// </summary>
internal sealed class Outgoing(string party, string recipient)
{
    /// <summary>The most that may wait; beyond it nothing is added.</summary>
    private const int Most = 200_000;

    private readonly List<Waiting> _waiting = [];
    private readonly Dictionary<ThingKind, int> _numbers = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    public void Add(ThingMemory memory, ReleaseAct act, IReadOnlyList<ReleasedValue> values, long dueSeconds, bool isExercise)
    {
        if (_waiting.Count < Most)
        {
            _waiting.Add(new Waiting(memory, memory.Releases, act, values, dueSeconds, isExercise));
        }
    }

    /// <summary>Takes out what is due before an instant.</summary>
    public IReadOnlyList<Release> Before(UtcMicroseconds now)
    {
        Waiting[] due = [.. _waiting.Where(w => Raster.ToTime(w.DueSeconds) < now)];
        if (due.Length == 0)
        {
            return [];
        }

        _waiting.RemoveAll(w => Raster.ToTime(w.DueSeconds) < now);
        var releases = new List<Release>();
        foreach (IGrouping<long, Waiting> together in due.GroupBy(w => w.DueSeconds).OrderBy(g => g.Key))
        {
            // Each first without its reference, if it has none yet: the order must not hang on the number that it will get.
            foreach (Waiting next in together.OrderBy(w => Convert.ToHexString(Make(w, w.Memory.Reference ?? "-").ToCbor()), StringComparer.Ordinal).ToArray())
            {
                next.Memory.Reference ??= NewReference(next.Memory);
                releases.Add(Make(next, next.Memory.Reference));
            }
        }

        return releases;
    }

    public void Clear() => _waiting.Clear();

    /// <summary>The next new reference of a kind has a greater number than this.</summary>
    public void GoOnBehind(ThingKind kind, int number) => _numbers[kind] = Math.Max(_numbers.GetValueOrDefault(kind), number);

    public string? SourceOf(string reference) => _sources.GetValueOrDefault(reference);

    private string NewReference(ThingMemory memory)
    {
        ThingKind kind = memory.Thing.Kind;
        int number = _numbers[kind] = _numbers.GetValueOrDefault(kind) + 1;
        string reference = string.Create(CultureInfo.InvariantCulture, $"{Catalogue.NameOf(kind)}-{number}");
        _sources[reference] = $"{Catalogue.NameOf(kind)} {memory.Thing.Key}";
        return reference;
    }

    private Release Make(Waiting w, string reference) =>
        new(party, recipient, w.Memory.Thing.Kind, reference, w.Revision, w.Act, w.DueSeconds, w.IsExercise, w.Values);

    private sealed record Waiting(ThingMemory Memory, int Revision, ReleaseAct Act, IReadOnlyList<ReleasedValue> Values, long DueSeconds, bool IsExercise)
    {
        public override string ToString() => Inputs.Unreleased.Nothing;
    }
}
