using JointWatch.Exchange.Parties;

namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch party new</c> was asked for. Paths are absolute, here and below.</summary>
/// <param name="Folder">Where its files go; made if it is not there.</param>
public sealed record PartyNewOptions(PartyId Party, string Folder);

/// <summary>What <c>jointwatch party show</c> was asked for.</summary>
/// <param name="File">The party's own file.</param>
public sealed record PartyShowOptions(string File);

/// <summary>What <c>jointwatch assurance check</c> was asked for.</summary>
/// <param name="Log">A log's folder, or a file of entries.</param>
/// <param name="Register">The register of all parties.</param>
/// <param name="Exercise">The exercise to look at, or null: what is meant in earnest.</param>
/// <param name="Page">Where a page goes, or null.</param>
public sealed record AssuranceCheckOptions(string Log, PartyId Party, string Register, string? Exercise, bool IsJson, string? Page);

/// <summary>What <c>jointwatch assurance explain</c> was asked for.</summary>
/// <param name="File">A party's assurances.</param>
public sealed record AssuranceExplainOptions(string File);
