using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Station;

namespace JointWatch.Firmware.Tests.Bench;

/// <summary>A node between a clock, a link and a board that tests command.</summary>
internal sealed class TestBench
{
    private readonly byte[]? _key;

    public TestBench(NodeSetup? setup = null, NodeOptions? options = null, uint boot = 7, byte[]? key = null)
    {
        Setup = setup ?? Some.Radar();
        Node = new SensorNode(Setup, boot, options ?? new NodeOptions(), Clock, Link, Host, key);
        _key = key;
    }

    public NodeSetup Setup { get; }

    public FakeClock Clock { get; } = new();

    public FakeLink Link { get; } = new();

    public FakeHost Host { get; } = new();

    public SensorNode Node { get; }

    /// <summary>Every report that was published, decoded, repeats included.</summary>
    public IReadOnlyList<ReportMessage> Reports =>
        [.. Link.On(Topics.Report).Select(Plain).Select(bytes => StationDecoder.ReadReport(bytes, 0, bytes.Length, Setup.Kind))];

    public IReadOnlyList<AckMessage> Acks => [.. Link.On(Topics.Ack).Select(Plain).Select(bytes => StationDecoder.ReadAck(bytes, 0, bytes.Length))];

    /// <summary>Steps in pieces of some milliseconds, each confirmed at once or not at all.</summary>
    public void Run(int milliseconds, int pieceMs = 100, bool confirm = true)
    {
        for (int gone = 0; gone < milliseconds; gone += pieceMs)
        {
            Node.Step();
            if (confirm)
            {
                ConfirmAll();
            }

            Clock.Advance(pieceMs);
        }
    }

    public void ConfirmAll()
    {
        foreach (Sent sent in Link.Messages)
        {
            Node.Confirmed(sent.Ticket);
        }
    }

    public void Receive(CommandMessage command)
    {
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        Node.Receive(Node.CommandTopic, buffer, 0, StationEncoder.Write(command, buffer));
    }

    public void Receive(ClockMessage clock)
    {
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        Node.Receive(Topics.Clock, buffer, 0, StationEncoder.Write(clock, buffer));
    }

    public void Receive(ScenarioMessage scenario)
    {
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        Node.Receive(Topics.ScenarioRoot + scenario.Object, buffer, 0, StationEncoder.Write(scenario, buffer));
    }

    /// <summary>What a published message holds: opened with the node's key where it has one.</summary>
    public byte[] Plain(Sent sent)
    {
        if (_key is null)
        {
            return sent.Bytes;
        }

        new Sealed(_key).Open(Topics.Bytes(sent.Topic), sent.Bytes, 0, sent.Bytes.Length, out int offset, out int length);
        return sent.Bytes[offset..(offset + length)];
    }

    /// <summary>The director's clock at this instant, its exercise having begun just now.</summary>
    public ClockMessage ClockNow(uint run = 1, uint rateMilli = 1000, ExerciseState state = ExerciseState.Running) => new()
    {
        Run = run,
        State = state,
        UtcUs = (ulong)Clock.UtcUs,
        ExerciseUs = Some.ExerciseStart,
        StartUs = Some.ExerciseStart,
        RateMilli = rateMilli,
        Objects = 1,
    };
}
