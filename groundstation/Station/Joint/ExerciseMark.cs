using System.Globalization;
using System.Text;
using JointWatch.Contract;
using JointWatch.Station.Core;

namespace JointWatch.Station.Joint;

/// <summary>What an exercise is called wherever its data go: the scenario's name and the run, in the letters of a topic.</summary>
internal static class ExerciseMark
{
    /// <summary>The mark of the exercise in force, or null.</summary>
    public static string? Of(ExerciseStatus? exercise) => exercise switch
    {
        null => null,
        { Note.Mark.Length: > 0 } => exercise.Note.Mark,
        _ => Of(exercise.Note?.Name ?? "exercise", exercise.Clock.Run),
    };

    public static string Of(string name, uint run)
    {
        string end = "-" + run.ToString(CultureInfo.InvariantCulture);
        var mark = new StringBuilder();
        foreach (char c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                mark.Append(c);
            }
            else if (mark.Length > 0 && mark[^1] != '-')
            {
                mark.Append('-');
            }
        }

        string word = mark.Length == 0 ? "exercise" : mark.ToString();
        int most = Topics.MaxNameLength - end.Length;
        return (word.Length > most ? word[..most] : word).Trim('-') + end;
    }
}
