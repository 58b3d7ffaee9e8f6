using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Replay;

/// <summary>Writes every track update and every change of a warning as a line; the same journal gives the same lines, byte for byte.</summary>
internal sealed class PictureRecorder(TextWriter tracks, TextWriter warnings) : ICoreObserver
{
    private readonly HashSet<TrackId> _trackIds = [];

    /// <summary>Gets the number of confirmed tracks seen.</summary>
    public int TrackCount => _trackIds.Count;

    /// <summary>Gets the number of track updates written.</summary>
    public long TrackUpdates { get; private set; }

    /// <summary>Gets the newest form of each warning, by number.</summary>
    public SortedDictionary<int, LaunchWarning> Warnings { get; } = [];

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
        foreach (TrackEstimate track in updated)
        {
            _trackIds.Add(track.Id);
            TrackUpdates++;
            tracks.Write(PictureLine.Of(track));
            tracks.Write('\n');
        }
    }

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning)
    {
        Warnings[warning.Id] = warning;
        warnings.Write(PictureLine.Of(warning));
        warnings.Write('\n');
    }
}
