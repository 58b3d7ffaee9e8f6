using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests;

public sealed class SensorNodeTests
{
    [Fact]
    public void At_each_connect_the_node_says_what_it_is_and_that_it_is_online_before_anything_else()
    {
        TestBench bench = new();
        bench.Run(3_000);
        bench.Link.State = LinkState.Down;
        bench.Link.Messages.Clear();

        bench.Run(5_000);

        Sent birth = bench.Link.Messages[0];
        Sent state = bench.Link.Messages[1];
        Assert.Equal(("jointwatch/v1/alpha/radar-1/birth", 1, true), (birth.Topic, birth.Qos, birth.Retain));
        Assert.Equal(("jointwatch/v1/alpha/radar-1/state", 1, true), (state.Topic, state.Qos, state.Retain));
        Assert.Equal(NodeState.Online, StationDecoder.ReadState(state.Bytes, 0, state.Bytes.Length).State);
        Assert.Equal(7u, StationDecoder.ReadBirth(birth.Bytes, 0, birth.Bytes.Length).Boot);
        Assert.Equal(1, bench.Node.Reconnects);
    }

    [Fact]
    public void Reports_are_numbered_from_zero_and_carry_the_instants_of_the_scans()
    {
        TestBench bench = new();

        bench.Run(4_950, pieceMs: 330);

        Assert.Equal([0ul, 1ul, 2ul, 3ul, 4ul], bench.Reports.Select(r => r.Sequence));
        Assert.Equal(Enumerable.Range(0, 5).Select(i => (ulong)FakeClock.Noon + (ulong)(i * 1_000_000)), bench.Reports.Select(r => r.TimeUs));
        Assert.All(bench.Reports, r => Assert.Equal((7u, 250u, false, 0), (r.Boot, r.ClockSigmaUs, r.InExercise, r.Count)));
    }

    [Fact]
    public void A_node_that_does_not_know_the_time_does_not_scan()
    {
        TestBench bench = new();
        bench.Clock.UtcKnown = false;
        bench.Run(5_000);
        Assert.Empty(bench.Reports);
        Assert.NotEmpty(bench.Link.On(Topics.Birth));

        bench.Clock.UtcKnown = true;
        bench.Run(3_000);
        Assert.NotEmpty(bench.Reports);
    }

    [Fact]
    public void A_node_whose_link_is_down_keeps_its_newest_reports_and_counts_the_dropped()
    {
        TestBench bench = new(options: new NodeOptions { QueueReports = 10 });
        bench.Link.ComesUpAtOnce = false;
        bench.Run(25_000);
        Assert.Equal((10, 15L), (bench.Node.ReportsWaiting, bench.Node.ReportsDropped));

        bench.Link.State = LinkState.Up;
        bench.Run(100);

        // The newest goes between the old ones, so that those who wait for it need not wait for all.
        Assert.Equal(Enumerable.Range(16, 10).Select(i => (ulong)i), bench.Reports.Select(r => r.Sequence).Order());
        Assert.Equal((0, 10L, 16L), (bench.Node.ReportsWaiting, bench.Node.ReportsConfirmed, bench.Node.ReportsDropped));
    }

    [Fact]
    public void A_report_that_was_not_confirmed_goes_again_with_its_number_on_the_next_connection()
    {
        TestBench bench = new();
        bench.Run(2_500, confirm: false);
        byte[][] before = [.. bench.Link.On(Topics.Report).Select(m => m.Bytes)];
        bench.Link.State = LinkState.Down;
        bench.Link.Messages.Clear();

        bench.Run(2_000);

        Assert.Equal(3, before.Length);
        Assert.Equal(before, bench.Link.On(Topics.Report).Take(3).Select(m => m.Bytes));
    }

    [Fact]
    public void Reports_wait_for_the_birth_that_explains_them()
    {
        TestBench bench = new();
        bench.Link.Accepts = false;
        bench.Run(3_000);
        Assert.Empty(bench.Link.Messages);

        bench.Link.Accepts = true;
        bench.Run(100);

        Assert.EndsWith("/birth", bench.Link.Messages[0].Topic, StringComparison.Ordinal);
        Assert.Equal(4, bench.Reports.Count);
    }

    [Fact]
    public void Health_goes_every_ten_seconds_and_tells_what_became_of_the_reports()
    {
        TestBench bench = new();
        bench.Run(25_000);

        HealthMessage[] healths = [.. bench.Link.On(Topics.Health).Select(m => StationDecoder.ReadHealth(m.Bytes, 0, m.Bytes.Length))];

        Assert.Equal([0ul, 10_000ul, 20_000ul], healths.Select(h => h.UptimeMs));
        Assert.Equal((21ul, 20ul, 0ul, 40_000L, -61), (healths[2].Scans, healths[2].ReportsSent, healths[2].ReportsDropped, healths[2].FreeHeapBytes, healths[2].SignalDbm));
        Assert.All(bench.Link.On(Topics.Health), m => Assert.Equal((0, false), (m.Qos, m.Retain)));
    }

    [Fact]
    public void A_node_asks_to_be_called_when_its_next_scan_is_due()
    {
        TestBench bench = new();
        bench.Clock.UtcUs += 400_000;
        bench.Node.Step();

        Assert.Equal(600, bench.Node.Step());
    }

    [Fact]
    public void A_board_that_oversleeps_makes_up_for_its_scans_a_few_in_each_step()
    {
        TestBench bench = new(options: new NodeOptions { ScansPerStep = 4 });
        bench.Run(100);
        bench.Clock.Advance(9_900);

        Assert.Equal(0, bench.Node.Step());
        Assert.Equal(5, bench.Node.Scans);
        bench.Run(200, pieceMs: 100);
        Assert.Equal(11, bench.Node.Scans);
    }

    [Fact]
    public void Leaving_says_offline_once_more_and_scans_no_longer()
    {
        TestBench bench = new();
        bench.Run(1_500);

        bench.Node.Leave("stopped");
        Assert.True(bench.Node.StatePending);
        long scans = bench.Node.Scans;
        bench.Run(3_000);

        Sent state = bench.Link.On(Topics.State)[^1];
        StateMessage said = StationDecoder.ReadState(state.Bytes, 0, state.Bytes.Length);
        Assert.Equal((NodeState.Offline, 7u, "stopped"), (said.State, said.Boot, said.Reason));
        Assert.False(bench.Node.StatePending);
        Assert.Equal(scans, bench.Node.Scans);
    }
}
