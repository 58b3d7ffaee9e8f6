namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch make-set</c> was asked for. Paths are absolute.</summary>
/// <param name="Targets">How many aircraft; not used for a launch.</param>
/// <param name="Seed">The same seed gives the same set.</param>
/// <param name="FlightFile">The recorded flight (CSV, with its JSON beside it); for a launch only, where it is not null.</param>
/// <param name="OutDirectory">Where the set's files go; made if it is not there.</param>
public sealed record MakeSetOptions(SetKind Kind, int Targets, int Seed, string? FlightFile, string OutDirectory);

/// <summary>The recipes of sets.</summary>
public enum SetKind
{
    /// <summary>Aircraft at constant velocity that cross a disc of 15 km.</summary>
    Cv,

    /// <summary>Aircraft that cross a disc of 2 km, among many false detections.</summary>
    Hard,

    /// <summary>A recorded flight.</summary>
    Launch,
}
