extern alias nano;

using System.Text;
using JointWatch.Emulation.Network;
using nano::nanoFramework.M2Mqtt;
using nano::nanoFramework.M2Mqtt.Messages;
using NanoThread = nano::System.Threading.Thread;

namespace JointWatch.Emulation.Tests.Bench;

/// <summary>A world with a broker and one board that runs a few lines of a test's own as its firmware.</summary>
internal sealed class Probe : IDisposable
{
    public Probe(Action main, BoardOptions? options = null, int seed = 1)
    {
        World = World.Virtual(seed);
        Broker = World.Net.AddBroker();
        Board = World.AddBoard(main, options);
    }

    public World World { get; }

    public VirtualBroker Broker { get; }

    public VirtualBoard Board { get; }

    /// <summary>Gives power and lets the world run until the firmware's main thread has printed "done".</summary>
    public void Run(double limitSeconds = 600)
    {
        Board.PowerOn();
        Assert.True(
            World.RunUntil(() => Board.Serial.Lines.Any(l => l.Text == "done"), TimeSpan.FromSeconds(limitSeconds)),
            "not done; the console says:\n" + Board.Serial.Text);
    }

    public static void Print(string line) => nano::System.Console.WriteLine(line);

    public static void Sleep(double seconds) => NanoThread.Sleep((int)(seconds * 1000));

    public static void AwaitAddress()
    {
        while (!nano::System.Net.NetworkInformation.NetworkInterface.GetIsNetworkAvailable())
        {
            Sleep(0.1);
        }
    }

    /// <summary>A client that is connected, with a keep-alive of 20 s and a last will.</summary>
    public static MqttClient Connected(string id = "probe")
    {
        AwaitAddress();
        MqttClient client = new("broker.local", 1883, false, null, null, MqttSslProtocols.None);
        Assert.Equal(MqttReasonCode.Success, Connect(client, id));
        return client;
    }

    public static MqttReasonCode Connect(MqttClient client, string id = "probe") =>
        client.Connect(id, null, null, true, MqttQoSLevel.AtLeastOnce, true, "will", "gone", true, 20);

    public static ushort Publish(MqttClient client, string topic, string text = "x") =>
        client.Publish(topic, Encoding.UTF8.GetBytes(text), null, null, MqttQoSLevel.AtLeastOnce, false);

    public void Dispose() => World.Dispose();
}
