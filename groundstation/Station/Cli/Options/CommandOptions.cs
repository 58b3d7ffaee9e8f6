using JointWatch.Station.Ingest;
using JointWatch.Station.Views;

namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch command</c> was asked for.</summary>
/// <param name="Url">Where the running station serves its page.</param>
public sealed record CommandOptions(NodeId Node, CommandRequest Request, string Url);
