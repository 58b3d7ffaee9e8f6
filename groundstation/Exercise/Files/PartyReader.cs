using JointWatch.Contract;

namespace JointWatch.Exercises.Files;

/// <summary>Reads a <c>[[party]]</c>.</summary>
internal static class PartyReader
{
    public static PartySpec Read(TomlReader reader)
    {
        string name = reader.Text(
            "name",
            "1 to 32 of a-z, 0-9 and '-', no '-' at either end, not 'exercise' and not 'centre'",
            s => Topics.IsName(s) && s != Topics.ExerciseParty && s != PartySpec.Centre);
        string title = reader.Has("title") ? reader.Text("title", 64) : name;
        string briefing = reader.Has("briefing") ? reader.Text("briefing", 4_000) : "";
        string? policy = reader.Has("policy") ? reader.Text("policy", 1_000) : null;
        string? assurances = reader.Has("assurances") ? reader.Text("assurances", 1_000) : null;
        reader.RefuseTheRest();
        return new PartySpec(name, title, briefing, policy, assurances);
    }
}
