namespace JointWatch.Tracking.Initiation;

/// <summary>Two plots, the later from the present scan, that may be the beginning of a track, with the log odds that they are.</summary>
internal readonly record struct TrackSeed(Plot Earlier, Plot Later, double Score);
