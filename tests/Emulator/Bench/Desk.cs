using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Emulation.Network;
using JointWatch.Firmware;

namespace JointWatch.Emulation.Tests.Bench;

/// <summary>A board with the firmware on it, its broker, and what a station would understand of it, in virtual time.</summary>
internal sealed class Desk : IDisposable
{
    public const int Lamp = 26;
    public const int Button = 14;
    public const int Buzzer = 27;
    public const string Root = "jointwatch/v1/alfa/radar-1/";

    /// <summary>The key that the board has if it has one.</summary>
    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public Desk(NodeSetup? setup = null, BoardOptions? options = null, int seed = 1, bool sealing = false)
    {
        World = World.Virtual(seed);
        Broker = World.Net.AddBroker();
        Board = World.AddBoard(NanoFirmware.Main, options);
        Board.Flash.Write(@"I:\node.json", NodeJson.Write(setup ?? Radar(), "broker.local", 1883, sealing ? EmulatedBoard.KeyFile : null));
        if (sealing)
        {
            Board.Flash.Write(EmulatedBoard.KeyFile, Convert.ToHexString(Key));
        }
    }

    public World World { get; }

    public VirtualBroker Broker { get; }

    public VirtualBoard Board { get; }

    public string Console => Board.Serial.Text;

    /// <summary>Gets the reports in the order in which the broker took them.</summary>
    public List<ReportMessage> Reports => [.. Bytes("report").Select(ReadReport)];

    public List<HealthMessage> Healths => [.. Bytes("health").Select(b => MessageDecoder.ReadHealth(b, 0, b.Length))];

    public List<BirthMessage> Births => [.. Bytes("birth").Select(b => MessageDecoder.ReadBirth(b, 0, b.Length))];

    public List<StateMessage> States => [.. Bytes("state").Select(b => MessageDecoder.ReadState(b, 0, b.Length))];

    public List<AckMessage> Acks => [.. Bytes("ack").Select(b => MessageDecoder.ReadAck(b, 0, b.Length))];

    public static NodeSetup Radar() => NodeSetup.ForRadar("alfa", "radar-1", 69, 16, 50);

    /// <summary>Gives power and waits until the board runs: its first report has been taken.</summary>
    public Desk Up()
    {
        Board.PowerOn();
        Until(() => Reports.Count > 0, 60);
        return this;
    }

    public void For(double seconds) => World.RunFor(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets time pass until something holds, and fails with the console where it does not come to.</summary>
    public void Until(Func<bool> condition, double limitSeconds) =>
        Assert.True(World.RunUntil(condition, TimeSpan.FromSeconds(limitSeconds)), "it did not come to that; the console says:\n" + Console);

    public bool Printed(string text) => Console.Contains(text, StringComparison.Ordinal);

    /// <summary>Sends a command, not sealed.</summary>
    public void Command(CommandMessage command)
    {
        byte[] buffer = new byte[MessageEncoder.MaxBytes];
        Broker.Publish(Root + "command", buffer[..MessageEncoder.Write(command, buffer)]);
    }

    /// <summary>The sequence numbers of a boot's reports.</summary>
    public List<ulong> Sequences(uint boot) => [.. Reports.Where(r => r.Boot == boot).Select(r => r.Sequence)];

    public void Dispose() => World.Dispose();

    private IEnumerable<byte[]> Bytes(string kind) => Broker.Messages.Where(m => m.Topic == Root + kind && m.Payload.Length > 0).Select(m => m.Payload);

    private static ReportMessage ReadReport(byte[] bytes) => MessageDecoder.ReadReport(bytes, 0, bytes.Length, SensorKind.Radar);
}
