namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch score</c> was asked for. Paths are absolute.</summary>
/// <param name="Truth">A set's folder, or a file of truth.</param>
/// <param name="Tracks">A tracks.csv.</param>
/// <param name="CutOffMeters">c of GOSPA and OSPA.</param>
/// <param name="Order">p of GOSPA and OSPA.</param>
/// <param name="SteadySeconds">The steady part begins so long after the first time.</param>
public sealed record ScoreOptions(string Truth, string Tracks, double CutOffMeters, double Order, double SteadySeconds);
