using JointWatch.Contract;

namespace JointWatch.Station.Cli.Options;

/// <summary>What <c>jointwatch run</c> was asked for.</summary>
/// <param name="MqttPort">Of the embedded broker; 0: any free port; without meaning where there is an outside broker.</param>
/// <param name="OutsideBroker">The broker to use in place of the embedded one; null: the embedded one.</param>
/// <param name="DataDirectory">Absolute; made if it is not there.</param>
/// <param name="Urls">Where the page is served, each <c>http://address:port</c>; port 0: any free one.</param>
public sealed record RunOptions(int MqttPort, BrokerAddress? OutsideBroker, string DataDirectory, IReadOnlyList<string> Urls)
{
    /// <summary>The word in the place of the party where the station has not been told one: that of a station which several share.</summary>
    public const string UsualParty = Topics.StationParty;

    /// <summary>Gets the party in whose name warnings are published.</summary>
    public string Party { get; init; } = UsualParty;

    /// <summary>Gets the folder whose files are read as notifications of launches, absolute; null: none.</summary>
    public string? AnnouncementsDirectory { get; init; }

    /// <summary>Gets a value indicating whether warnings of what is no exercise say that they are meant in earnest, rather than a test.</summary>
    public bool IsActual { get; init; }
}

/// <summary>Where an MQTT broker listens. An IPv6 address stands in <paramref name="Host"/> without brackets.</summary>
public sealed record BrokerAddress(string Host, int Port);
