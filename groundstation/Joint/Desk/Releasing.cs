using JointWatch.Exchange.Parties;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Output;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Releasing;
using JointWatch.Tracking;

namespace JointWatch.Joint.Desk;

/// <summary>A release with whom it is for (null: the centre, and so all who read the log) and the party's own name of its thing.</summary>
internal sealed record DueRelease(PartyId? To, string Source, Release Release);

/// <summary>The policy applied for the centre and for each other party. One thread.</summary>
internal sealed class Releasing
{
    private readonly (PartyId? To, Releaser Releaser)[] _releasers;

    public Releasing(ReleasePolicy policy, IEnumerable<PartyId> others) =>
        _releasers = [(null, new Releaser(policy, ReleasePolicy.Centre)), .. others.Select(p => ((PartyId?)p, new Releaser(policy, p.Name)))];

    public void Take(Unreleased thing, UtcMicroseconds now)
    {
        foreach ((_, Releaser releaser) in _releasers)
        {
            releaser.Take(thing, now);
        }
    }

    public void Clear(UtcMicroseconds now, bool isExercise)
    {
        foreach ((_, Releaser releaser) in _releasers)
        {
            releaser.Clear(now, isExercise);
        }
    }

    /// <summary>What is due before an instant.</summary>
    public IEnumerable<DueRelease> Before(UtcMicroseconds now)
    {
        foreach ((PartyId? to, Releaser releaser) in _releasers)
        {
            foreach (Release release in releaser.AdvanceTo(now))
            {
                yield return new DueRelease(to, releaser.SourceOf(release.Reference) ?? "", release);
            }
        }
    }
}
