using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests;

/// <summary>What a node does for its board: button, test target, safe mode, deaf links, flash.</summary>
public sealed class BoardNodeTests
{
    private readonly FakeClock _clock = new();
    private readonly FakeLink _link = new();
    private readonly FakeHost _host = new();
    private readonly FakeFlash _flash = new();

    [Fact]
    public void A_press_marks_the_next_report_and_only_that_one()
    {
        SensorNode node = Node(new NodeStart(7));
        Run(node, 1_500);
        node.Mark();
        node.Mark();
        Run(node, 2_000);

        Assert.Equal([0u, 0u, 2u, 0u], Reports().Select(r => r.Marks));
    }

    [Theory]
    [InlineData(SensorKind.Radar)]
    [InlineData(SensorKind.Infrared)]
    public void The_test_target_is_seen_in_every_scan_for_a_minute_and_the_reports_say_so(SensorKind kind)
    {
        SensorNode node = Node(new NodeStart(7), kind == SensorKind.Radar ? Some.Radar() : Some.Infrared());
        Run(node, 950);
        node.ToggleTest();
        Run(node, 70_000);

        ReportMessage[] reports = [.. Reports(kind)];
        ReportMessage[] test = [.. reports.Where(r => r.Test)];
        Assert.Equal(60, test.Length);
        Assert.All(test, r => Assert.Equal(1, r.Count));
        Assert.All(reports.Where(r => !r.Test), r => Assert.Equal(0, r.Count));

        // It moves: to the map it is a track, not a spot.
        Assert.True(test.Max(r => r.AzimuthUrad[0]) - test.Min(r => r.AzimuthUrad[0]) > 500_000);
    }

    [Fact]
    public void A_second_long_press_ends_the_test()
    {
        SensorNode node = Node(new NodeStart(7));
        node.ToggleTest();
        Assert.True(node.Testing);
        node.ToggleTest();
        Run(node, 3_000);
        Assert.DoesNotContain(Reports(), r => r.Test);
    }

    [Fact]
    public void In_safe_mode_a_node_says_so_tells_its_health_and_does_not_scan_even_when_told_to()
    {
        SensorNode node = Node(new NodeStart(9) { Reason = BootReason.Crash, Cause = "main: bang", SafeMode = true });
        Run(node, 12_000);
        byte[] buffer = new byte[64];
        node.Receive(node.CommandTopic, buffer, 0, StationEncoder.Write(new CommandMessage { Number = 1, Verb = CommandVerb.Start }, buffer));
        Run(node, 3_000);

        BirthMessage birth = StationDecoder.ReadBirth(_link.On(Topics.Birth)[0].Bytes, 0, _link.On(Topics.Birth)[0].Bytes.Length);
        Assert.Equal((BootReason.Crash, "main: bang", true), (birth.BootReason, birth.Cause, birth.SafeMode));
        Assert.Equal(2, _link.On(Topics.Health).Count);
        Assert.Empty(Reports());
        AckMessage ack = StationDecoder.ReadAck(_link.On(Topics.Ack)[0].Bytes, 0, _link.On(Topics.Ack)[0].Bytes.Length);
        Assert.Equal((AckResult.Refused, "in safe mode after crashes; reboot it first"), (ack.Result, ack.Reason));
    }

    [Fact]
    public void Health_tells_the_clock_the_largest_block_and_why_the_board_started()
    {
        _clock.State = ClockState.SetLongAgo;
        _clock.DriftKnown = true;
        _clock.DriftPpb = -12_345;
        SensorNode node = Node(new NodeStart(9) { Reason = BootReason.Watchdog });
        Run(node, 100);

        HealthMessage health = StationDecoder.ReadHealth(_link.On(Topics.Health)[0].Bytes, 0, _link.On(Topics.Health)[0].Bytes.Length);
        Assert.Equal((ClockState.SetLongAgo, true, -12_345, 20_000L, BootReason.Watchdog), (health.ClockState, health.DriftKnown, health.DriftPpb, health.LargestBlockBytes, health.BootReason));
    }

    [Fact]
    public void What_people_should_know_stands_in_the_state_of_a_node_that_is_online()
    {
        SensorNode node = Node(new NodeStart(9) { Note = "set-up: port is 0; expected 1 to 65535" });
        Run(node, 100);

        StateMessage state = StationDecoder.ReadState(_link.On(Topics.State)[0].Bytes, 0, _link.On(Topics.State)[0].Bytes.Length);
        Assert.Equal((NodeState.Online, "set-up: port is 0; expected 1 to 65535"), (state.State, state.Reason));
    }

    [Fact]
    public void A_link_that_takes_everything_and_confirms_nothing_is_closed_and_opened_anew()
    {
        SensorNode node = Node(new NodeStart(9));
        Run(node, 5_000);
        Run(node, 60_000, confirm: false);

        Assert.Equal(1, _link.Closings);
        Assert.Equal(1, node.Reconnects);
    }

    [Fact]
    public void An_hour_without_a_broker_fits_into_memory_and_flash_and_arrives_whole()
    {
        SensorNode node = Node(new NodeStart(9) { Flash = _flash }, Sparse(), Small(spillBytes: 256 * 1024));
        Run(node, 2_000);
        _link.ComesUpAtOnce = false;
        _link.Close();
        Run(node, 3_600_000, pieceMs: 1_000);
        Assert.Equal((0L, 0), (node.ReportsDropped, _link.On(Topics.Report).Count - 2));
        Assert.InRange(_flash.Writes, 20, 120);

        _link.State = LinkState.Up;
        Run(node, 300_000, pieceMs: 100);

        Assert.Equal(Enumerable.Range(0, (int)node.Scans).Select(i => (ulong)i), Reports().Select(r => r.Sequence).Order());
        Assert.Equal((0, 0L), (node.ReportsWaiting, node.ReportsDropped));
        Assert.Empty(_flash.Files);
    }

    [Fact]
    public void A_restart_in_the_middle_of_the_outage_loses_what_was_in_memory_alone()
    {
        SensorNode first = Node(new NodeStart(9) { Flash = _flash }, Sparse(), Small(spillBytes: 256 * 1024));
        _link.ComesUpAtOnce = false;
        Run(first, 1_800_000, pieceMs: 1_000);
        int inFlash = first.ReportsWaiting;
        _link.State = LinkState.Down;
        _link.ComesUpAtOnce = true;
        SensorNode second = Node(new NodeStart(10) { Flash = _flash }, Sparse(), Small(spillBytes: 256 * 1024));
        inFlash -= inFlash - second.ReportsWaiting;

        Run(second, 120_000);

        ReportMessage[] old = [.. Reports().Where(r => r.Boot == 9)];
        Assert.True(inFlash > 1_000);
        Assert.Equal(Enumerable.Range(0, inFlash).Select(i => (ulong)i), old.Select(r => r.Sequence));
    }

    [Fact]
    public void Fresh_reports_arrive_within_seconds_while_an_hour_of_old_ones_comes_in()
    {
        SensorNode node = Node(new NodeStart(9) { Flash = _flash }, Sparse(), Small(spillBytes: 256 * 1024));
        _link.ComesUpAtOnce = false;
        Run(node, 3_600_000, pieceMs: 1_000);
        ulong fresh = (ulong)node.Scans;
        _link.State = LinkState.Up;

        // Ten confirmations a second: the old ones take six minutes.
        for (int i = 0; i < 600; i++)
        {
            int before = _link.Messages.Count;
            node.Step();
            foreach (Sent sent in _link.Messages.Skip(before).Take(1).ToArray())
            {
                node.Confirmed(sent.Ticket);
            }

            foreach (Sent sent in _link.Messages.Take(before).TakeLast(8))
            {
                node.Confirmed(sent.Ticket);
            }

            _clock.Advance(100);
        }

        Assert.True(node.ReportsWaiting > 1_000);
        Assert.InRange(Reports().Count(r => r.Sequence >= fresh), 50, 62);
    }

    private SensorNode Node(NodeStart start, NodeSetup? setup = null, NodeOptions? options = null) =>
        new(setup ?? Some.Radar(), start, options ?? new NodeOptions(), _clock, _link, _host);

    private static NodeSetup Sparse() => Some.Radar();

    private static NodeOptions Small(int spillBytes)
    {
        NodeOptions options = NodeOptions.ForSmallBoard();
        options.SpillBytes = spillBytes;
        return options;
    }

    private void Run(SensorNode node, int milliseconds, int pieceMs = 100, bool confirm = true)
    {
        for (int gone = 0; gone < milliseconds; gone += pieceMs)
        {
            int before = _link.Messages.Count;
            node.Step();
            if (confirm)
            {
                foreach (Sent sent in _link.Messages.Skip(before).ToArray())
                {
                    node.Confirmed(sent.Ticket);
                }
            }

            _clock.Advance(pieceMs);
        }
    }

    private IEnumerable<ReportMessage> Reports(SensorKind kind = SensorKind.Radar) =>
        _link.On(Topics.Report).Select(m => StationDecoder.ReadReport(m.Bytes, 0, m.Bytes.Length, kind));
}
