namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch log show</c> was asked for. Paths are absolute.</summary>
/// <param name="Folder">The log's folder.</param>
/// <param name="From">The first entry to show; null for the last ones.</param>
/// <param name="Count">How many entries.</param>
/// <param name="IsJson">Whether it is for a program.</param>
public sealed record LogShowOptions(string Folder, long? From, int Count, bool IsJson);
