namespace JointWatch.Metrics.Trajectories;

/// <summary>A pair and the span in which it may be assigned.</summary>
/// <param name="Number">The pair's place among all.</param>
/// <param name="Pair">The pair.</param>
/// <param name="Window">The span.</param>
internal sealed record PairInPlay(int Number, TrajectoryPair Pair, Window Window);
