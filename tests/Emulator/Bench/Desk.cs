using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Station;
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

    private readonly Sealed _seal = new(Key);

    public Desk(NodeSetup? setup = null, BoardOptions? options = null, int seed = 1, bool sealing = false, int port = 1883)
    {
        World = World.Virtual(seed);
        Broker = World.Net.AddBroker(port: port);
        Broker.Took = Took;
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
    public List<ReportMessage> Reports { get; } = [];

    /// <summary>Gets when the broker took each of them.</summary>
    public List<TimeSpan> ReportTimes { get; } = [];

    public List<HealthMessage> Healths { get; } = [];

    public List<BirthMessage> Births { get; } = [];

    public List<StateMessage> States { get; } = [];

    public List<AckMessage> Acks { get; } = [];

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
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        Broker.Publish(Root + "command", buffer[..StationEncoder.Write(command, buffer)]);
    }

    /// <summary>The sequence numbers of a boot's reports.</summary>
    public List<ulong> Sequences(uint boot) => [.. Reports.Where(r => r.Boot == boot).Select(r => r.Sequence)];

    /// <summary>Forgets what came but the newest of each kind, so that a long run keeps no more than a short one.</summary>
    public void Forget()
    {
        Keep(Reports);
        Keep(ReportTimes);
        Keep(Healths);
        Keep(Births);
        Keep(States);
        Keep(Acks);

        static void Keep<T>(List<T> list)
        {
            list.RemoveRange(0, Math.Max(0, list.Count - 1));
            list.TrimExcess();
        }
    }

    public void Dispose() => World.Dispose();

    private void Took(BrokerMessage message)
    {
        if (!message.Topic.StartsWith(Root, StringComparison.Ordinal) || message.From.Length == 0)
        {
            return;
        }

        byte[] bytes = message.Payload;
        int offset = 0;
        int length = bytes.Length;
        if (Sealed.Is(bytes, 0, length))
        {
            _seal.Open(Topics.Bytes(message.Topic), message.Payload, 0, message.Payload.Length, out offset, out length);
        }

        switch (message.Topic[Root.Length..])
        {
            case "report":
                Reports.Add(StationDecoder.ReadReport(bytes, offset, length, SensorKind.Radar));
                ReportTimes.Add(message.At);
                break;
            case "health":
                Healths.Add(StationDecoder.ReadHealth(bytes, offset, length));
                break;
            case "birth":
                Births.Add(StationDecoder.ReadBirth(bytes, offset, length));
                break;
            case "state":
                States.Add(StationDecoder.ReadState(bytes, offset, length));
                break;
            case "ack":
                Acks.Add(StationDecoder.ReadAck(bytes, offset, length));
                break;
        }
    }
}
