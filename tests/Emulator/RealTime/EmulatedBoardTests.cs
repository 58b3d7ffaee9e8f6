using System.Buffers;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Firmware;

namespace JointWatch.Emulation.Tests.RealTime;

/// <summary>Boards against a real broker over TCP.</summary>
public sealed class EmulatedBoardTests
{
    private const string BirthTopic = "jointwatch/v1/alpha/radar-1/birth";
    private const string StateTopic = "jointwatch/v1/alpha/radar-1/state";
    private const string CommandTopic = "jointwatch/v1/alpha/radar-1/command";

    [Fact]
    public async Task A_board_comes_up_with_a_retained_birth_and_state_and_reports_what_the_contract_allows()
    {
        await using TestBroker broker = await TestBroker.StartAsync();
        await using RunningBoard running = new(broker.Port);

        ReportMessage report = Report(await broker.NextAsync(Topics.Report));
        BirthMessage birth = Birth((await broker.RetainedAsync(BirthTopic))!);
        StateMessage state = State((await broker.RetainedAsync(StateTopic))!);

        Assert.Equal((7u, 0ul), (report.Boot, report.Sequence));
        Assert.Equal((7u, SensorKind.Radar, 20_000u), (birth.Boot, birth.Kind, birth.ScanPeriodUs));
        Assert.Equal((NodeState.Online, 7u), (state.State, state.Boot));
        await broker.NextAsync(m => m.Topic.EndsWith("/report", StringComparison.Ordinal) && Report(m).Sequence == 20);
        Assert.True(running.Board.Online);
        Assert.InRange(running.Board.ReportsConfirmed, 1, long.MaxValue);
    }

    [Fact]
    public async Task A_report_that_the_broker_did_not_confirm_goes_again_with_its_number()
    {
        await using TestBroker broker = await TestBroker.StartAsync();
        int breaks = 0;
        broker.BreaksAt = m => m.Topic.EndsWith("/report", StringComparison.Ordinal)
            && Report(new Seen(m.Topic, m.Payload.ToArray(), m.Retain)).Sequence == 3 && breaks++ == 0;
        await using RunningBoard running = new(broker.Port);

        Seen dropped = await broker.NextAsync(IsThird);
        Seen again = await broker.NextAsync(IsThird);

        Assert.Equal(dropped.Bytes, again.Bytes);

        static bool IsThird(Seen m) => m.Topic.EndsWith("/report", StringComparison.Ordinal) && Report(m).Sequence == 3;
    }

    [Fact]
    public async Task A_broker_that_starts_anew_gets_every_report_that_the_old_one_did_not_confirm()
    {
        HashSet<ulong> numbers = [];
        await using TestBroker first = await TestBroker.StartAsync();
        int port = first.Port;
        await using RunningBoard running = new(port);
        numbers.UnionWith((await ReportsUpToAsync(first, 10)).Select(m => Report(m).Sequence));
        await first.StopAsync();
        numbers.UnionWith(first.Rest().Where(m => m.Topic.EndsWith("/report", StringComparison.Ordinal)).Select(m => Report(m).Sequence));

        await using TestBroker second = await TestBroker.StartAsync(port);
        Seen birth = await second.NextAsync(Topics.Birth);
        ulong last = numbers.Max();
        while (numbers.Count(n => n <= last + 30) <= (int)last + 30)
        {
            numbers.Add(Report(await second.NextAsync(Topics.Report)).Sequence);
        }

        Assert.Equal(7u, Birth(birth.Bytes).Boot);
        Assert.Null(running.Board.Failure);
    }

    [Fact]
    public async Task A_board_without_a_broker_waits_for_it_and_stops_when_told()
    {
        int port = TestBroker.FreePort();
        RunningBoard running = new(port);
        await using TestBroker broker = await TestBroker.StartAsync(port);

        await broker.NextAsync(Topics.Birth);
        await running.StopAsync();

        Assert.Null(running.Board.Failure);
        await using RunningBoard lonely = new(TestBroker.FreePort());
        await lonely.StopAsync();
        Assert.Null(lonely.Board.Failure);
        Assert.False(lonely.Board.Online);
    }

    [Fact]
    public async Task A_board_whose_power_goes_is_declared_offline_by_its_last_will()
    {
        await using TestBroker broker = await TestBroker.StartAsync();
        RunningBoard running = new(broker.Port);
        await broker.NextAsync(Topics.Report);

        await running.StopAsync();

        StateMessage state = State((await broker.NextAsync(m => Says(m, NodeState.Offline))).Bytes);
        Assert.Equal((NodeState.Offline, 7u, "connection lost"), (state.State, state.Boot, state.Reason));
    }

    [Fact]
    public async Task A_board_that_is_cut_off_is_declared_offline_by_its_last_will_and_comes_back()
    {
        await using TestBroker broker = await TestBroker.StartAsync();
        using CuttableProxy wire = new(broker.Port);
        await using RunningBoard running = new(wire.Port);
        await broker.NextAsync(Topics.Report);

        wire.Cut();

        Seen will = await broker.NextAsync(m => Says(m, NodeState.Offline));
        Assert.Equal((7u, "connection lost"), (State(will.Bytes).Boot, State(will.Bytes).Reason));
        Assert.True(will.Retain);
        await broker.NextAsync(m => Says(m, NodeState.Online));
    }

    [Fact]
    public async Task A_reboot_is_answered_and_then_counted()
    {
        await using TestBroker broker = await TestBroker.StartAsync();
        await using RunningBoard running = new(broker.Port);
        await broker.NextAsync(Topics.Report);

        await broker.PublishAsync(CommandTopic, Encoded(new CommandMessage { Number = 1, Verb = CommandVerb.Reboot }), retain: false);

        Seen ack = await broker.NextAsync(Topics.Ack);
        Assert.Equal(AckResult.Done, StationDecoder.ReadAck(ack.Bytes, 0, ack.Bytes.Length).Result);
        Assert.Equal("command", State((await broker.NextAsync(m => Says(m, NodeState.Offline))).Bytes).Reason);
        Assert.Equal(8u, Birth((await broker.NextAsync(Topics.Birth)).Bytes).Boot);
        ReportMessage report = Report(await broker.NextAsync(Topics.Report));
        Assert.Equal((8u, 0ul), (report.Boot, report.Sequence));
    }

    [Fact]
    public async Task A_board_that_joins_late_sees_the_exercise_that_is_under_way()
    {
        await using TestBroker broker = await TestBroker.StartAsync();
        long utc = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10;
        byte[] scenario = new byte[StationEncoder.MaxBytes];
        int length = StationEncoder.Write(Some.Still(run: 4), scenario);
        await broker.PublishAsync(Topics.ScenarioRoot + "0", scenario.AsMemory(0, length), retain: true);
        await broker.PublishAsync(
            Topics.Clock,
            Encoded(new ClockMessage { Run = 4, UtcUs = (ulong)utc, ExerciseUs = Some.ExerciseStart, StartUs = Some.ExerciseStart, RateMilli = 10_000, Objects = 1 }),
            retain: true);

        await using RunningBoard running = new(broker.Port);

        Seen seen = await broker.NextAsync(m => m.Topic.EndsWith("/report", StringComparison.Ordinal) && Report(m).Count > 0);
        ReportMessage report = Report(seen);
        Assert.Equal((true, 4u, 1), (report.InExercise, report.Run, report.Count));
        Assert.Equal(200_000, report.RangeDm[0] * 0.1, 300.0);
        Assert.Equal(0ul, (report.TimeUs - Some.ExerciseStart) % 20_000);
    }

    [Fact]
    public async Task Forty_boards_live_in_one_process()
    {
        await using TestBroker broker = await TestBroker.StartAsync();
        List<RunningBoard> boards = [];
        for (int i = 0; i < 40; i++)
        {
            NodeSetup setup = Some.Infrared();
            setup.Node = $"ir-{i}";
            boards.Add(new RunningBoard(broker.Port, setup));
        }

        HashSet<string> reported = [];
        while (reported.Count < boards.Count)
        {
            reported.Add((await broker.NextAsync(Topics.Report)).Topic);
        }

        await Task.WhenAll(boards.Select(board => board.StopAsync()));
        Assert.All(boards, board => Assert.Null(board.Board.Failure));
    }

    [Fact]
    public void A_setup_that_makes_no_sensor_is_refused_before_the_board_runs()
    {
        NodeSetup setup = Some.Radar();
        setup.Node = "Radar 1";

        Assert.Throws<ArgumentException>(() => new EmulatedBoard(setup, "127.0.0.1", 1883, 1, TimeProvider.System));
    }

    /// <summary>Reports, in the order in which they came, until each number up to one is there: what goes again goes between fresh ones.</summary>
    private static async Task<List<Seen>> ReportsUpToAsync(TestBroker broker, ulong number)
    {
        List<Seen> reports = [];
        HashSet<ulong> numbers = [];
        do
        {
            reports.Add(await broker.NextAsync(Topics.Report));
            numbers.Add(Report(reports[^1]).Sequence);
        }
        while (numbers.Count(n => n <= number) <= (int)number);

        return reports;
    }

    private static ReportMessage Report(Seen m) => StationDecoder.ReadReport(m.Bytes, 0, m.Bytes.Length, m.Topic.Contains("/ir-", StringComparison.Ordinal) ? SensorKind.Infrared : SensorKind.Radar);

    private static BirthMessage Birth(byte[] bytes) => StationDecoder.ReadBirth(bytes, 0, bytes.Length);

    private static StateMessage State(byte[] bytes) => StationDecoder.ReadState(bytes, 0, bytes.Length);

    private static bool Says(Seen m, NodeState state) => m.Topic.EndsWith("/state", StringComparison.Ordinal) && State(m.Bytes).State == state;

    private static ReadOnlyMemory<byte> Encoded(CommandMessage message)
    {
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        return buffer.AsMemory(0, StationEncoder.Write(message, buffer));
    }

    private static ReadOnlyMemory<byte> Encoded(ClockMessage message)
    {
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        return buffer.AsMemory(0, StationEncoder.Write(message, buffer));
    }
}
