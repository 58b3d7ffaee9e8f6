namespace JointWatch.Metrics.Trajectories;

/// <summary>More objects and tracks hang together than trajectory GOSPA can be solved for.</summary>
public sealed class TooLargeException(int objects, int tracks, int pairs, int times, double work, double mostWork) : Exception(FormattableString.Invariant(
    $"work is {work:0.0e+0}: {objects} objects and {tracks} tracks hang together by {pairs} near pairs over {times} times; expected {mostWork:0.0e+0} or less"));
