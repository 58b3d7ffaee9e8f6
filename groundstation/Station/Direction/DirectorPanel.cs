using JointWatch.Exercises;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Direction;

/// <summary>Puts together what the director's panel shows.</summary>
internal sealed class DirectorPanel(Director director, ExerciseDirection direction, string mark, IReadOnlyList<DirectedParty> parties, TimeProvider time)
{
    private const int MostActs = 200;

    public DirectionView View()
    {
        UtcMicroseconds wall = UtcMicroseconds.From(time.GetUtcNow());
        ExerciseClock clock = director.Clock;
        double seconds = clock.ElapsedSeconds(wall);
        Scenario scenario = director.Scenario;
        return new DirectionView(
            scenario.Name,
            scenario.Description,
            mark,
            !direction.HasStarted ? "waiting" : seconds >= clock.DurationSeconds ? "over" : clock.IsPaused ? "paused" : "running",
            seconds,
            clock.DurationSeconds,
            clock.Rate,
            [.. direction.Injects.Select(i => new InjectView(i.Inject.Name, ScenarioAccount.Words(i.Inject), i.Inject.Act is MessageAct ? "" : i.Inject.Text, i.Inject.AtSeconds, i.Inject.Auto, i.FiredAtSeconds))],
            [.. direction.Acts.TakeLast(MostActs).Reverse().Select(a => new ActView(a.ExerciseSeconds, a.Act, a.Detail, a.By))],
            [.. scenario.Objects.Select(o => Of(o, seconds))],
            [.. parties.Select(p => p.View())]);
    }

    private static TruthView Of(ExerciseObject item, double seconds)
    {
        string kind = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(item.Kind.ToString());
        if (!item.ExistsAt(seconds))
        {
            return new TruthView(item.Name, kind, seconds < item.Path.StartSeconds ? "waits" : "is down", item.Launch?.Seconds, item.Impact?.Seconds, null, null, null, null);
        }

        ObjectState state = item.Path.StateAt(seconds);
        Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(state.PositionMeters));
        return new TruthView(
            item.Name, kind, "flies", item.Launch?.Seconds, item.Impact?.Seconds, place.LatitudeDegrees, place.LongitudeDegrees, place.HeightMeters, state.VelocityMetersPerSecond.Length);
    }
}
