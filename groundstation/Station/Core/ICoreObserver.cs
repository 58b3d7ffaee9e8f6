using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Core;

/// <summary>Is told what the core makes of its input, in order, on the core's thread. An observer never changes what the core does.</summary>
public interface ICoreObserver
{
    /// <summary>A scan went through the tracker.</summary>
    /// <param name="node">Whose scan.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="associated">For each detection the track that it updated, or null.</param>
    /// <param name="updated">The confirmed tracks that the scan updated, as they stand after it, in order of number.</param>
    void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
    }

    /// <summary>A warning is new or changed.</summary>
    void WarningChanged(LaunchWarning warning)
    {
    }

    /// <summary>A warning that is new or changed, or whose announcements have changed, was held against the announcements in force.</summary>
    void WarningJudged(LaunchWarning warning, AnnouncementVerdict verdict)
    {
    }

    /// <summary>A node has answered a command.</summary>
    void Answered(NodeId node, NodeAnswer answer)
    {
    }

    /// <summary>Another clock is in force: an exercise began or ended, and the tracks before it are gone.</summary>
    void PictureCleared()
    {
    }

    /// <summary>Another clock is in force, told after <see cref="PictureCleared"/>: the mark of the exercise, or null for UTC. Before the first call it is UTC.</summary>
    void ClockChanged(string? exercise)
    {
    }

    /// <summary>An entry was processed, after all else that this interface tells of it. The core may be read, on this thread, until the call returns.</summary>
    void EntryProcessed(StationCore core, JournalEntry entry)
    {
    }

    /// <summary>A digest was taken after the entry in hand.</summary>
    void DigestTaken(Checkpoint checkpoint)
    {
    }
}
