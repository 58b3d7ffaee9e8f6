using JointWatch.Contract.Messages;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Station.Joint;
using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Picture;

/// <summary>
/// The picture that the page shows: made on the core's thread from the core's state, then read by any thread as an immutable whole.
/// </summary>
public sealed class LivePicture : ICoreObserver
{
    private readonly TrailStore _trails = new();
    private readonly DetectionFeed _detections = new();
    private PictureView _current = new(default(UtcMicroseconds).ToString(), 0, null, new CountsView(0, 0, 0, 0, 0), [], [], []);

    /// <summary>Gets the newest picture.</summary>
    public PictureView Current => Volatile.Read(ref _current);

    /// <summary>The trails of all tracks.</summary>
    public IReadOnlyList<TrailView> Trails() => _trails.All();

    /// <summary>The trail of one track, or null.</summary>
    public TrailView? Trail(string trackId) => _trails.Find(trackId);

    /// <summary>Takes the detections that came since the last call.</summary>
    public IReadOnlyList<DetectionView> TakeDetections() => _detections.Take();

    /// <summary>Makes the picture anew. On the core's thread, or while the core rests.</summary>
    public void Make(StationCore core)
    {
        UtcMicroseconds now = core.Now;
        var warnings = core.Warnings.ToList();
        var alive = new HashSet<TrackId>();
        var tracks = new List<TrackView>();
        foreach (TrackEstimate track in core.Tracks)
        {
            alive.Add(track.Id);
            Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(track.Position));
            tracks.Add(TrackViews.Of(track, place, warnings.FindLast(w => w.Track == track.Id), core.Exercise is not null));
        }

        _trails.KeepOnly(alive);
        IReadOnlyList<SensorKnowledge> learned = core.Learned;
        Volatile.Write(
            ref _current,
            new PictureView(
                now.ToString(),
                _current.Revision + 1,
                core.Exercise is { } exercise ? Of(exercise, now, core.Told) : null,
                new CountsView(core.Counts.Messages, core.Counts.Reports, core.Counts.Detections, core.Counts.Repeats, core.Counts.Quarantined),
                [.. core.Nodes.InOrder.Select(n => NodeViews.Of(n, core.Wall, learned))],
                tracks,
                [.. warnings.Select(w => WarningViews.Of(w, core.Announcements.VerdictOf(w.Id), now))])
            {
                Announcements = [.. core.Announcements.Book.Entries.Select(e => AnnouncementViews.Of(e, core.Announcements.Book.IsOverdue(e, now), now))],
            });
    }

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
        _detections.Add(node, scan, associated);
        foreach (TrackEstimate track in updated)
        {
            _trails.Add(track, Wgs84.ToGeodetic(Ecef.FromVector(track.Position)));
        }
    }

    /// <inheritdoc/>
    public void PictureCleared() => _trails.KeepOnly(new HashSet<TrackId>());

    private static ExerciseView Of(ExerciseStatus exercise, UtcMicroseconds now, IEnumerable<Told> told) => new(
        exercise.Note?.Name ?? $"run {exercise.Clock.Run}",
        exercise.Note?.Description ?? "",
        exercise.Clock.State == ExerciseState.Paused ? "paused" : "running",
        now.SecondsSince(new UtcMicroseconds((long)exercise.Clock.StartUs)),
        exercise.Clock.RateMilli * 1e-3)
    {
        Mark = ExerciseMark.Of(exercise) ?? "",
        Told = [.. told.Where(t => t.At.Value >= (long)exercise.Clock.StartUs).Select(t => new ToldView(t.At.ToString(), t.Note.From, t.Note.Text))],
    };
}
