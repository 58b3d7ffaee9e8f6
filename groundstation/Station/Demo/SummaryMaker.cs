using JointWatch.Emulation;
using JointWatch.Exercises;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Station.Demo;

/// <summary>Puts the summary of a demo together.</summary>
internal sealed class SummaryMaker(Director director, TruthRecorder truth)
{
    public DemoSummary Make(PictureView picture, IReadOnlyList<EmulatedBoard> boards, TimeSpan duration, IReadOnlyList<string> failures)
    {
        (IReadOnlyList<TrackRecord> tracks, IReadOnlyList<WarningRecord> warnings) = truth.Take();
        return new DemoSummary(
            director.Scenario.Name,
            duration.TotalSeconds,
            director.Clock.Rate,
            [.. boards.Select(b => Of(b, picture.Nodes.FirstOrDefault(n => n.Id == b.Name)))],
            [.. director.Scenario.Objects.Select(o => Of(o, tracks, warnings))],
            [.. tracks.Select(Of)],
            [.. warnings.Select(w => Of(w, tracks))],
            picture.Counts.Quarantined,
            failures);
    }

    private static NodeSummary Of(EmulatedBoard board, NodeView? node) => new(
        board.Name,
        node?.Kind ?? "unknown",
        node?.State ?? "never heard of",
        board.Boot,
        node?.Reports ?? 0,
        node?.Detections ?? 0,
        board.ReportsConfirmed,
        node?.ReportsDropped ?? 0,
        node?.Quarantined ?? 0);

    private static double? Rms(long count, double squaredSum) => count == 0 ? null : Math.Sqrt(squaredSum / count);

    private ObjectSummary Of(ExerciseObject o, IReadOnlyList<TrackRecord> tracks, IReadOnlyList<WarningRecord> warnings)
    {
        List<TrackRecord> own = [.. tracks.Where(t => t.Object == o.Name).OrderBy(t => t.First.Value)];
        List<WarningRecord> warned = [.. warnings.Where(w => own.Any(t => t.Id == w.Warning.Track))];
        (long count, double sum) = own.Select(t => t.Near(o.Name)).Aggregate((0L, 0.0), (a, b) => (a.Item1 + b.Count, a.Item2 + b.SquaredSum));
        return new ObjectSummary(
            o.Name,
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(o.Kind.ToString()),
            o.IsLaunched,
            o.Launch?.Seconds,
            o.Impact?.Seconds,
            own.Count == 0 ? null : Seconds(own[0].First),
            [.. own.Select(t => t.Id.ToString())],
            own.Sum(t => t.Updates),
            Rms(count, sum),
            warned.Count == 0 ? null : Seconds(warned.Min(w => w.Warning.RaisedAt)),
            [.. warned.Select(w => w.Warning.Id)]);
    }

    private TrackSummary Of(TrackRecord track)
    {
        (long count, double sum) = track.Object is { } name ? track.Near(name) : default;
        return new TrackSummary(track.Id.ToString(), track.Object, Seconds(track.First), Seconds(track.Last), track.Updates, Rms(count, sum));
    }

    private WarningSummary Of(WarningRecord record, IReadOnlyList<TrackRecord> tracks)
    {
        LaunchWarning w = record.Warning;
        string? name = tracks.FirstOrDefault(t => t.Id == w.Track)?.Object;
        ExerciseObject? o = director.Scenario.Objects.FirstOrDefault(x => x.Name == name);
        return new WarningSummary(
            w.Id,
            w.Revision,
            w.Track.ToString(),
            name,
            Words.Of(w.State),
            Words.Of(w.Class),
            w.Confidence,
            Seconds(w.RaisedAt),
            record.ConfirmedAt is { } confirmed ? Seconds(confirmed) : null,
            w.Launch is { } launch && o?.Launch is { } launched ? launch.Time.SecondsSince(director.TimeOf(launched.Seconds)) : null,
            w.Launch is { } from && o?.Launch is { } site ? Distance(from.Point, site.Place) : null,
            w.Impact is { } impact && o?.Impact is { } down ? Distance(impact.Point, down.Place) : null,
            w.Impact is { } at && o?.Impact is { } fell ? at.Time.SecondsSince(director.TimeOf(fell.Seconds)) : null,
            w.ReachesOrbit,
            w.Reason);
    }

    private static double Distance(Geodetic a, Geodetic b) => a.ToEcef().DistanceTo(b.ToEcef());

    private double Seconds(UtcMicroseconds time) => time.SecondsSince(director.TimeOf(0));
}
