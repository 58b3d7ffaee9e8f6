extern alias nano;

using System.Reflection;
using JointWatch.Emulation.Tests.Bench;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>The flash when it is full or loses power, and M2Mqtt's faults, each as a board meets it.</summary>
public sealed class FlashAndLibraryTests
{
    [Fact]
    public void A_full_flash_costs_old_reports_and_nothing_else()
    {
        using Desk desk = new();
        desk.Board.Flash.Fill(@"I:\photos", bytesLeft: 0);
        desk.Up();
        desk.Board.Radio.Cut();
        desk.For(1_800);
        desk.Board.Radio.Restore();
        desk.Until(() => desk.Healths[^1] is { Reconnects: > 0, ReportsWaiting: < 3 }, 300);

        Assert.Equal(1, desk.Board.Starts);
        Assert.InRange(desk.Healths[^1].ReportsDropped, 1_000ul, 1_900ul);
    }

    [Fact]
    public void Power_that_fails_while_reports_go_to_the_flash_harms_no_later_report()
    {
        int failures = 0;
        for (int step = 1; step <= 12; step++)
        {
            using Desk desk = new Desk(seed: step).Up();
            desk.Board.Radio.Cut();
            desk.For(60);
            desk.Board.Flash.FailPowerAtStep(step * 3);
            desk.For(3_600);
            desk.Board.Flash.KeepPower();
            desk.Board.PowerOn();
            desk.Board.Radio.Restore();
            desk.Until(() => desk.Healths[^1] is { Boot: 2, ReportsWaiting: < 3 } or { Reconnects: > 0, ReportsWaiting: < 3 }, 400);

            uint boot = (uint)desk.Board.Starts;
            desk.Until(() => desk.Sequences(boot).Count > 10, 120);
            failures += desk.Board.Starts - 1;
            List<ulong> got = desk.Sequences(boot);
            Assert.Empty(LostLinkTests.Range(boot == 2 ? 0 : got.Max() - 60, got.Max()).Except(got));
            Assert.All(desk.Reports, r => Assert.InRange(r.Boot, 1u, boot));
        }

        Assert.InRange(failures, 8, 12);
    }

    [Fact]
    public void An_hour_without_a_broker_wears_the_flash_little()
    {
        using Desk desk = new Desk().Up();
        desk.For(60);
        int before = desk.Board.Flash.SectorErases.Sum();
        desk.Broker.Stop();
        desk.For(3_600);

        // 100,000 erasures of each of 60 sectors: at this rate of all outages, years of them.
        Assert.InRange(desk.Board.Flash.SectorErases.Sum() - before, 0, 200);
    }

    [Fact]
    public void A_running_board_writes_nothing_to_its_flash()
    {
        using Desk desk = new Desk().Up();
        desk.For(900);
        long before = desk.Board.Flash.Writes;
        desk.For(7_200);

        Assert.Equal(before, desk.Board.Flash.Writes);
    }

    [Fact]
    public void What_M2Mqtt_would_queue_without_bound_while_the_link_is_down_never_gets_there()
    {
        using Desk desk = new Desk().Up();
        desk.Broker.Stop();
        desk.For(5);
        for (int i = 0; i < 100; i++)
        {
            desk.For(30);
            Assert.InRange(desk.Board.Memory.QueuedBytes, 0, 1_000);
        }
    }

    [Fact]
    public void Messages_that_are_never_answered_do_not_fill_M2Mqtts_queue()
    {
        using Desk desk = new Desk().Up();
        desk.Broker.Unanswered = m => m.Topic.EndsWith("/report", StringComparison.Ordinal);
        for (int i = 0; i < 60; i++)
        {
            desk.For(60);
            Assert.InRange(desk.Board.Memory.QueuedBytes, 0, 12_000);
        }

        Assert.Equal(1, desk.Board.Starts);
        desk.Broker.Unanswered = null;
        desk.For(300);
        Assert.True(desk.Board.Traffic.Confirmed("report") > 0);
    }

    [Fact]
    public void A_connect_that_throws_although_the_broker_accepted_is_tried_again()
    {
        using Desk desk = new Desk().Up();
        desk.Board.MqttFaults.StaleFaultOnConnect = 1;
        desk.Broker.Stop();
        desk.For(5);
        desk.Broker.Start();
        desk.For(60);
        desk.Board.MqttFaults.StaleFaultOnConnect = 0;
        desk.Until(() => desk.Healths[^1] is { Reconnects: > 0, ReportsWaiting: < 3 }, 300);
    }

    [Fact]
    public void A_broker_that_comes_and_goes_every_few_seconds_leaves_no_client_behind()
    {
        using Desk desk = new Desk().Up();
        for (int i = 0; i < 100; i++)
        {
            desk.Broker.Stop();
            desk.For(0.5 + (i % 7));
            desk.Broker.Start();
            desk.For(3 + (i % 11));
            Assert.InRange(desk.Broker.Clients.Count, 0, 1);
        }

        desk.Until(() => desk.Healths[^1] is { ReportsWaiting: < 3 }, 300);
        Assert.Equal(1, desk.Board.Starts);
        List<ulong> got = desk.Sequences(1);
        Assert.Empty(LostLinkTests.Range(0, got.Max()).Except(got));
    }

    [Fact]
    public void The_firmware_keeps_nothing_in_statics_so_that_a_start_is_a_start()
    {
        const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        string[] kept =
        [
            .. typeof(nano::JointWatch.Firmware.Esp32.Program).Assembly.GetTypes()
                .Where(t => t.Namespace?.StartsWith("JointWatch.Firmware", StringComparison.Ordinal) == true)
                .SelectMany(t => t.GetFields(Statics))
                .Where(f => !f.IsLiteral && !f.IsInitOnly && !f.Name.StartsWith('<'))
                .Select(f => $"{f.DeclaringType!.Name}.{f.Name}"),
        ];

        Assert.Empty(kept);
    }
}
