namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch review</c> was asked for. Paths are absolute.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Page">Where to write the report as a page; null: nowhere.</param>
/// <param name="Json">Where to write its numbers; null: nowhere.</param>
/// <param name="CompareWith">The folder of another run to hold beside it; null: none.</param>
public sealed record ReviewOptions(string Folder, string? Page, string? Json, string? CompareWith);
