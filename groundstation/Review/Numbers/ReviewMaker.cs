using JointWatch.Exercises;
using JointWatch.Metrics;
using JointWatch.Metrics.AirPicture;
using JointWatch.Metrics.Sets;
using JointWatch.Reviews.Coverage;
using JointWatch.Reviews.Input;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Reviews.Numbers;

/// <summary>Holds what parties saw against what there was. A pure function.</summary>
public static class ReviewMaker
{
    /// <summary>The cut-off of GOSPA, metres: at the distance of a launch, a track this far off is none.</summary>
    public const double GospaCutOffMeters = 5_000;

    private const double GospaOrder = 2;
    private const double Region = 0.9;

    /// <param name="direction">The director's acts, in order.</param>
    /// <param name="exchange">What the parties told each other; null: there was no centre.</param>
    public static ReviewReport Make(RunFile run, Scenario scenario, IReadOnlyList<Observed> observed, double sampleSeconds, IReadOnlyList<DirectorAct> direction, ExchangeReview? exchange)
    {
        var director = new Director(scenario, run.Run, run.Start);
        PartyReview[] parties = [.. observed.Select(o => Party(o, director))];
        return new ReviewReport(
            run.Exercise,
            scenario.Name,
            scenario.Description,
            run.Start.ToString(),
            scenario.DurationSeconds,
            sampleSeconds,
            [.. scenario.Objects.Select(o => new ObjectFact(o.Name, o.Kind.ToString().ToLowerInvariant(), o.IsLaunched, o.Launch?.Seconds, o.Impact?.Seconds))],
            parties,
            [.. scenario.Objects.Select(o => Joint(o.Name, parties))],
            observed.Count > 1 && observed[0].Samples.Count > 0 ? Picture(JointTracks.Of(observed, sampleSeconds), director) : null,
            CoverageMaker.Make(scenario),
            direction,
            exchange);
    }

    private static PartyReview Party(Observed observed, Director director)
    {
        var following = new Following(observed, director);
        ILookup<string, SeenWarning> warnings = observed.Warnings.ToLookup(w => following.ObjectOf(w.Warning.Track)?.Name ?? "");
        ObjectReview[] objects = [.. director.Scenario.Objects.Select(o => Of(o, observed, following, [.. warnings[o.Name]], director))];
        HashSet<string> launched = [.. director.Scenario.Objects.Where(o => o.IsLaunched).Select(o => o.Name)];
        string[] falseAlarms =
        [
            .. observed.Warnings
                .Where(w => w.Warning.State == WarningState.Confirmed && !launched.Contains(following.ObjectOf(w.Warning.Track)?.Name ?? ""))
                .GroupBy(w => w.Warning.Id)
                .Select(w => $"warning {w.Key}, of {following.ObjectOf(w.First().Warning.Track)?.Name ?? "nothing that was there"}: {w.First().Warning.Reason}"),
        ];
        PictureReview picture = Picture(observed.Samples, director);
        return new PartyReview(
            observed.Party,
            objects,
            falseAlarms,
            [.. objects.Where(o => launched.Contains(o.Name) && o.ConfirmedAtSeconds is null).Select(o => o.Name)],
            picture.Gospa,
            picture.MeanGospaMeters,
            picture.Siap,
            [.. observed.Delays.Where(d => d.Seconds.Count > 0).Select(Delay)],
            observed.Refusals);
    }

    private static ObjectReview Of(ExerciseObject o, Observed observed, Following following, IReadOnlyList<SeenWarning> warnings, Director director)
    {
        UtcMicroseconds start = director.TimeOf(0);
        (UtcMicroseconds At, SeenTrack Track)[] tracks =
        [
            .. observed.Samples.SelectMany(s => s.Tracks.Where(t => following.ObjectOf(t.Id) == o).Select(t => (s.Time, t))),
        ];
        LaunchWarning? last = warnings.Count == 0 ? null : warnings[^1].Warning;

        // What was said while it flew: once it is over, the prediction is no longer one.
        SeenWarning[] said = [.. warnings.Where(w => w.Warning.Impact is not null && o.Impact is { } down && w.At < director.TimeOf(down.Seconds))];
        double? confirmed = At(WarningState.Confirmed);
        return new ObjectReview(
            o.Name,
            tracks.Length == 0 ? null : tracks.Min(t => t.Track.FirstDetection.SecondsSince(start)),
            tracks.Length == 0 ? null : tracks.Min(t => t.At.SecondsSince(start)),
            At(WarningState.Suspected),
            At(WarningState.Probable),
            confirmed,
            confirmed - o.Launch?.Seconds,
            last?.State.ToString().ToLowerInvariant(),
            last is null ? null : char.ToLowerInvariant(last.Class.ToString()[0]) + last.Class.ToString()[1..],
            last is null ? null : observed.Labels.GetValueOrDefault(last.Id).ToString().ToLowerInvariant(),
            last?.Launch is { } launch && o.Launch is { } site ? Distance(launch.Point, site.Place) : null,
            last?.Launch is { } at && o.Launch is { } launched ? at.Time.SecondsSince(director.TimeOf(launched.Seconds)) : null,
            said is [.., { Warning.Impact: { } impact }] ? Distance(impact.Point, o.Impact!.Place) : null,
            said is [.., { Warning.Impact: { } fell }] ? fell.Time.SecondsSince(director.TimeOf(o.Impact!.Seconds)) : null,
            [.. said.Select(w => new ImpactPoint(w.At.SecondsSince(start), Distance(w.Warning.Impact!.Point, o.Impact!.Place), w.Warning.Impact.Spread.Region(Region).SemiMajorMeters))],
            observed.Party);

        double? At(WarningState state) => warnings.FirstOrDefault(w => w.Warning.State == state || (w.Warning.State == WarningState.Confirmed && state < WarningState.Confirmed))?.At.SecondsSince(start);
    }

    /// <summary>Of each thing the first that any party had; of errors those of the party that was best.</summary>
    private static ObjectReview Joint(string name, IReadOnlyList<PartyReview> parties)
    {
        ObjectReview[] all = [.. parties.Select(p => p.Objects.Single(o => o.Name == name))];
        ObjectReview best = all.MinBy(o => o.ImpactErrorMeters ?? double.MaxValue)!;
        ObjectReview first = all.MinBy(o => o.ConfirmedAtSeconds ?? double.MaxValue)!;
        return best with
        {
            FirstDetectionAtSeconds = all.Min(o => o.FirstDetectionAtSeconds),
            FirstTrackAtSeconds = all.Min(o => o.FirstTrackAtSeconds),
            SuspectedAtSeconds = all.Min(o => o.SuspectedAtSeconds),
            ProbableAtSeconds = all.Min(o => o.ProbableAtSeconds),
            ConfirmedAtSeconds = first.ConfirmedAtSeconds,
            ConfirmedAfterLaunchSeconds = first.ConfirmedAfterLaunchSeconds,
            By = first.ConfirmedAtSeconds is null ? null : first.By,
        };
    }

    private static PictureReview Picture(IReadOnlyList<Sample> samples, Director director)
    {
        if (samples.Count == 0)
        {
            return new PictureReview([], null, new SiapReview(null, null, null, null, null, null));
        }

        var metric = new SetMetric(GospaCutOffMeters, GospaOrder);
        UtcMicroseconds[] times = [.. samples.Select(s => s.Time)];
        var truth = director.Scenario.Objects.ToDictionary(o => o.Name, _ => new Place?[times.Length]);
        var tracks = new SortedDictionary<long, Place?[]>();
        var gospa = new List<TimePoint>();
        for (int k = 0; k < times.Length; k++)
        {
            IReadOnlyList<ObjectTruth> there = director.TruthAt(times[k]);
            foreach (ObjectTruth t in there)
            {
                truth[t.Object.Name][k] = new Place(t.State.PositionMeters, t.State.VelocityMetersPerSecond);
            }

            foreach (SeenTrack track in samples[k].Tracks)
            {
                (tracks.TryGetValue(track.Id.Value, out Place?[]? places) ? places : tracks[track.Id.Value] = new Place?[times.Length])[k] = new Place(track.Position, track.Velocity);
            }

            gospa.Add(new TimePoint(
                times[k].SecondsSince(director.TimeOf(0)), metric.Between([.. there.Select(t => t.State.PositionMeters)], [.. samples[k].Tracks.Select(t => t.Position)]).Gospa));
        }

        Siap siap = Siap.Of(
            new Comparison(times, [.. truth.Select(t => new Trajectory(t.Key, t.Value))], [.. tracks.Select(t => new Trajectory($"{t.Key}", t.Value))]),
            new SiapOptions { NearMeters = Following.NearMeters });
        return new PictureReview(gospa, gospa.Average(g => g.Value), new SiapReview(
            Finite(siap.Completeness), Finite(siap.Ambiguity), Finite(siap.Spuriousness), Finite(siap.PositionMeters), Finite(siap.VelocityMetersPerSecond), Finite(siap.LongestSegment)));
    }

    private static DelayReview Delay(BoardDelays delays)
    {
        double[] sorted = [.. delays.Seconds.Order()];
        return new DelayReview(delays.Board, sorted.Length, At(0.5), At(0.9), At(0.99), sorted[^1]);

        // The nearest rank.
        double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    private static double Distance(Geodetic a, Geodetic b) => a.ToEcef().DistanceTo(b.ToEcef());

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
