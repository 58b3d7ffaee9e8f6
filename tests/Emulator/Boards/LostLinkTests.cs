using JointWatch.Contract.Messages;
using JointWatch.Emulation.Tests.Bench;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>Whatever happens between board and broker, reports arrive, or are counted as dropped.</summary>
public sealed class LostLinkTests
{
    [Fact]
    public void A_board_that_loses_Wi_Fi_for_an_hour_delivers_every_report_that_fits_its_queue_once_it_is_back()
    {
        using Desk desk = new Desk().Up();
        desk.For(30);
        desk.Board.Radio.Cut();
        ulong atLoss = desk.Sequences(1).Max();
        desk.For(3_600);
        desk.Board.Radio.Restore();
        ulong atReturn = atLoss + 3_600;
        desk.Until(() => desk.Healths[^1] is { ReportsWaiting: < 3, Reconnects: > 0 }, 1_200);

        List<ulong> got = desk.Sequences(1);
        ulong last = got.Max();
        ulong[] missing = [.. Range(0, last).Except(got)];
        Assert.Equal(desk.Healths[^1].ReportsDropped, (ulong)missing.Length);
        Assert.InRange(missing.Length, 1, 3_300);
        Assert.InRange(missing[0], atLoss - 5, atLoss + 5);
        Assert.Equal(Range(missing[0], missing[^1]), missing);
        Assert.True(last > atReturn, "no fresh reports");
        Assert.Equal(1, desk.Board.Starts);
    }

    [Fact]
    public void After_an_outage_old_reports_go_out_in_order_and_fresh_ones_do_not_wait_for_them()
    {
        using Desk desk = new Desk().Up();
        desk.Board.Radio.Cut();
        desk.For(900);
        int before = desk.Reports.Count;
        desk.Board.Radio.Delay = TimeSpan.FromMilliseconds(150);
        desk.Board.Radio.Restore();
        desk.Until(() => desk.Healths[^1] is { ReportsWaiting: < 8, Reconnects: > 0 }, 900);

        double[] at = [.. desk.ReportTimes.Skip(before).Select(t => t.TotalSeconds)];
        List<ReportMessage> after = [.. desk.Reports.Skip(before)];
        double[] fresh = [at[0], .. at.Where((seconds, i) => Age(desk, after[i], seconds) < 5)];
        Assert.InRange(at[^1] - at[0], 20, 600);
        Assert.All(fresh.Zip(fresh.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 5));
        ulong[] old = [.. after.Where((r, i) => Age(desk, r, at[i]) > 150).Select(r => r.Sequence).Distinct()];
        Assert.InRange(old.Length, 700, 1_000);
        Assert.Equal(old.Order(), old);
    }

    private static double Age(Desk desk, ReportMessage report, double seconds) =>
        (desk.World.Scheduler.Began.AddSeconds(seconds) - DateTimeOffset.UnixEpoch.AddTicks((long)report.TimeUs * 10)).TotalSeconds;

    [Fact]
    public void A_broker_that_is_away_for_five_minutes_misses_no_report()
    {
        using Desk desk = new Desk().Up();
        desk.For(20);
        desk.Broker.Stop();
        desk.For(300);
        desk.Broker.Start();
        desk.Until(() => desk.Healths[^1] is { Reconnects: 1, ReportsWaiting: < 3 }, 300);

        AssertNothingMissing(desk);
        Assert.Equal(0ul, desk.Healths[^1].ReportsDropped);
        Assert.True(desk.Printed("broker: connection lost"), desk.Console);
    }

    [Fact]
    public void A_broker_that_restarts_and_forgets_is_told_again_who_the_board_is()
    {
        using Desk desk = new Desk().Up();
        desk.Broker.Stop(forgets: true);
        desk.For(3);
        desk.Broker.Start();
        desk.Until(() => desk.Births.Count == 2, 60);
        desk.For(5);

        Assert.NotNull(desk.Broker.Retained(Desk.Root + "birth"));
        Assert.Equal(NodeState.Online, desk.States[^1].State);
        AssertNothingMissing(desk);
    }

    [Fact]
    public void A_half_open_connection_is_found_out_within_two_minutes_although_M2Mqtt_does_not()
    {
        using Desk desk = new Desk().Up();
        desk.For(20);
        desk.Board.Radio.HalfOpen();
        int connects = desk.Broker.Connects;

        desk.Until(() => desk.Broker.Connects > connects, 120);
        desk.Until(() => desk.Healths[^1] is { Reconnects: 1, ReportsWaiting: < 3 }, 120);

        AssertNothingMissing(desk);
        Assert.Equal(1, desk.Board.Starts);
    }

    [Fact]
    public void A_broker_that_takes_connections_and_never_answers_does_not_hang_the_board()
    {
        using Desk desk = new();
        desk.Broker.IsMute = true;
        desk.Board.PowerOn();
        desk.For(1_800);
        Assert.Equal(1, desk.Board.Starts);

        desk.Broker.IsMute = false;
        desk.Until(() => desk.Reports.Count > 0, 300);
    }

    [Fact]
    public void A_radio_that_loses_a_third_of_its_packets_delays_reports_and_loses_none()
    {
        using Desk desk = new Desk().Up();
        desk.Board.Radio.Loss = 0.33;
        desk.For(600);
        desk.Board.Radio.Loss = 0;
        desk.For(60);

        AssertNothingMissing(desk);
        Assert.Equal(0ul, desk.Healths[^1].ReportsDropped);
    }

    [Fact]
    public void A_board_waits_longer_after_each_failure_and_no_longer_than_two_minutes_and_a_half()
    {
        using Desk desk = new();
        List<double> attempts = [];
        desk.Broker.Stop();
        desk.Board.Serial.Printed = line =>
        {
            if (line.Text.StartsWith("broker:", StringComparison.Ordinal))
            {
                attempts.Add(line.At.TotalSeconds);
            }
        };
        desk.Board.PowerOn();
        desk.For(3_600);
        desk.Broker.Start();
        double begun = desk.World.Now.TotalSeconds;
        desk.Until(() => desk.Reports.Count > 0, 200);

        Assert.InRange(desk.World.Now.TotalSeconds - begun, 0, 150);
        Assert.NotEmpty(attempts);
    }

    [Fact]
    public void A_board_out_of_reach_of_its_network_at_power_up_finds_it_when_it_comes()
    {
        using Desk desk = new();
        desk.Board.Radio.Cut();
        desk.Board.PowerOn();
        desk.For(7_200);
        Assert.Equal((0, 1), (desk.Broker.Connects, desk.Board.Starts));

        desk.Board.Radio.Restore();
        desk.Until(() => desk.Reports.Count > 0, 240);
    }

    [Fact]
    public void A_network_that_gives_no_addresses_is_named_on_the_console()
    {
        using Desk desk = new();
        desk.Board.Radio.GivesAddresses = false;
        desk.Board.PowerOn();
        desk.Until(() => desk.Printed("no address from home"), 120);
    }

    internal static IEnumerable<ulong> Range(ulong from, ulong to)
    {
        for (ulong i = from; i <= to; i++)
        {
            yield return i;
        }
    }

    private static void AssertNothingMissing(Desk desk)
    {
        List<ulong> got = desk.Sequences(1);
        Assert.Empty(Range(0, got.Max()).Except(got));
    }
}
