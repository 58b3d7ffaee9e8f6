using JointWatch.Exercises;
using JointWatch.Recorded;
using JointWatch.Station.Cli.Options;
using JointWatch.Tracking;

namespace JointWatch.Station.Sets;

/// <summary>The tracker that the command line asks for; all else is the tracker's own defaults.</summary>
internal static class TrackerChoice
{
    /// <exception cref="InvalidInputException">The births are to be told, and the set does not tell them.</exception>
    public static TrackerOptions Of(TrackOptions asked, RecordedSet set)
    {
        TrackerOptions options = new()
        {
            Association = asked.IsNearest ? AssociationMethod.NearestNeighbour : AssociationMethod.BeliefPropagation,
            Beginning = asked.IsPairs ? InitiationMethod.TwoPoint : InitiationMethod.Poisson,
            Life = asked.IsScored ? LifeMethod.Score : LifeMethod.Existence,
        };
        return !asked.IsBirthTold ? options
            : set.Birth is { } birth ? birth.Tell(options, set)
            : throw new InvalidInputException(asked.Set, null, "birth", null, "a set that tells where new objects appear");
    }
}
