using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Station;
using JointWatch.Emulation.Tests.Bench;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>What people and stations do to a board: its button, its lamp, its buzzer, its commands.</summary>
public sealed class PeopleTests
{
    [Fact]
    public void A_short_press_marks_the_next_report()
    {
        using Desk desk = new Desk().Up();
        desk.Board.Pins.Press(Desk.Button, TimeSpan.FromMilliseconds(150));
        desk.For(4);

        Assert.Equal(1u, (uint)desk.Reports.Sum(r => r.Marks));
        Assert.DoesNotContain(desk.Reports, r => r.Test);
    }

    [Fact]
    public void A_long_press_starts_the_boards_own_test_target_and_another_ends_it()
    {
        using Desk desk = new Desk().Up();
        desk.Board.Pins.Press(Desk.Button, TimeSpan.FromSeconds(2));
        desk.For(10);
        Assert.True(desk.Reports[^1].Test);
        Assert.Contains(desk.Reports, r => r.Test && r.Count > 0);

        desk.Board.Pins.Press(Desk.Button, TimeSpan.FromSeconds(2));
        desk.For(10);
        Assert.False(desk.Reports[^1].Test);
        Assert.Equal(0, desk.Reports.Sum(r => r.Marks));
    }

    [Fact]
    public void A_contact_that_bounces_is_no_press_and_one_that_bounces_at_its_ends_is_one()
    {
        using Desk desk = new Desk().Up();
        for (int i = 0; i < 10; i++)
        {
            desk.Board.Pins.Press(Desk.Button, TimeSpan.FromMilliseconds(2));
            desk.For(0.004);
        }

        desk.For(3);
        Assert.Equal(0, desk.Reports.Sum(r => r.Marks));

        desk.Board.Pins.Press(Desk.Button, TimeSpan.FromMilliseconds(2));
        desk.For(0.004);
        desk.Board.Pins.Press(Desk.Button, TimeSpan.FromMilliseconds(200));
        desk.For(0.202);
        desk.Board.Pins.Press(Desk.Button, TimeSpan.FromMilliseconds(2));
        desk.For(3);
        Assert.Equal(1, desk.Reports.Sum(r => r.Marks));
    }

    [Fact]
    public void The_buzzer_sounds_while_the_station_warns_and_is_silent_when_it_stops()
    {
        using Desk desk = new Desk().Up();
        Alarm(desk, 2);
        desk.For(10);
        Assert.InRange(desk.Board.Pins[Desk.Buzzer].ChangeCount, 2, 200);
        Assert.True(desk.Board.Pins[Desk.Buzzer].HighWithin(TimeSpan.FromSeconds(9)) > TimeSpan.FromSeconds(0.2));

        Alarm(desk, 0);
        desk.For(10);
        Assert.Equal(TimeSpan.Zero, desk.Board.Pins[Desk.Buzzer].HighWithin(TimeSpan.FromSeconds(8)));
    }

    [Fact]
    public void A_board_that_joins_while_the_station_warns_hears_it_too()
    {
        using Desk desk = new();
        Alarm(desk, 1);
        desk.Up();
        desk.For(5);

        Assert.InRange(desk.Board.Pins[Desk.Buzzer].ChangeCount, 2, 200);
    }

    [Fact]
    public void The_lamp_tells_the_stages_of_a_start_and_identify_flickers()
    {
        using Desk desk = new();
        desk.Board.Radio.Cut();
        desk.Board.PowerOn();
        desk.For(20);
        Assert.Equal(0.1, Duty(desk), 0.03);

        desk.World.Net.TimeServers.Answers = false;
        desk.Broker.Stop();
        desk.Board.Radio.Restore();
        desk.For(150);
        Assert.True(desk.Printed("clock: no answer"), desk.Console);

        desk.World.Net.TimeServers.Answers = true;
        desk.Broker.Start();
        desk.Until(() => desk.Reports.Count > 0, 400);
        desk.For(12);
        Assert.Equal(50.0 / 4_000, Duty(desk), 0.005);

        desk.Command(new CommandMessage { Number = 1, Verb = CommandVerb.Identify, ForBoot = true, Boot = 1 });
        desk.For(9);
        Assert.Equal(0.5, Duty(desk), 0.1);
    }

    [Fact]
    public void What_a_board_with_a_key_says_is_sealed_and_a_command_sealed_for_it_is_carried_out_once()
    {
        using Desk desk = new Desk(sealing: true).Up();
        Assert.All(desk.Broker.Messages.Where(m => m.Topic.EndsWith("/report", StringComparison.Ordinal)), m => Assert.True(Sealed.Is(m.Payload, 0, m.Payload.Length)));

        byte[] stop = SealedCommand(Desk.Key, "command", new CommandMessage { Number = 7, Verb = CommandVerb.Stop, ForBoot = true, Boot = 1 });
        desk.Broker.Publish(Desk.Root + "command", stop);
        desk.For(2);
        Assert.Equal((7u, AckResult.Done), (desk.Acks[^1].Number, desk.Acks[^1].Result));
        byte[] start = SealedCommand(Desk.Key, "command", new CommandMessage { Number = 8, Verb = CommandVerb.Start, ForBoot = true, Boot = 1 });
        desk.Broker.Publish(Desk.Root + "command", start);
        desk.For(2);

        // Somebody who has listened sends the first one again.
        desk.Broker.Publish(Desk.Root + "command", stop);
        desk.For(2);
        int reports = desk.Reports.Count;
        desk.For(10);
        Assert.Equal(AckResult.Repeated, desk.Acks[^1].Result);
        Assert.InRange(desk.Reports.Count - reports, 9, 11);
    }

    [Fact]
    public void A_command_sealed_with_another_key_for_another_topic_for_another_boot_or_not_at_all_is_refused()
    {
        using Desk desk = new Desk(sealing: true).Up();
        CommandMessage stop = new() { Number = 1, Verb = CommandVerb.Stop, ForBoot = true, Boot = 1 };
        byte[] otherKey = [.. Desk.Key.Reverse()];
        desk.Broker.Publish(Desk.Root + "command", SealedCommand(otherKey, "command", stop));
        desk.Broker.Publish(Desk.Root + "command", SealedCommand(Desk.Key, "ack", stop));
        desk.Broker.Publish(Desk.Root + "command", SealedCommand(Desk.Key, "command", new CommandMessage { Number = 1, Verb = CommandVerb.Stop, ForBoot = true, Boot = 9 }));
        desk.Command(stop);
        int reports = desk.Reports.Count;
        desk.For(20);

        Assert.InRange(desk.Reports.Count - reports, 19, 21);
        Assert.DoesNotContain(desk.Acks, a => a.Result == AckResult.Done);
    }

    [Fact]
    public void A_new_scan_period_by_command_is_kept_to_and_told_in_a_new_birth()
    {
        using Desk desk = new Desk().Up();
        desk.Command(new CommandMessage { Number = 1, Verb = CommandVerb.SetScanPeriod, ForBoot = true, Boot = 1, ScanPeriodUs = 250_000 });
        desk.For(3);
        Assert.Equal((AckResult.Done, 250_000u), (desk.Acks[^1].Result, desk.Births[^1].ScanPeriodUs));

        int reports = desk.Reports.Count;
        desk.For(20);
        Assert.InRange(desk.Reports.Count - reports, 79, 81);

        desk.Command(new CommandMessage { Number = 2, Verb = CommandVerb.SetScanPeriod, ForBoot = true, Boot = 1, ScanPeriodUs = 3 });
        desk.For(3);
        Assert.Equal(AckResult.Refused, desk.Acks[^1].Result);
        Assert.Equal(250_000u, desk.Births[^1].ScanPeriodUs);
    }

    private static double Duty(Desk desk) => desk.Board.Pins[Desk.Lamp].HighWithin(TimeSpan.FromSeconds(8)).TotalSeconds / 8;

    private static void Alarm(Desk desk, uint warnings)
    {
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        AlarmMessage alarm = new() { Warnings = warnings, UtcUs = (ulong)((desk.World.Scheduler.UtcNow - DateTimeOffset.UnixEpoch).Ticks / 10) };
        desk.Broker.Publish(Topics.Alarm, buffer[..StationEncoder.Write(alarm, buffer)], retain: true);
    }

    private static byte[] SealedCommand(byte[] key, string kind, CommandMessage command)
    {
        byte[] plain = new byte[MessageEncoder.MaxSmallBytes];
        byte[] buffer = new byte[plain.Length + Sealed.MaxOverhead];
        int length = StationEncoder.Write(command, plain);
        return buffer[..new Sealed(key).Write(Topics.Bytes(Desk.Root + kind), plain, length, buffer)];
    }
}
