using System.Collections.Concurrent;

namespace JointWatch.Emulation.Network;

/// <summary>What lies beyond the boards' access points: brokers, time servers, names.</summary>
public sealed class Internet
{
    private readonly ConcurrentDictionary<(string Host, int Port), IBroker> _brokers = new();
    private readonly ConcurrentDictionary<string, TimeServer> _timeServers = new(StringComparer.OrdinalIgnoreCase);
    private readonly World _world;

    internal Internet(World world) => _world = world;

    /// <summary>Gets the time server that answers to all names not set up with <see cref="TimeServerAt"/>.</summary>
    public TimeServer TimeServers { get; } = new();

    /// <summary>Gets or sets the broker that answers at all addresses not set up: the real network, for a world in real time.</summary>
    public IBroker? Elsewhere { get; set; }

    /// <summary>Sets up a broker in memory.</summary>
    public VirtualBroker AddBroker(string host = "broker.local", int port = 1883)
    {
        VirtualBroker broker = new(_world.Scheduler);
        _brokers[(host, port)] = broker;
        return broker;
    }

    /// <summary>Puts a broker of another make at an address.</summary>
    public void Put(string host, int port, IBroker broker) => _brokers[(host, port)] = broker;

    /// <summary>Gets the time server of a name, which is then one of its own.</summary>
    public TimeServer TimeServerAt(string host) => _timeServers.GetOrAdd(host, _ => new TimeServer());

    internal TimeServer FindTime(string host) => _timeServers.GetValueOrDefault(host) ?? TimeServers;

    internal IBroker? Find(string host, int port) => _brokers.GetValueOrDefault((host, port)) ?? Elsewhere;

    internal bool Resolves(string host) =>
        Elsewhere is not null || System.Net.IPAddress.TryParse(host, out _) || _brokers.Keys.Any(k => k.Host == host);
}

/// <summary>An SNTP server.</summary>
public sealed class TimeServer
{
    /// <summary>Gets or sets whether it answers.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Gets or sets by how much it is ahead of true time.</summary>
    public TimeSpan Error { get; set; }

    /// <summary>Gets or sets the half of the time that question and answer take. That the ways differ is the error of SNTP.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(15);
}
