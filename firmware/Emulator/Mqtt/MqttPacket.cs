namespace JointWatch.Emulation.Mqtt;

/// <summary>A packet of MQTT 3.1.1 as it travels between a board and its broker.</summary>
public abstract record MqttPacket
{
    /// <summary>Gets the bytes on the wire, near enough for a send buffer.</summary>
    public virtual int Bytes => 4;
}

/// <summary>The first packet of a connection.</summary>
public sealed record ConnectPacket(string ClientId, string? User, string? Password, bool CleanSession, int KeepAliveSeconds, WillMessage? Will) : MqttPacket
{
    public override int Bytes => 20 + ClientId.Length + (Will?.Payload.Length ?? 0);
}

/// <summary>What the broker says for a client that is gone without a word.</summary>
public sealed record WillMessage(string Topic, byte[] Payload, int Qos, bool Retain);

/// <summary>The broker's answer: 0 is yes.</summary>
public sealed record ConnectAckPacket(int Code) : MqttPacket;

public sealed record PublishPacket(int Id, string Topic, byte[] Payload, int Qos, bool Retain, bool Again) : MqttPacket
{
    public override int Bytes => 6 + Topic.Length + Payload.Length;
}

public sealed record PublishAckPacket(int Id) : MqttPacket;

public sealed record SubscribePacket(int Id, string[] Filters, int[] Qos) : MqttPacket
{
    public override int Bytes => 4 + Filters.Sum(f => f.Length + 3);
}

/// <summary>The QoS granted for each filter; 128 is no.</summary>
public sealed record SubscribeAckPacket(int Id, int[] Granted) : MqttPacket;

public sealed record UnsubscribePacket(int Id, string[] Filters) : MqttPacket;

public sealed record UnsubscribeAckPacket(int Id) : MqttPacket;

public sealed record PingPacket : MqttPacket;

public sealed record PingAnswerPacket : MqttPacket;

/// <summary>A goodbye: no last will.</summary>
public sealed record DisconnectPacket : MqttPacket;
