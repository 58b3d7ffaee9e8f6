using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Output;
using JointWatch.Releases.Policies;
using JointWatch.Tracking;

namespace JointWatch.Releases.Releasing;

/// <summary>
/// Applies a policy for one recipient. It takes things as they change, with the clock in force, and gives what is due. It looks at them at the instants of each rule's
/// raster alone, and then at nothing but their rounded values and whether rules hold: so what goes out is a function of those. No I/O, no clock: the same calls
/// give the same releases, and how often it is asked changes none of them. One thread at a time. A clock that steps back stands still for it.
/// </summary>
public sealed class Releaser
{
    /// <summary>The most things known at a time; the longest unheard of are let go.</summary>
    public const int MostThings = 20_000;

    private readonly string _party;
    private readonly ReleaseSteps _steps;
    private readonly IReadOnlyList<NeverRule> _nevers;
    private readonly RuleWatch[] _watches;
    private readonly Outgoing _outgoing;
    private readonly Dictionary<(ThingKind Kind, string Key), ThingMemory> _things = [];
    private readonly Dictionary<string, ThingMemory> _warningOfTrack = new(StringComparer.Ordinal);

    // Kept for all families, so that nothing which was let go comes back with a clean sheet: a warning stage has 10,000 at most.
    private readonly Dictionary<int, HashSet<NeverRule>> _families = [];
    private UtcMicroseconds? _now;
    private long _takings;
    private bool _isExercise;

    /// <param name="policy">The party's policy.</param>
    /// <param name="recipient">Whom the releases are for: a party's name, or <see cref="ReleasePolicy.Centre"/>.</param>
    public Releaser(ReleasePolicy policy, string recipient)
        : this(policy, recipient, new ReleaseSteps())
    {
    }

    internal Releaser(ReleasePolicy policy, string recipient, ReleaseSteps steps)
    {
        _party = policy.Party;
        Recipient = recipient;
        _steps = steps;
        _nevers = policy.NeversFor(recipient);
        _watches = [.. Catalogue.Kinds.Values.SelectMany(kind => policy.AllowsFor(recipient, kind)).Select(rule => new RuleWatch(rule))];
        _outgoing = new Outgoing(policy.Party, recipient);
    }

    /// <summary>Gets whom the releases are for.</summary>
    public string Recipient { get; }

    /// <summary>Takes a thing as it stands at <paramref name="now"/>.</summary>
    public void Take(Unreleased thing, UtcMicroseconds now)
    {
        UtcMicroseconds time = Pass(now);
        ThingMemory memory = Remember(thing.Thing);
        Link(memory);
        foreach (ThingMemory touched in memory.Thing.Track is { } track && _things.TryGetValue((ThingKind.Track, track), out ThingMemory? of) ? [memory, of] : (ThingMemory[])[memory])
        {
            Latch(touched);
        }

        foreach (RuleWatch watch in _watches)
        {
            watch.Wake(time);
        }
    }

    /// <summary>The releases that are due before <paramref name="now"/> and were not given yet, in the order of their times.</summary>
    public IReadOnlyList<Release> AdvanceTo(UtcMicroseconds now) => _outgoing.Before(Pass(now));

    /// <summary>Another clock is in force: what was known under the old one is forgotten, also what was not due yet.</summary>
    /// <param name="isExercise">Whether it is that of an exercise; releases say so.</param>
    public void Clear(UtcMicroseconds now, bool isExercise)
    {
        _things.Clear();
        _warningOfTrack.Clear();
        _families.Clear();
        _outgoing.Clear();
        _isExercise = isExercise;
        _now = now;
        foreach (RuleWatch watch in _watches)
        {
            watch.Clear();
        }
    }

    /// <summary>
    /// References of a kind that are given from now on have greater numbers than this: for a releaser that is made anew without all that the one before it was told, so that it
    /// uses none of its references again.
    /// </summary>
    public void GoOnBehind(ThingKind kind, int number) => _outgoing.GoOnBehind(kind, number);

    /// <summary>The party's own name for what it has released, as <c>warning 7</c>: for the party alone. Null where there is none of that reference.</summary>
    public string? SourceOf(string reference) => _outgoing.SourceOf(reference);

    /// <summary>Says whose releaser it is, and nothing of what it knows.</summary>
    public override string ToString() => $"releaser of {_party} for {Recipient}";

    /// <summary>Lets time pass: every rule looks at its instants before it.</summary>
    private UtcMicroseconds Pass(UtcMicroseconds now)
    {
        UtcMicroseconds time = _now is { } last && last > now ? last : now;
        _now = time;
        while (true)
        {
            (RuleWatch? first, long at) = (null, long.MaxValue);
            foreach (RuleWatch watch in _watches)
            {
                if (watch.NextSeconds is { } next && next < at)
                {
                    (first, at) = (watch, next);
                }
            }

            if (first is null || Raster.ToTime(at) >= time)
            {
                return time;
            }

            Look(first, at);
        }
    }

    private void Look(RuleWatch watch, long at)
    {
        long? again = null;
        foreach (ThingMemory memory in _things.Values)
        {
            if (memory.Thing.Kind == watch.Rule.Kind && (memory.Rule is null || memory.Rule == watch.Rule) && Look(watch.Rule, memory, at) is { } later)
            {
                again = again is { } soonest ? Math.Min(soonest, later) : later;
            }
        }

        watch.Looked(at, again);
    }

    /// <summary>Looks at one thing by one rule.</summary>
    /// <returns>When to look again though nothing changes; null: never.</returns>
    private long? Look(AllowRule rule, ThingMemory memory, long at)
    {
        if (!TryStrike(memory, out HashSet<ReleaseField> struck))
        {
            return null;
        }

        if (!_steps.Allows(rule, memory))
        {
            if (memory.Rule is not null && !memory.IsEndSaid && memory.Thing.IsEnded
                && (rule.End == EndSaid.Always || (rule.End == EndSaid.Cancelled && memory.Thing.IsCancelled)))
            {
                memory.IsEndSaid = true;
                Send(rule, memory, ReleaseAct.Ended, [], at);
            }

            return null;
        }

        ReleaseField[] fields = [.. _steps.Fields(rule, struck)];
        if (fields.Length == 0 || (memory.Rule is null && IsForEarlier(rule, memory)))
        {
            return null;
        }

        var newer = fields.ToDictionary(f => f, f => _steps.Hold(memory.Said.GetValueOrDefault(f), _steps.Round(f, memory.Thing.Values.GetValueOrDefault(f), rule.Rounding)));
        if (memory.Rule is not null)
        {
            bool isSame = !memory.IsEndSaid && newer.Count == memory.Said.Count && newer.All(v => memory.Said.TryGetValue(v.Key, out RoundedValue? said) && Equals(said, v.Value));
            if (isSame || !_steps.MayRevise(at, rule.Pace, memory.Revisions))
            {
                return isSame || rule.Pace.ReviseEverySeconds is not { } every || memory.Revisions >= rule.Pace.AtMostRevisions ? null : Raster.After(at, every);
            }

            memory.Revisions++;
        }

        memory.Rule = rule;
        memory.Said = newer;
        memory.IsEndSaid = false;
        Send(rule, memory, ReleaseAct.Report, [.. fields.Select(f => new ReleasedValue(f, newer[f]))], at);
        return null;
    }

    /// <summary>Whether a rule before it in the file is about the thing: the first that holds has it.</summary>
    private bool IsForEarlier(AllowRule rule, ThingMemory memory) =>
        _watches.TakeWhile(w => w.Rule != rule).Any(w => w.Rule.Kind == rule.Kind && _steps.Allows(w.Rule, memory));

    private void Send(AllowRule rule, ThingMemory memory, ReleaseAct act, IReadOnlyList<ReleasedValue> values, long at)
    {
        memory.Releases++;
        _outgoing.Add(memory, act, values, _steps.DueAt(at, rule.Pace), _isExercise);
    }

    /// <summary>Finds the fields that never rules strike out of a thing.</summary>
    /// <returns>False where nothing of it may go.</returns>
    private bool TryStrike(ThingMemory memory, out HashSet<ReleaseField> struck)
    {
        struck = [];
        foreach (NeverRule never in _nevers)
        {
            if (_steps.Forbids(never, memory) == Verdict.No)
            {
                continue;
            }

            if (never.Fields.Count == 0)
            {
                return false;
            }

            struck.UnionWith(never.Fields);
        }

        return true;
    }

    private ThingMemory Remember(ExactThing thing)
    {
        if (_things.TryGetValue((thing.Kind, thing.Key), out ThingMemory? memory))
        {
            memory.Thing = thing;
        }
        else
        {
            if (_things.Count >= MostThings)
            {
                foreach ((var key, _) in _things.OrderBy(t => t.Value.TakenAt).Take(MostThings / 10).ToArray())
                {
                    _things.Remove(key);
                }

                foreach (string track in _warningOfTrack.Where(t => !_things.ContainsKey((ThingKind.Warning, t.Value.Thing.Key))).Select(t => t.Key).ToArray())
                {
                    _warningOfTrack.Remove(track);
                }
            }

            memory = new ThingMemory(thing) { Latched = thing.Family is { } family ? FamilyOf(family) : [] };
            _things.Add((thing.Kind, thing.Key), memory);
        }

        memory.TakenAt = ++_takings;
        return memory;
    }

    private HashSet<NeverRule> FamilyOf(int family)
    {
        if (!_families.TryGetValue(family, out HashSet<NeverRule>? latched))
        {
            _families.Add(family, latched = []);
        }

        return latched;
    }

    /// <summary>A track is of the newest warning that names it.</summary>
    private void Link(ThingMemory memory)
    {
        if (memory.Thing.Track is { } track)
        {
            _warningOfTrack[track] = memory;
            if (_things.TryGetValue((ThingKind.Track, track), out ThingMemory? of))
            {
                of.Warning = memory;
            }
        }
        else if (memory.Thing.Kind == ThingKind.Track)
        {
            memory.Warning = _warningOfTrack.GetValueOrDefault(memory.Thing.Key);
        }
    }

    private void Latch(ThingMemory memory)
    {
        foreach (NeverRule never in _nevers)
        {
            if (Gate.Where(never, memory) == Verdict.Yes || (memory.Warning?.Latched.Contains(never) == true && Gate.IsAbout(never, memory.Thing.Kind)))
            {
                memory.Latched.Add(never);
            }
        }
    }
}
