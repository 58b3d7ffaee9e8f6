namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch policy try</c> was asked for. Paths are absolute.</summary>
/// <param name="Recipient">The only recipient; null: everybody that the policy names, and one that it does not.</param>
public sealed record PolicyTryOptions(string Policy, string Journal, string? Recipient, bool IsJson);

/// <summary>What <c>jointwatch policy diff</c> was asked for. Paths are absolute.</summary>
public sealed record PolicyDiffOptions(string Old, string New, string Journal);
