using JointWatch.Exercises;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Demo;

/// <summary>Holds tracks against the truth of the exercise while it runs. Only the summary sees what it finds.</summary>
internal sealed class TruthRecorder : ICoreObserver
{
    /// <summary>A track farther from every object than this follows none: several times the error of a bad track.</summary>
    private const double MatchMeters = 5_000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, TrackRecord> _tracks = [];
    private readonly SortedDictionary<int, WarningRecord> _warnings = [];
    private Director? _director;

    /// <summary>Records from now on; what the core took up from the journal before is not of this exercise.</summary>
    public void Begin(Director director)
    {
        lock (_gate)
        {
            _tracks.Clear();
            _warnings.Clear();
            _director = director;
        }
    }

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
        lock (_gate)
        {
            if (_director is null || updated.Count == 0)
            {
                return;
            }

            foreach (TrackEstimate track in updated)
            {
                if (!_tracks.TryGetValue(track.Id.Value, out TrackRecord? record))
                {
                    _tracks.Add(track.Id.Value, record = new TrackRecord(track.Id, track.Time));
                }

                record.Add(track, Nearest(track, _director));
            }
        }
    }

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning)
    {
        lock (_gate)
        {
            if (_director is null)
            {
                return;
            }

            UtcMicroseconds? confirmed = _warnings.GetValueOrDefault(warning.Id)?.ConfirmedAt
                ?? (warning.State == WarningState.Confirmed ? warning.UpdatedAt : null);
            _warnings[warning.Id] = new WarningRecord(warning, confirmed);
        }
    }

    /// <summary>The tracks and warnings so far.</summary>
    public (IReadOnlyList<TrackRecord> Tracks, IReadOnlyList<WarningRecord> Warnings) Take()
    {
        lock (_gate)
        {
            return ([.. _tracks.Values], [.. _warnings.Values]);
        }
    }

    /// <summary>The object that a track follows, and how far it is off; null where it follows none.</summary>
    public static (string Name, double ErrorMeters)? Nearest(TrackEstimate track, Director director)
    {
        (string, double)? nearest = null;
        double best = MatchMeters;
        foreach (ObjectTruth truth in director.TruthAt(track.Time))
        {
            double distance = (truth.State.PositionMeters - track.Position).Length;
            if (distance < best)
            {
                best = distance;
                nearest = (truth.Object.Name, distance);
            }
        }

        return nearest;
    }
}

/// <summary>A warning as it stands, and when it was first confirmed.</summary>
internal sealed record WarningRecord(LaunchWarning Warning, UtcMicroseconds? ConfirmedAt);
