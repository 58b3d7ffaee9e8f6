namespace JointWatch.Firmware.Tests.Bench;

/// <summary>What a node published.</summary>
internal sealed record Sent(string Topic, byte[] Bytes, int Qos, bool Retain, int Ticket);

/// <summary>A link that does what a test tells it, and keeps what was published.</summary>
internal sealed class FakeLink : INodeLink
{
    private int _lastTicket;

    public LinkState State { get; set; }

    public bool ComesUpAtOnce { get; set; } = true;

    public bool Accepts { get; set; } = true;

    public int Attempts { get; private set; }

    public int Closings { get; private set; }

    public List<Sent> Messages { get; } = [];

    public void BeginConnect()
    {
        Attempts++;
        State = ComesUpAtOnce ? LinkState.Up : LinkState.Connecting;
    }

    public void Close()
    {
        Closings++;
        State = LinkState.Down;
    }

    public int Publish(string topic, byte[] buffer, int offset, int length, int qos, bool retain)
    {
        if (!Accepts || State != LinkState.Up)
        {
            return -1;
        }

        Messages.Add(new Sent(topic, buffer[offset..(offset + length)], qos, retain, ++_lastTicket));
        return _lastTicket;
    }

    public IReadOnlyList<Sent> On(string kind) => [.. Messages.Where(m => m.Topic.EndsWith("/" + kind, StringComparison.Ordinal))];
}
