namespace JointWatch.Metrics.Trajectories;

/// <summary>More objects and tracks hang together than trajectory GOSPA can be solved for.</summary>
public sealed class TooLargeException(int objects, int tracks, int pairs, int times, double mostWork) : Exception(FormattableString.Invariant(
    $"{objects} objects and {tracks} tracks hang together by {pairs} near pairs over {times} times; expected times by the cube of pairs up to {mostWork:0.##e+0}"))
{
}
