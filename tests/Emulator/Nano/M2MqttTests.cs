extern alias nano;

using System.Text;
using JointWatch.Emulation.Network;
using JointWatch.Emulation.Tests.Bench;
using nano::nanoFramework.M2Mqtt;
using nano::nanoFramework.M2Mqtt.Exceptions;
using nano::nanoFramework.M2Mqtt.Messages;
using static JointWatch.Emulation.Tests.Bench.Probe;

namespace JointWatch.Emulation.Tests.Nano;

/// <summary>
/// The MQTT client misbehaves as M2Mqtt does. Expected from the library's source, nanoframework/nanoFramework.m2mqtt as of July 2026:
/// MqttClient.cs and Net/MqttNetworkChannel.cs.
/// </summary>
public sealed class M2MqttTests
{
    [Fact]
    public void A_message_published_while_the_link_is_down_waits_without_a_word_and_goes_out_with_the_next_connection()
    {
        using Probe probe = new(() =>
        {
            AwaitAddress();
            MqttClient client = new("broker.local", 1883, false, null, null, MqttSslProtocols.None);
            Publish(client, "stale");
            Sleep(60);
            Connect(client);
            Sleep(1);
            Print("done");
        });

        probe.Run();

        Assert.Equal("stale", Assert.Single(probe.Broker.Messages, m => m.From == "probe").Topic);
    }

    [Fact]
    public void The_queue_grows_without_bound_and_eats_the_heap_unless_it_is_bounded()
    {
        using Probe probe = new(() =>
        {
            AwaitAddress();
            MqttClient client = new("broker.local", 1883, false, null, null, MqttSslProtocols.None);
            for (int i = 0; i < 300; i++)
            {
                Publish(client, "t", new string('x', 100));
            }

            Print(nano::nanoFramework.Runtime.Native.GC.Run(true) < 10_000 ? "starved" : "well");
            client.Settings.InflightQueueSize = 300;
            MqttClientException e = Assert.Throws<MqttClientException>(() => Publish(client, "t"));
            Print(e.ErrorCode.ToString());
            Print("done");
        });

        probe.Run();

        Assert.Equal(["starved", "InflightQueueFull", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
    }

    [Fact]
    public void A_full_queue_loses_what_comes_in()
    {
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            client.MqttMsgPublishReceived += (_, e) => Print("got " + e.Topic);
            client.Subscribe(["in"], [MqttQoSLevel.AtLeastOnce]);
            Sleep(1);
            client.Settings.InflightQueueSize = 1;
            Publish(client, "unanswered");
            Sleep(1.5);
            Print("done");
        });
        probe.Broker.Unanswered = m => m.Topic == "unanswered";
        probe.World.In(TimeSpan.FromSeconds(4.5), () => probe.Broker.Publish("in", [1]));

        probe.Run();

        Assert.Contains(probe.Broker.Messages, m => m.Topic == "in");
        Assert.Equal("done", Assert.Single(probe.Board.Serial.Lines).Text);
    }

    [Fact]
    public void A_message_that_is_not_answered_goes_three_times_and_is_then_given_up()
    {
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            client.MqttMsgPublished += (_, e) => Print(e.MessageId + " " + e.IsPublished);
            Publish(client, "mute");
            Sleep(10);
            Publish(client, "answered");
            Sleep(1);
            Print("done");
        });
        probe.Broker.Unanswered = m => m.Topic == "mute";

        probe.Run();

        Assert.Equal([false, true, true], probe.Broker.Messages.Where(m => m.Topic == "mute").Select(m => m.Again));
        Assert.Equal(["1 False", "2 True", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
    }

    [Fact]
    public void A_quiet_client_finds_a_half_open_connection_within_two_keep_alives()
    {
        Assert.InRange(SecondsUntilFound(publishes: false), 20, 41);
    }

    [Fact]
    public void A_client_that_publishes_each_second_never_asks_and_finds_out_only_when_TCP_gives_up()
    {
        // Each sending counts as a sign of life (MqttClient.Send sets _lastCommTime), and the keep-alive asks only after silence.
        Assert.InRange(SecondsUntilFound(publishes: true), 9 * 60 - 1, (9 * 60) + 5);
    }

    [Fact]
    public void Disconnect_blocks_while_the_send_buffer_is_full_and_Close_does_not()
    {
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            Print("connected");
            Sleep(5);
            for (int i = 0; i < 100; i++)
            {
                Publish(client, "t", new string('x', 200));
            }

            long before = nano::System.Environment.TickCount64;
            Assert.Throws<MqttCommunicationException>(client.Disconnect);
            Print(nano::System.Environment.TickCount64 - before > 500_000 ? "minutes" : "soon");
            Sleep(1);
            Connect(client);
            before = nano::System.Environment.TickCount64;
            client.Close();
            Print((nano::System.Environment.TickCount64 - before).ToString());
            Print("done");
        });
        probe.Board.Serial.Printed += line =>
        {
            if (line.Text == "connected")
            {
                probe.Board.Radio.HalfOpen();
            }
        };

        probe.Run(2_000);

        Assert.Equal(["connected", "minutes", "200", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("no route")]
    [InlineData("no such name")]
    [InlineData("mute")]
    [InlineData("not authorized")]
    public void A_connection_that_does_not_come_about_fails_as_the_library_fails(string how)
    {
        string outcome = "";
        using Probe probe = new(() =>
        {
            AwaitAddress();
            string host = how == "no such name" ? "broker.nowhere" : "10.0.0.7";
            try
            {
                MqttClient client = new(host, 1883, false, null, null, MqttSslProtocols.None);
                Sleep(1);
                outcome = Connect(client).ToString();
            }
            catch (Exception e)
            {
                outcome = e.GetType().Name;
            }

            Print("done");
        });
        VirtualBroker broker = probe.World.Net.AddBroker("10.0.0.7");
        broker.IsMute = how == "mute";
        broker.ConnectAnswer = how == "not authorized" ? 5 : 0;
        if (how == "refused")
        {
            broker.Stop();
        }

        if (how == "no route")
        {
            probe.World.In(TimeSpan.FromSeconds(3.5), probe.Board.Radio.Cut);
        }

        probe.Run();

        Assert.Equal(
            how switch
            {
                "no such name" => "SocketException",
                "mute" => "MqttCommunicationException",
                "not authorized" => "ConnectionRefusedNotAuthorized",
                _ => "MqttConnectionException",
            },
            outcome);
    }

    [Fact]
    public void A_lost_broker_ends_the_connection_and_the_same_client_connects_again()
    {
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            nano::System.Threading.AutoResetEvent closed = new(false);
            client.ConnectionClosed += (_, _) => closed.Set();
            Print("connected");
            closed.WaitOne(60_000, false);
            Print("closed, connected: " + client.IsConnected);
            Sleep(10);
            Connect(client);
            Publish(client, "again");
            Sleep(1);
            Print("done");
        });
        probe.World.In(TimeSpan.FromSeconds(10), () => probe.Broker.Stop());
        probe.World.In(TimeSpan.FromSeconds(12), () => probe.Broker.Start());

        probe.Run();

        Assert.Equal(["connected", "closed, connected: False", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
        Assert.Contains(probe.Broker.Messages, m => m.Topic == "again");
    }

    [Fact]
    public void A_connect_too_soon_after_a_loss_is_closed_again_by_the_closing_of_the_old_one()
    {
        // MqttClient.Close, on the dispatching thread, closes whatever channel there is once its 200 ms are over.
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            while (client.IsConnected)
            {
                Sleep(0.01);
            }

            Connect(client);
            Print("connected: " + client.IsConnected);
            Sleep(1);
            Print("connected: " + client.IsConnected);
            Print("done");
        });
        probe.World.In(TimeSpan.FromSeconds(10), () => probe.Broker.Stop());
        probe.World.In(TimeSpan.FromSeconds(10.001), () => probe.Broker.Start());

        probe.Run();

        Assert.Equal(["connected: True", "connected: False", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
    }

    [Fact]
    public void Connect_can_throw_although_the_broker_has_accepted()
    {
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            while (client.IsConnected)
            {
                Sleep(2);
            }

            Sleep(2);
            Assert.Throws<MqttCommunicationException>(() => Connect(client));
            Print("done");
        });
        probe.Board.MqttFaults.StaleFaultOnConnect = 1;
        probe.World.In(TimeSpan.FromSeconds(10), () => probe.Broker.Stop());
        probe.World.In(TimeSpan.FromSeconds(10.1), () => probe.Broker.Start());

        probe.Run();

        Assert.Equal(2, probe.Broker.Connects);
    }

    [Fact]
    public void A_handler_that_throws_ends_the_connection()
    {
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            client.MqttMsgPublished += (_, _) => throw new InvalidOperationException();
            client.ConnectionClosed += (_, _) => Print("closed");
            Publish(client, "t");
            Sleep(1);
            Print("done");
        });

        probe.Run();

        Assert.Equal(["closed", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
    }

    [Fact]
    public void A_will_without_text_is_refused_and_one_with_text_is_spoken_when_the_power_goes()
    {
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            Assert.Throws<MqttClientException>(
                () => client.Connect("x", null, null, true, MqttQoSLevel.AtLeastOnce, true, "will", "", true, 20));
            Print("done");
            Sleep(1_000);
        });
        probe.Run();

        probe.Board.CutPower();
        probe.World.RunFor(TimeSpan.FromSeconds(31));

        BrokerMessage will = Assert.Single(probe.Broker.Messages);
        Assert.Equal((true, true, "gone"), (will.IsWill, will.Retain, Encoding.UTF8.GetString(will.Payload)));
    }

    private static double SecondsUntilFound(bool publishes)
    {
        using Probe probe = new(() =>
        {
            MqttClient client = Connected();
            Print("connected");
            long before = nano::System.Environment.TickCount64;
            while (client.IsConnected)
            {
                if (publishes)
                {
                    client.Publish("t", [1], null, null, MqttQoSLevel.AtMostOnce, false);
                }

                Sleep(1);
            }

            Print(((nano::System.Environment.TickCount64 - before) / 1000).ToString());
            Print("done");
        });
        probe.Board.Serial.Printed += line =>
        {
            if (line.Text == "connected")
            {
                probe.Board.Radio.HalfOpen();
            }
        };
        probe.Run(2_000);
        return double.Parse(probe.Board.Serial.Lines[1].Text);
    }
}
