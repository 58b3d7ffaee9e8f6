using System.Net;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Joint;

namespace JointWatch.Station.Hosting;

/// <summary>What a station needs to know to start.</summary>
/// <param name="DataDirectory">Where the journal lies; made where missing.</param>
/// <param name="MqttAddress">On which of the machine's addresses the embedded broker listens.</param>
/// <param name="MqttPort">The embedded broker's port; 0: any free one.</param>
/// <param name="OutsideBroker">The broker to use instead of the embedded one, or null.</param>
/// <param name="Urls">The page's addresses, such as <c>http://127.0.0.1:5080</c>; port 0: any free one.</param>
internal sealed record HostSettings(
    string DataDirectory, IPAddress MqttAddress, int MqttPort, BrokerAddress? OutsideBroker, IReadOnlyList<string> Urls)
{
    /// <summary>Gets the party in whose name warnings are published.</summary>
    public string Party { get; init; } = RunOptions.UsualParty;

    /// <summary>Gets the folder whose files are read as notifications of launches, or null.</summary>
    public string? AnnouncementsDirectory { get; init; }

    /// <summary>Gets a value indicating whether warnings of what is no exercise say that they are meant in earnest, rather than a test.</summary>
    public bool IsActual { get; init; }

    /// <summary>Gets the joint centre that the station takes part in, or null.</summary>
    public JointSettings? Joint { get; init; }
}
