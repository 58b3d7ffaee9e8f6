using JointWatch.Contract;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;

namespace JointWatch.Exchange.Parties;

/// <summary>A party as all others know it.</summary>
/// <param name="Sensors">The names of the sensors that it has told of.</param>
public sealed record RegisteredParty(PartyPublicKey Key, IReadOnlyList<string> Sensors)
{
    public PartyId Id => Key.Party;

    /// <summary>Gets the key to which others seal what is for this party alone; null: nothing can be sealed to it.</summary>
    public PartyBox? Box { get; init; }
}

/// <summary>
/// Who takes part, with public key and sensors: the file <c>parties.toml</c>, a <c>[[party]]</c> each. All parties agree on it before they begin, and each checks with it;
/// it holds nothing secret.
/// </summary>
public sealed class PartyRegister
{
    private const int MostParties = 16;

    private readonly SortedDictionary<PartyId, RegisteredParty> _parties = [];

    /// <param name="parties">Each once.</param>
    public PartyRegister(params IEnumerable<RegisteredParty> parties)
    {
        foreach (RegisteredParty party in parties)
        {
            _parties.Add(party.Id, party);
        }
    }

    /// <summary>Gets the parties in the order of their names.</summary>
    public IReadOnlyCollection<RegisteredParty> Parties => _parties.Values;

    /// <summary>A party, or null.</summary>
    public RegisteredParty? Find(PartyId id) => _parties.GetValueOrDefault(id);

    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong.</exception>
    public static PartyRegister Read(string path) => Parse(InputFile.ReadText(path, PartyFile.LargestBytes), path);

    /// <exception cref="InvalidInputException">Something in it is wrong.</exception>
    public static PartyRegister Parse(string text, string source)
    {
        var parties = new List<RegisteredParty>();
        foreach (TomlReader table in Tables.Of(text, source, [], ["party"]).All("party", MostParties))
        {
            PartyId id = PartyId.TryParse(table.Text("name", PartyId.Expected, Topics.IsParty))!.Value;
            PartyPublicKey key = PartyPublicKey.TryParse(id, table.Text("key", PartyPublicKey.Expected, t => PartyPublicKey.TryParse(id, t) is not null))!;
            PartyBox? box = table.Has("box") ? PartyBox.TryParse(table.Text("box", PartyBox.Expected, t => PartyBox.TryParse(t) is not null)) : null;
            IReadOnlyList<string> sensors = table.Has("sensors") ? table.Texts("sensors", PartyFile.MostSensors, PartyId.ExpectedName, Topics.IsName) : [];
            table.RefuseTheRest();
            if (parties.Exists(p => p.Id == id))
            {
                throw table.Refused("name", "a name that no other party has");
            }

            // One key, one voice: else a party could speak in two names.
            parties.Add(parties.Exists(p => p.Key.Text == key.Text) ? throw table.Refused("key", "a key that no other party has") : new RegisteredParty(key, sensors) { Box = box });
        }

        return parties.Count > 0 ? new PartyRegister(parties) : throw new InvalidInputException(source, null, "party", null, "at least one table [[party]]");
    }

    /// <summary>The table for a party, as it stands in the file.</summary>
    public static string Describe(RegisteredParty party) =>
        $"[[party]]\nname = \"{party.Id}\"\nkey = \"{party.Key.Text}\"\n"
        + (party.Box is { } box ? $"box = \"{box.Text}\"\n" : "")
        + (party.Sensors.Count == 0 ? "" : $"sensors = [{string.Join(", ", party.Sensors.Select(s => $"\"{s}\""))}]\n");
}
