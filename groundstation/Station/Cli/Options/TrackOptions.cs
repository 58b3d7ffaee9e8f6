namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch track</c> was asked for. Paths are absolute.</summary>
/// <param name="Set">A folder with sensors.json and recorded detections.</param>
/// <param name="Out">The tracks.csv to write.</param>
public sealed record TrackOptions(string Set, string Out, DetectionsUsed Use);

/// <summary>Which recorded detections the tracker gets.</summary>
public enum DetectionsUsed
{
    All,
    Radar,
    Ir,
}
