using JointWatch.Exercises;
using JointWatch.Reviews.Input;
using JointWatch.Tracking;

namespace JointWatch.Reviews.Numbers;

/// <summary>Which object each track followed: the one that was nearest to it most of the time, if it was near.</summary>
internal sealed class Following
{
    /// <summary>A track farther from every object than this follows none: several times the error of a bad track.</summary>
    public const double NearMeters = 5_000;

    private readonly Dictionary<TrackId, ExerciseObject?> _objects = [];

    public Following(Observed observed, Director director)
    {
        var counts = new Dictionary<TrackId, Dictionary<ExerciseObject, int>>();
        foreach (Sample sample in observed.Samples)
        {
            IReadOnlyList<ObjectTruth> truth = director.TruthAt(sample.Time);
            foreach (SeenTrack track in sample.Tracks)
            {
                Dictionary<ExerciseObject, int> near = counts.TryGetValue(track.Id, out var found) ? found : counts[track.Id] = [];
                if (truth.MinBy(t => Distance(t, track)) is { } nearest && Distance(nearest, track) < NearMeters)
                {
                    near[nearest.Object] = near.GetValueOrDefault(nearest.Object) + 1;
                }
            }
        }

        foreach ((TrackId track, Dictionary<ExerciseObject, int> near) in counts)
        {
            _objects[track] = near.Count == 0 ? null : near.MaxBy(n => n.Value).Key;
        }
    }

    /// <summary>The object that a track followed, or null.</summary>
    public ExerciseObject? ObjectOf(TrackId track) => _objects.GetValueOrDefault(track);

    private static double Distance(ObjectTruth truth, SeenTrack track) => (truth.State.PositionMeters - track.Position).Length;
}
