using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Lifecycle;

namespace JointWatch.Tracking.Engine;

/// <summary>What one thread needs to work on tracks, so that none shares working memory with another.</summary>
internal sealed class Worker(TrackerOptions options, InteractingModels models)
{
    private int[] _members = [];

    public Matcher Matcher { get; } = new(options.Gate);

    public TrackUpdater Updater { get; } = new(options.Existence, models);

    public JointUpdater Joint { get; } = new(options.Joint, models);

    /// <summary>The tracks of a part, given its first: good until the next call.</summary>
    public ReadOnlySpan<int> Members(Clusters clusters, int first)
    {
        if (_members.Length < clusters.Tracks)
        {
            _members = new int[Math.Max(1_024, 2 * clusters.Tracks)];
        }

        return clusters.Members(first, _members);
    }
}
