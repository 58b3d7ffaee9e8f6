using JointWatch.Releases.Inputs;
using JointWatch.Releases.Output;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Releasing;
using JointWatch.Tracking;

namespace JointWatch.Releases.Trying;

/// <summary>A release with the party's own name for its thing, as <c>warning 7</c>: for the party's own eyes.</summary>
public sealed record TriedRelease(string Source, Release Release);

/// <summary>Applies a policy for several recipients at once, to see what would go out.</summary>
public sealed class ReleaseTrial
{
    /// <summary>Stands for a party that no rule names.</summary>
    public const string AnybodyElse = "anybody-else";

    private readonly Releaser[] _releasers;
    private readonly List<TriedRelease> _releases = [];
    private readonly int _tailSeconds;
    private UtcMicroseconds _now;

    public ReleaseTrial(ReleasePolicy policy, IReadOnlyList<string> recipients)
    {
        Policy = policy;
        _releasers = [.. recipients.Select(r => new Releaser(policy, r))];
        _tailSeconds = 1 + policy.Allows.Select(a => a.Pace.DelaySeconds + (3 * Math.Max(a.Pace.EverySeconds, a.Pace.ReviseEverySeconds ?? 0))).DefaultIfEmpty(0).Max();
    }

    public ReleasePolicy Policy { get; }

    /// <summary>Gets what has gone out so far, recipient by recipient in the order of time.</summary>
    public IReadOnlyList<TriedRelease> Releases => _releases;

    /// <summary>Whom a policy is tried for: everybody that it names, and one that it does not.</summary>
    public static IReadOnlyList<string> RecipientsOf(ReleasePolicy policy) => [.. policy.Recipients, AnybodyElse];

    public void Take(Unreleased thing, UtcMicroseconds now)
    {
        _now = now;
        foreach (Releaser releaser in _releasers)
        {
            releaser.Take(thing, now);
            Collect(releaser, now);
        }
    }

    /// <summary>Another clock is in force. What was not due under the old one never goes out.</summary>
    public void Clear(UtcMicroseconds now, bool isExercise)
    {
        _now = now;
        foreach (Releaser releaser in _releasers)
        {
            releaser.Clear(now, isExercise);
        }
    }

    /// <summary>Lets the time pass in which what was seen becomes due, as if nothing more happened.</summary>
    public void Finish()
    {
        UtcMicroseconds end = _now.AddSeconds(_tailSeconds);
        foreach (Releaser releaser in _releasers)
        {
            Collect(releaser, end);
        }
    }

    private void Collect(Releaser releaser, UtcMicroseconds now) =>
        _releases.AddRange(releaser.AdvanceTo(now).Select(r => new TriedRelease(releaser.SourceOf(r.Reference) ?? "", r)));
}
