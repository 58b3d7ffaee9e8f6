namespace JointWatch.Exchange.Parties;

/// <summary>What a sensor of a party is.</summary>
public enum PartySensorKind
{
    Radar = 1,
    Infrared = 2,
}

/// <summary>A sensor by the name that its node has.</summary>
public sealed record PartySensor(string Name, PartySensorKind Kind);

/// <summary>A party as it describes itself, in its own file <c>party.toml</c>.</summary>
/// <param name="KeyFile">The file of its private key, an absolute path.</param>
/// <param name="Policy">The file of its release policy, an absolute path; null: it releases nothing.</param>
/// <param name="Station">Where its own station is, as <c>host:port</c>; null: it has none.</param>
public sealed record Party(PartyId Id, string KeyFile, string? Policy, string? Station, IReadOnlyList<PartySensor> Sensors);
