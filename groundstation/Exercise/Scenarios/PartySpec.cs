namespace JointWatch.Exercises;

/// <summary>A party to an exercise, and what it is told beforehand.</summary>
/// <param name="Name">As in the topic names: 1 to 32 of a-z, 0-9 and '-'; unique in a scenario.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Briefing">What it is told before the exercise begins; empty where that is nothing.</param>
/// <param name="PolicyFile">The file of its release policy, relative to the scenario's file; or null.</param>
/// <param name="AssurancesFile">The file of its assurances, likewise; or null.</param>
public sealed record PartySpec(string Name, string Title, string Briefing, string? PolicyFile, string? AssurancesFile)
{
    /// <summary>The name by which the joint centre stands in lists of who knows what. No party bears it.</summary>
    public const string Centre = "centre";
}
