namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch log receipt</c> was asked for. Paths are absolute.</summary>
/// <param name="Folder">The log's folder.</param>
/// <param name="Index">The entry.</param>
/// <param name="Out">The file to write.</param>
public sealed record LogReceiptOptions(string Folder, long Index, string Out);
