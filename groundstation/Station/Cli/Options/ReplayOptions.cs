namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch replay</c> was asked for. Paths are absolute.</summary>
/// <param name="Journal">The journal file, which is there.</param>
/// <param name="OutDirectory">Where tracks.csv and warnings.json go; made if it is not there; null: only print what came out.</param>
public sealed record ReplayOptions(string Journal, string? OutDirectory);
