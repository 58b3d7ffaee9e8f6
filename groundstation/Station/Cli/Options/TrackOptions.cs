namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch track</c> was asked for. Paths are absolute.</summary>
/// <param name="Set">A folder of recorded detections.</param>
/// <param name="Out">The tracks.csv to write.</param>
/// <param name="Run">The Monte-Carlo run, from 1.</param>
/// <param name="Passes">How often the whole set is tracked; null: as often as its size asks for.</param>
public sealed record TrackOptions(string Set, string Out, DetectionsUsed Use, int Run = 1, int? Passes = null);

/// <summary>Which recorded detections the tracker gets.</summary>
public enum DetectionsUsed
{
    All,
    Radar,
    Ir,
}
