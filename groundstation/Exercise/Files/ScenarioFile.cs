using System.Text;
using Tomlyn.Syntax;

namespace JointWatch.Exercises.Files;

/// <summary>
/// Reads a scenario from TOML. What may stand in one is shown by the built-in scenario, <c>Scenarios/northern-watch.toml</c>, and
/// listed in the folder's README. Whatever is wrong is refused by an <see cref="InvalidInputException"/>.
/// </summary>
public static class ScenarioFile
{
    /// <summary>A longer file is none that a person wrote.</summary>
    public const int LargestBytes = 1_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong.</exception>
    public static Scenario Read(string path) => Parse(InputFile.ReadText(path, LargestBytes), path);

    /// <summary>Reads a scenario from a text; <paramref name="source"/> names it in messages, and a flight's file is looked for beside it.</summary>
    /// <exception cref="InvalidInputException">Something in it is wrong.</exception>
    public static Scenario Parse(string text, string source)
    {
        DocumentSyntax document = TomlText.Parse(text, source);
        if (document.KeyValues.FirstOrDefault() is { } stray)
        {
            throw new InvalidInputException(
                source, TomlReader.LineOf(stray), stray.Key?.ToString().Trim(), stray.Value?.ToString(), "keys to stand below [scenario], [[board]], [[object]] or [[announcement]]");
        }

        TomlReader? head = null;
        var boards = new List<TomlReader>();
        var objects = new List<TomlReader>();
        var announcements = new List<TomlReader>();
        foreach (TableSyntaxBase table in document.Tables)
        {
            int line = TomlReader.LineOf(table);
            string name = table.Name?.ToString().Trim() ?? "";
            switch (name, table)
            {
                case ("scenario", TableSyntax) when head is null:
                    head = new TomlReader(source, name, line, table.Items);
                    break;
                case ("board", TableArraySyntax) when boards.Count < Scenario.MostBoards:
                    boards.Add(new TomlReader(source, $"board[{boards.Count}]", line, table.Items));
                    break;
                case ("object", TableArraySyntax) when objects.Count < Scenario.MostObjects:
                    objects.Add(new TomlReader(source, $"object[{objects.Count}]", line, table.Items));
                    break;
                case ("announcement", TableArraySyntax) when announcements.Count < Scenario.MostAnnouncements:
                    announcements.Add(new TomlReader(source, $"announcement[{announcements.Count}]", line, table.Items));
                    break;
                default:
                    throw new InvalidInputException(
                        source, line, null, name, $"[scenario] once, [[board]], [[object]] and [[announcement]] at most {Scenario.MostBoards} times each");
            }
        }

        return head is null
            ? throw new InvalidInputException(source, null, "scenario", null, "a table [scenario]")
            : Build(head, (boards, objects, announcements), source);
    }

    /// <summary>The text of the exercise that comes with the program.</summary>
    public static string BuiltInText()
    {
        using Stream stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream("northern-watch.toml")
            ?? throw new InvalidOperationException("the built-in scenario is not in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static Scenario Build(
        TomlReader head, (List<TomlReader> Boards, List<TomlReader> Objects, List<TomlReader> Announcements) tables, string source)
    {
        string name = head.Text("name", 64);
        string description = head.Has("description") ? head.Text("description", 1000) : "";
        double duration = head.Number("durationSeconds", 1, Scenario.LongestSeconds, "seconds");
        int seed = head.Integer("seed", 0, int.MaxValue, 1);
        head.RefuseTheRest();

        var boardSpecs = new List<BoardSpec>();
        foreach (TomlReader board in tables.Boards)
        {
            BoardSpec spec = BoardReader.Read(board, seed, boardSpecs.Count);
            boardSpecs.Add(boardSpecs.Exists(b => b.Party == spec.Party && b.Node == spec.Node)
                ? throw board.Refused("node", $"a name that no other board of {spec.Party} has")
                : spec);
        }

        if (boardSpecs.Count == 0)
        {
            throw new InvalidInputException(source, null, "board", null, "at least one table [[board]]");
        }

        var exerciseObjects = new List<ExerciseObject>();
        foreach (TomlReader reader in tables.Objects)
        {
            ExerciseObject read = ObjectReader.Read(reader, duration, source);
            exerciseObjects.Add(exerciseObjects.Exists(o => o.Name == read.Name)
                ? throw reader.Refused("name", "a name that no other object has")
                : read);
        }

        var announced = new List<AnnouncementSpec>();
        foreach (TomlReader reader in tables.Announcements)
        {
            AnnouncementSpec read = AnnouncementReader.Read(reader, duration);
            announced.Add(announced.Exists(a => a.Party == read.Party && a.Id == read.Id)
                ? throw reader.Refused("id", $"a name that no other announcement of {read.Party} has")
                : read);
        }

        return new Scenario(name, description, duration, seed, boardSpecs, exerciseObjects) { Announcements = announced };
    }
}
