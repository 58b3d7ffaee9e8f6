using System.Collections.Concurrent;
using JointWatch.Emulation.Mqtt;

namespace JointWatch.Emulation;

/// <summary>What a board's MQTT client has said, over all starts of the board.</summary>
public sealed class BoardTraffic
{
    private readonly ConcurrentDictionary<string, long> _confirmed = new(StringComparer.Ordinal);
    private volatile MqttClientModel? _client;

    /// <summary>Gets whether a client is connected.</summary>
    public bool IsConnected => _client?.IsConnected == true;

    /// <summary>Gets why the connection last failed or did not come up, or null.</summary>
    public string? LastFailure { get; internal set; }

    /// <summary>Gets how many messages of a kind, which is their topic's last part, the broker has confirmed.</summary>
    public long Confirmed(string kind) => _confirmed.GetValueOrDefault(kind);

    internal void Begin(MqttClientModel client) => _client = client;

    internal void End() => _client = null;

    internal void Confirm(string topic) => _confirmed.AddOrUpdate(topic[(topic.LastIndexOf('/') + 1)..], 1, static (_, n) => n + 1);
}
