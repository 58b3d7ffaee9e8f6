namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>announce</c> was told.</summary>
/// <param name="File">The notification.</param>
/// <param name="Url">Where the station serves its page.</param>
public sealed record AnnounceOptions(string File, string Url);
