using JointWatch.Station.Ingest;

namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch enrol</c> was asked for. Paths are absolute.</summary>
/// <param name="DataDirectory">The station's data folder; made if it is not there.</param>
/// <param name="KeyFile">Where the key goes, 64 hexadecimal digits.</param>
/// <param name="Replace">Whether a node that is enrolled gets a new key, and a key file that is there is written anew.</param>
public sealed record EnrolOptions(NodeId Node, string DataDirectory, string KeyFile, bool Replace);
