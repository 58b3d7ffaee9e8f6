using JointWatch.Exercises.Files;
using JointWatch.Exercises.Flights;

namespace JointWatch.Exercises;

/// <summary>An exercise as it was planned: which boards look, what there is to see, and for how long. Immutable.</summary>
/// <param name="Seed">From which the boards' seeds derive unless they have their own.</param>
public sealed record Scenario(
    string Name,
    string Description,
    double DurationSeconds,
    int Seed,
    IReadOnlyList<BoardSpec> Boards,
    IReadOnlyList<ExerciseObject> Objects)
{
    /// <summary>The most boards of a scenario: what one laptop can emulate in real time.</summary>
    public const int MostBoards = 256;

    /// <summary>The most objects of a scenario: the contract numbers them from 0 to 255.</summary>
    public const int MostObjects = 256;

    /// <summary>The longest exercise, seconds.</summary>
    public const double LongestSeconds = 24 * 3600;

    /// <summary>The most announcements of a scenario.</summary>
    public const int MostAnnouncements = 256;

    /// <summary>The most parties of a scenario.</summary>
    public const int MostParties = 16;

    /// <summary>The most named places of a scenario.</summary>
    public const int MostSites = 256;

    /// <summary>The most injects of a scenario.</summary>
    public const int MostInjects = 256;

    private static readonly Lazy<Scenario> Northern = new(() => ScenarioFile.Parse(ExampleScenarios.Text(ExampleScenarios.Usual)!, ExampleScenarios.Usual));

    /// <summary>Gets the launches that parties announce when it starts.</summary>
    public IReadOnlyList<AnnouncementSpec> Announcements { get; init; } = [];

    /// <summary>Gets the exercise's name in records, topics and pages: where the scenario has no mark its name, of which what a topic cannot hold becomes '-'.</summary>
    public string Mark { get; init; } = Name;

    /// <summary>Gets the parties, as the scenario introduces them; empty where it names them at their boards only.</summary>
    public IReadOnlyList<PartySpec> Parties { get; init; } = [];

    /// <summary>Gets the names of all parties, in order of the alphabet.</summary>
    public IReadOnlyList<string> PartyNames =>
        [.. (Parties.Count > 0 ? Parties.Select(p => p.Name) : Boards.Select(b => b.Party).Distinct(StringComparer.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Gets what the directing staff brings in, in the file's order.</summary>
    public IReadOnlyList<InjectSpec> Injects { get; init; } = [];

    /// <summary>The exercise that comes with the program. It is worked out once.</summary>
    public static Scenario BuiltIn() => Northern.Value;

    /// <summary>An exercise around one recorded flight, with boards where they see all of it.</summary>
    public static Scenario ForFlight(RecordedFlight flight) => FlightScenario.For(flight);
}
