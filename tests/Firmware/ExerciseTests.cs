using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests;

public sealed class ExerciseTests
{
    private readonly TestBench _bench = new();

    [Fact]
    public void In_an_exercise_reports_carry_its_run_and_its_clock()
    {
        _bench.Receive(Some.Still(300_000, crossSectionDecibels: 40));
        _bench.Receive(_bench.ClockNow(run: 1));

        _bench.Run(2_500);

        Assert.Equal([0ul, 1_000_000ul, 2_000_000ul], _bench.Reports.Select(r => r.TimeUs - Some.ExerciseStart));
        Assert.All(_bench.Reports, r => Assert.Equal((true, 1u, 1), (r.InExercise, r.Run, r.Count)));
    }

    [Fact]
    public void At_twenty_times_the_speed_there_are_twenty_times_the_scans_and_the_clock_is_twenty_times_less_sure()
    {
        _bench.Receive(_bench.ClockNow(rateMilli: 20_000));

        _bench.Run(10_000, pieceMs: 250);

        Assert.Equal(Enumerable.Range(0, 196).Select(i => (ulong)(i * 1_000_000)), _bench.Reports.Select(r => r.TimeUs - Some.ExerciseStart));
        Assert.All(_bench.Reports, r => Assert.Equal(5_000u, r.ClockSigmaUs));
    }

    [Fact]
    public void While_the_exercise_is_paused_nothing_is_scanned()
    {
        _bench.Receive(_bench.ClockNow(state: ExerciseState.Paused));
        _bench.Run(100);
        int atFirst = _bench.Reports.Count;

        _bench.Run(10_000);

        Assert.Equal(atFirst, _bench.Reports.Count);
        Assert.InRange(_bench.Node.Step(), 1, 1_000);
    }

    [Fact]
    public void After_the_exercise_scans_go_by_UTC_again_and_see_nothing()
    {
        _bench.Receive(Some.Still(300_000, crossSectionDecibels: 40));
        _bench.Receive(_bench.ClockNow());
        _bench.Run(1_500);
        _bench.Receive(_bench.ClockNow(state: ExerciseState.Ended));
        _bench.Link.Messages.Clear();

        _bench.Run(3_000);

        Assert.NotEmpty(_bench.Reports);
        Assert.All(_bench.Reports, r => Assert.Equal((false, 0), (r.InExercise, r.Count)));
        Assert.All(_bench.Reports, r => Assert.InRange(r.TimeUs, (ulong)FakeClock.Noon, (ulong)_bench.Clock.UtcUs));
    }

    [Fact]
    public void A_retained_clock_that_is_taken_away_ends_the_exercise()
    {
        _bench.Receive(_bench.ClockNow());
        Assert.True(_bench.Node.InExercise);

        _bench.Node.Receive(Topics.Clock, [], 0, 0);

        Assert.False(_bench.Node.InExercise);
    }

    [Fact]
    public void Objects_told_before_their_run_begins_are_there_when_it_does_and_those_of_the_old_run_are_gone()
    {
        _bench.Receive(Some.Still(300_000, azimuthDegrees: 10, number: 0, run: 1, crossSectionDecibels: 40));
        _bench.Receive(Some.Still(300_000, azimuthDegrees: 20, number: 1, run: 1, crossSectionDecibels: 40));
        _bench.Receive(_bench.ClockNow(run: 1));
        _bench.Receive(Some.Still(300_000, azimuthDegrees: 90, number: 0, run: 2, crossSectionDecibels: 40));
        _bench.Receive(_bench.ClockNow(run: 2));

        _bench.Run(500);

        ReportMessage report = Assert.Single(_bench.Reports);
        Assert.Equal((2u, 1), (report.Run, report.Count));
        Assert.Equal(90, double.RadiansToDegrees(report.AzimuthUrad[0] * 1e-6), 0.5);
    }

    [Fact]
    public void An_object_that_is_taken_away_is_gone()
    {
        _bench.Receive(Some.Still(300_000, crossSectionDecibels: 40));
        _bench.Receive(_bench.ClockNow());
        _bench.Node.Receive(Topics.ScenarioRoot + "0", [], 0, 0);

        _bench.Run(500);

        Assert.Equal(0, Assert.Single(_bench.Reports).Count);
    }

    [Theory]
    [InlineData(-61)]
    [InlineData(61)]
    public void A_clock_left_behind_by_a_director_that_is_gone_is_not_believed(int seconds)
    {
        ClockMessage clock = _bench.ClockNow();
        clock.UtcUs = (ulong)((long)clock.UtcUs + (seconds * 1_000_000L));

        _bench.Receive(clock);

        Assert.False(_bench.Node.InExercise);
        Assert.Equal($"exercise clock is {-seconds} s old by this node's clock", _bench.Node.LastRefusal);
    }

    [Fact]
    public void An_object_on_the_topic_of_another_is_refused()
    {
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        int length = StationEncoder.Write(Some.Still(1_000, number: 3), buffer);

        _bench.Node.Receive(Topics.ScenarioRoot + "2", buffer, 0, length);
        _bench.Node.Receive(Topics.ScenarioRoot + "x", buffer, 0, length);

        Assert.Equal(2, _bench.Node.MessagesRefused);
    }

    [Fact]
    public void A_scan_is_the_same_whenever_the_node_came_to_it()
    {
        // One node steps often, the other late and after scans of its own without an exercise: same seed, same instants, same detections.
        NodeSetup setup = Some.Radar();
        setup.FalseDetectionsPerScan = 4;
        TestBench other = new(setup);
        TestBench prompt = new(setup);
        other.Run(7_300);
        other.Link.Messages.Clear();
        foreach (TestBench each in new[] { prompt, other })
        {
            each.Receive(Some.Still(900_000));
            each.Receive(each.ClockNow());
        }

        prompt.Run(20_000, pieceMs: 10);
        other.Run(20_000, pieceMs: 950);

        static IEnumerable<string> Seen(TestBench of) => of.Reports.Where(r => r.InExercise)
            .Select(r => $"{r.TimeUs}: {string.Join(' ', r.RangeDm[..r.Count])} {string.Join(' ', r.AzimuthUrad[..r.Count])}");
        Assert.Equal(Seen(prompt).Take(18), Seen(other).Take(18), StringComparer.Ordinal);
    }
}
