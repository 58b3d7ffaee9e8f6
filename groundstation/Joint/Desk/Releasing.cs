using System.Globalization;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Releases.Fields;
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

    /// <summary>No reference that a record of the party has used before is used again.</summary>
    public void GoOnBehind(IEnumerable<SignedRecord> said)
    {
        foreach (SignedRecord record in said)
        {
            if (record.Body is ReleaseBody body && int.TryParse(body.Reference.AsSpan(body.Reference.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                PartyId? to = record.Head.To is [var one] ? one : null;
                Array.Find(_releasers, r => r.To == to).Releaser?.GoOnBehind((ThingKind)body.Thing, number);
            }
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
