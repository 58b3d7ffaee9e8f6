using System.Text.Json;
using JointWatch.Exercises;

namespace JointWatch.Station.Joint.Demo;

/// <summary>What an exercise leaves behind for the review: which scenario was flown, when, by whom, and what its director did.</summary>
internal static class RunFolder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="scenario">The scenario's text; null where it was none of a file (a real flight).</param>
    public static void Write(string folder, Director director, string exercise, IEnumerable<string> parties, string? scenario)
    {
        var run = new
        {
            format = "jointwatch-run/1",
            exercise,
            run = director.Run,
            parties = parties.ToArray(),
            startUtc = director.TimeOf(0).ToString(),
            startUs = director.TimeOf(0).Value,
            program = typeof(RunFolder).Assembly.GetName().Version!.ToString(3),
        };
        File.WriteAllText(Path.Combine(folder, "run.json"), JsonSerializer.Serialize(run, Json) + "\n");
        if (scenario is not null)
        {
            File.WriteAllText(Path.Combine(folder, "scenario.toml"), scenario);
        }
    }

    /// <summary>Adds an act of the directing staff.</summary>
    public static void Note(string folder, DirectionAct act) => File.AppendAllText(
        Path.Combine(folder, "direction.jsonl"),
        JsonSerializer.Serialize(new { utc = act.Wall.ToString(), exerciseSeconds = Math.Round(act.ExerciseSeconds, 1), act = act.Act, detail = act.Detail, by = act.By }) + "\n");
}
