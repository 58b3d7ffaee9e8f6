namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch track</c> was asked for. Paths are absolute.</summary>
/// <param name="Set">A folder of recorded detections.</param>
/// <param name="Out">The tracks.csv to write.</param>
public sealed record TrackOptions(string Set, string Out, DetectionsUsed Use)
{
    /// <summary>Gets the Monte-Carlo run, from 1.</summary>
    public int Run { get; init; } = 1;

    /// <summary>Gets how often the whole set is tracked; null: as often as its size asks for.</summary>
    public int? Passes { get; init; }

    /// <summary>Gets a value indicating whether detections go to tracks by the likeliest joint association rather than by marginal probability.</summary>
    public bool IsNearest { get; init; }

    /// <summary>Gets a value indicating whether tracks begin with likely pairs of plots rather than with a Poisson intensity of waiting ones.</summary>
    public bool IsPairs { get; init; }

    /// <summary>Gets a value indicating whether tracks are confirmed and ended by score and misses rather than by probability of existence.</summary>
    public bool IsScored { get; init; }

    /// <summary>Gets a value indicating whether the tracker is told where new objects of the set appear.</summary>
    public bool IsBirthTold { get; init; }
}

/// <summary>Which recorded detections the tracker gets.</summary>
public enum DetectionsUsed
{
    All,
    Radar,
    Ir,
}
