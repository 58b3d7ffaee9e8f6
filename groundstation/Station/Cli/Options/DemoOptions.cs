namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch demo</c> was asked for. Paths are absolute and were there when the command line was read.</summary>
/// <param name="Speed">Exercise seconds a second, 0.1 to 100.</param>
/// <param name="ScenarioFile">The exercise to play; null: the built-in one, or the flight.</param>
/// <param name="FlightFile">A real flight (CSV, with its JSON beside it); never together with <paramref name="ScenarioFile"/>.</param>
/// <param name="For">End after this long, on the wall's clock; null: until it is stopped.</param>
/// <param name="DataDirectory">Kept; null: a temporary folder.</param>
/// <param name="SummaryFile">Where to write what was seen, as JSON, at the end; null: nowhere.</param>
/// <param name="MqttPort">0: any free port.</param>
/// <param name="Urls">Where the page is served, each <c>http://address:port</c>; port 0: any free one.</param>
public sealed record DemoOptions(
    double Speed,
    string? ScenarioFile,
    string? FlightFile,
    TimeSpan? For,
    string? DataDirectory,
    bool OpenBrowser,
    string? SummaryFile,
    int MqttPort,
    IReadOnlyList<string> Urls)
{
    /// <summary>Gets a value indicating whether each party has a station of its own, and there is a joint centre.</summary>
    public bool IsJoint { get; init; }

    /// <summary>Gets a value indicating whether a person directs the exercise, by a panel: it waits until it is started there.</summary>
    public bool IsDirected { get; init; }

    /// <summary>Gets from when until when the second party's link to the centre is cut, seconds of the exercise; null: never.</summary>
    public (double From, double Until)? CutLinkSeconds { get; init; }
}
