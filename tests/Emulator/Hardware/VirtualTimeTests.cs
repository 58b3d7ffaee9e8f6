extern alias nano;

using JointWatch.Emulation.Tests.Bench;
using nano::nanoFramework.M2Mqtt;
using static JointWatch.Emulation.Tests.Bench.Probe;
using NanoThread = nano::System.Threading.Thread;

namespace JointWatch.Emulation.Tests.Hardware;

/// <summary>Virtual time: what a test may rely on.</summary>
public sealed class VirtualTimeTests
{
    [Fact]
    public void A_day_of_waiting_passes_at_once_and_to_the_tick()
    {
        using Probe probe = new(() =>
        {
            long before = nano::System.Environment.TickCount64;
            Sleep(86_400);
            Print((nano::System.Environment.TickCount64 - before).ToString());
            Print("done");
        });

        probe.Run(limitSeconds: 90_000);

        Assert.Equal("86400000", probe.Board.Serial.Lines[0].Text);
    }

    [Fact]
    public void A_thread_that_alone_waits_costs_no_switch_of_threads()
    {
        using Probe probe = new(() =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                Sleep(1);
            }

            Print("done");
        });

        probe.Run(limitSeconds: 20_000);

        Assert.InRange(probe.World.Switches, 0, 20);
    }

    [Fact]
    public void The_same_seed_gives_the_same_history_and_another_seed_another()
    {
        string first = History(7);

        Assert.Equal(first, History(7));
        Assert.NotEqual(first, History(8));
    }

    [Fact]
    public void Threads_take_turns_at_their_waits_and_an_event_wakes_the_one_that_waits()
    {
        nano::System.Threading.AutoResetEvent bell = null!;
        using Probe probe = new(() =>
        {
            bell = new nano::System.Threading.AutoResetEvent(false);
            NanoThread other = new(() =>
            {
                Sleep(2);
                Print("rings");
                bell.Set();
                Print("goes on");
            });
            other.Start();
            Print(bell.WaitOne(1_000, false) ? "rung" : "waited in vain");
            Print(bell.WaitOne(5_000, false) ? "rung" : "waited in vain");
            other.Join();
            Print("done");
        });

        probe.Run();

        Assert.Equal(["waited in vain", "rings", "goes on", "rung", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
    }

    [Fact]
    public void A_lock_keeps_another_thread_out_while_its_holder_waits()
    {
        object gate = new();
        using Probe probe = new(() =>
        {
            NanoThread other = new(() =>
            {
                nano::System.Threading.Monitor.Enter(gate);
                Print("other in");
                nano::System.Threading.Monitor.Exit(gate);
            });
            nano::System.Threading.Monitor.Enter(gate);
            other.Start();
            Sleep(1);
            Print("leaves");
            nano::System.Threading.Monitor.Exit(gate);
            other.Join();
            Print("done");
        });

        probe.Run();

        Assert.Equal(["leaves", "other in", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
    }

    [Fact]
    public void A_loop_that_only_polls_the_clock_comes_to_its_end()
    {
        using Probe probe = new(() =>
        {
            long until = nano::System.Environment.TickCount64 + 250;
            while (nano::System.Environment.TickCount64 < until)
            {
            }

            Print("done");
        });

        probe.Run(limitSeconds: 10);
    }

    [Fact]
    public void A_firmware_that_catches_everything_for_ever_still_loses_its_power()
    {
        using Probe probe = new(() =>
        {
            while (true)
            {
                try
                {
                    Sleep(1);
                }
                catch (Exception)
                {
                    // Never gives up.
                }
            }
        });
        probe.Board.PowerOn();
        probe.World.RunFor(TimeSpan.FromSeconds(10));

        probe.Board.CutPower();
        probe.World.RunFor(TimeSpan.FromSeconds(10));

        Assert.False(probe.Board.HasPower);
    }

    [Fact]
    public void A_reboot_starts_main_anew_and_the_ticks_with_it()
    {
        using Probe probe = new(() =>
        {
            Print("ticks " + nano::System.Environment.TickCount64);
            Sleep(5);
            nano::nanoFramework.Runtime.Native.Power.RebootDevice();
            Print("never printed");
        });
        probe.Board.PowerOn();
        probe.World.RunFor(TimeSpan.FromSeconds(15));

        Assert.Equal(["ticks 1200", "ticks 1200", "ticks 1200"], probe.Board.Serial.Lines.Select(l => l.Text));
        Assert.Equal((3, StartReason.Reset), (probe.Board.Starts, probe.Board.LastStart));
    }

    [Fact]
    public void An_exception_that_nobody_catches_ends_its_thread_alone_and_is_printed()
    {
        using Probe probe = new(() =>
        {
            new NanoThread(() => throw new InvalidOperationException("out of order")).Start();
            Sleep(1);
            Print("done");
        });

        probe.Run();

        Assert.Contains("InvalidOperationException - out of order", probe.Board.Serial.Lines[0].Text, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(probe.Board.Unhandled);
    }

    private static string History(int seed)
    {
        using Probe probe = new(
            () =>
            {
                MqttClient client = Connected();
                client.MqttMsgPublished += (_, e) => Print("published " + e.MessageId + " " + nano::System.Environment.TickCount64);
                NanoThread other = new(() =>
                {
                    for (int i = 0; i < 200; i++)
                    {
                        Publish(client, "b", "b" + i);
                        Sleep(0.013);
                    }
                });
                other.Start();
                for (int i = 0; i < 200; i++)
                {
                    Publish(client, "a", "a" + i);
                    Sleep(0.017);
                }

                Sleep(5);
                Print("done");
            },
            seed: seed);
        probe.Board.Radio.Loss = 0.1;
        probe.Run();
        return probe.Board.Serial.Text + string.Join('\n', probe.Broker.Messages.Select(m => $"{m.At.Ticks} {m.Topic} {Convert.ToHexString(m.Payload)}"));
    }
}
