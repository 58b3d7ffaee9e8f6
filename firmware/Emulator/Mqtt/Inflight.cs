namespace JointWatch.Emulation.Mqtt;

/// <summary>A message in M2Mqtt's queue: to be sent, waiting for its answer, or received and to be answered.</summary>
internal sealed class Inflight(MqttPacket packet, bool inward)
{
    /// <summary>What a context, its message and its queue entry take on a board besides the payload, about.</summary>
    private const int Overhead = 120;

    public MqttPacket Packet { get; private set; } = packet;

    public bool Inward => inward;

    public bool AwaitsAnswer { get; set; }

    public int Attempt { get; private set; }

    public long SentAt { get; private set; }

    public int Bytes => Overhead + Packet.Bytes;

    public int Id => Packet switch
    {
        PublishPacket p => p.Id,
        SubscribePacket s => s.Id,
        UnsubscribePacket u => u.Id,
        _ => 0,
    };

    /// <summary>Counts an attempt. From the second on a message says that it is one.</summary>
    public void Sending(long now)
    {
        SentAt = now;
        if (++Attempt == 2 && Packet is PublishPacket publish)
        {
            Packet = publish with { Again = true };
        }
    }

    public bool IsAnsweredBy(MqttPacket answer) => AwaitsAnswer && (Packet, answer) switch
    {
        (PublishPacket p, PublishAckPacket a) => p.Id == a.Id,
        (SubscribePacket s, SubscribeAckPacket a) => s.Id == a.Id,
        (UnsubscribePacket u, UnsubscribeAckPacket a) => u.Id == a.Id,
        _ => false,
    };
}
