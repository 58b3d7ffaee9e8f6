using System.Formats.Cbor;
using JointWatch.Contract;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Tests.Core;

public sealed class StationCoreTests : IDisposable
{
    private readonly FakeTracker _tracker = new();
    private readonly StationCore _core;
    private long _number;

    public StationCoreTests() => _core = new StationCore(new CoreOptions(), new StageFactory(_ => _tracker, _ => new NoWarnings()));

    public void Dispose() => _core.Dispose();

    [Fact]
    public void A_report_of_a_known_node_goes_through_the_tracker()
    {
        Birth();
        Take(Some.ReportTopic, Some.Map(Some.Report(0, detections: Some.RadarDetection())));
        Assert.Equal(Some.Now, Assert.Single(_tracker.Scans).Time);
        Assert.Equal(0, _core.Counts.Quarantined);
    }

    [Fact]
    public void A_report_that_comes_again_counts_once()
    {
        Birth();
        byte[] report = Some.Map(Some.Report(7, detections: Some.RadarDetection()));
        Take(Some.ReportTopic, report);
        Take(Some.ReportTopic, report);
        Assert.Single(_tracker.Scans);
        Assert.Equal((1, 1), (_core.Counts.Reports, _core.Counts.Repeats));
        Assert.Equal(7, _core.Nodes.Find(Some.Node)!.Missed);
    }

    [Fact]
    public void The_same_sequence_after_a_reboot_is_another_report()
    {
        Birth(17);
        Take(Some.ReportTopic, Some.Map(Some.Report(0, boot: 17)));
        Birth(18);
        Take(Some.ReportTopic, Some.Map(Some.Report(0, boot: 18)));
        Take(Some.ReportTopic, Some.Map(Some.Report(0, boot: 17)));
        Assert.Equal((2, 1), (_core.Counts.Reports, _core.Counts.Repeats));
    }

    [Fact]
    public void A_report_before_its_nodes_birth_is_kept_aside_and_says_so()
    {
        Take(Some.ReportTopic, Some.Map(Some.Report(0)));
        Quarantined kept = Assert.Single(_core.Quarantine.Newest());
        Assert.Equal(("birth", "missing"), (kept.Refusal.Field, kept.Refusal.Value));
    }

    [Fact]
    public void A_report_of_a_boot_without_a_birth_is_kept_aside()
    {
        Birth(17);
        Take(Some.ReportTopic, Some.Map(Some.Report(0, boot: 18)));
        Assert.Equal("boot", Assert.Single(_core.Quarantine.Newest()).Refusal.Field);
        Assert.Equal(1, _core.Nodes.Find(Some.Node)!.Quarantined);
    }

    [Fact]
    public void A_report_from_the_future_is_kept_aside_and_a_good_one_after_it_is_not_harmed()
    {
        Birth();
        Take(Some.ReportTopic, Some.Map(Some.Report(0, time: Some.Now.AddSeconds(30))));
        Take(Some.ReportTopic, Some.Map(Some.Report(0)));
        Assert.Equal("time", Assert.Single(_core.Quarantine.Newest()).Refusal.Field);
        Assert.Single(_tracker.Scans);
    }

    [Theory]
    [InlineData("jointwatch/v1/alfa/radar-1/nonsense")]
    [InlineData("jointwatch/v1/Alfa/radar-1/report")]
    [InlineData("jointwatch/v1/exercise/radar-1/report")]
    [InlineData("jointwatch/v2/alfa/radar-1/report")]
    [InlineData("report")]
    public void A_topic_that_is_not_of_the_contract_is_kept_aside(string topic)
    {
        Take(topic, [0xA0]);
        Assert.Equal("topic", Assert.Single(_core.Quarantine.Newest()).Refusal.Field);
    }

    [Fact]
    public void A_thousand_refused_messages_are_kept_and_older_ones_only_counted()
    {
        for (int i = 0; i < Quarantine.Capacity + 5; i++)
        {
            Take(Some.ReportTopic, [0xFF]);
        }

        Assert.Equal(Quarantine.Capacity + 5, _core.Counts.Quarantined);
        IReadOnlyList<Quarantined> kept = _core.Quarantine.Newest();
        Assert.Equal(Quarantine.Capacity, kept.Count);
        Assert.Equal(_number, kept[0].Number);
    }

    [Fact]
    public void A_stage_that_throws_is_counted_as_a_fault_and_the_station_goes_on()
    {
        Birth();
        _tracker.Throws = true;
        Take(Some.ReportTopic, Some.Map(Some.Report(0)));
        _tracker.Throws = false;
        Take(Some.ReportTopic, Some.Map(Some.Report(1, time: Some.Now.AddSeconds(1))));
        Assert.Equal(1, _core.Counts.Faults);
        Assert.Equal("station", Assert.Single(_core.Quarantine.Newest()).Refusal.Field);
        Assert.Single(_tracker.Scans);
    }

    [Fact]
    public void A_node_that_sends_a_hundred_times_its_rate_gets_its_own_rate_and_no_more()
    {
        Birth();
        for (int i = 0; i < 300; i++)
        {
            Take(Some.ReportTopic, Some.Map(Some.Report((ulong)i, time: Some.Now.AddSeconds(i * 0.01))), Some.Now.AddSeconds(i * 0.01));
        }

        Assert.InRange(_tracker.Scans.Count, 3, 12);
        Assert.Equal(300, _core.Counts.Reports);
        Assert.Equal(300 - _tracker.Scans.Count, _core.Counts.TooFast);
    }

    [Fact]
    public void During_an_exercise_at_ten_times_the_pace_reports_are_held_against_its_clock()
    {
        Birth();
        Clock(run: 1, state: 0, rateMilli: 10_000);
        UtcMicroseconds wall = Some.Now.AddSeconds(6);
        var inExercise = Some.Report(0, time: Some.Now.AddSeconds(59));
        inExercise[5] = Some.Number(1);
        Take(Some.ReportTopic, Some.Map(inExercise), wall);
        var ofUtc = Some.Report(1, time: wall);
        Take(Some.ReportTopic, Some.Map(ofUtc), wall);
        var ofAnotherRun = Some.Report(2, time: Some.Now.AddSeconds(59));
        ofAnotherRun[5] = Some.Number(2);
        Take(Some.ReportTopic, Some.Map(ofAnotherRun), wall);

        Assert.Equal(Some.Now.AddSeconds(60), _core.Now);
        Assert.Equal(Some.Now.AddSeconds(59), Assert.Single(_tracker.Scans).Time);
        Assert.Equal(1, _core.Counts.OtherClock);
        Assert.Equal("run", Assert.Single(_core.Quarantine.Newest()).Refusal.Field);
    }

    [Fact]
    public void A_report_that_was_on_its_way_when_its_exercise_ended_is_no_error()
    {
        Birth();
        Clock(run: 1, state: 0, rateMilli: 10_000);
        Clock(run: 1, state: 2, rateMilli: 10_000);
        var late = Some.Report(0, time: Some.Now.AddSeconds(59));
        late[5] = Some.Number(1);
        Take(Some.ReportTopic, Some.Map(late));
        Assert.Equal((1, 1, 0), (_core.Counts.Reports, _core.Counts.OtherClock, _core.Counts.Quarantined));
        Assert.Empty(_tracker.Scans);
    }

    [Fact]
    public void A_digest_in_the_journal_that_is_not_found_again_is_counted()
    {
        for (int i = 0; i < new CoreOptions().TicksPerDigest; i++)
        {
            _core.Process(Some.Tick(++_number, Some.Now.AddSeconds(i)));
        }

        var right = new Checkpoint(_number, _core.Digest);
        _core.Process(new JournalEntry(++_number, Some.Now, EntryKind.Checkpoint, "", right.ToPayload()));
        Assert.Equal(0, _core.Counts.DigestMismatches);
        _core.Process(new JournalEntry(++_number, Some.Now, EntryKind.Checkpoint, "", (right with { Digest = new string('0', 64) }).ToPayload()));
        Assert.Equal(1, _core.Counts.DigestMismatches);
    }

    [Fact]
    public void What_was_refused_at_the_door_is_listed_with_its_whole_length()
    {
        var refused = new RefusedAtTheDoor(new Refusal("payload", "100000 bytes", "at most 32768 bytes"), 100_000, [1, 2, 3]);
        _core.Process(new JournalEntry(++_number, Some.Now, EntryKind.Refused, Some.ReportTopic, refused.ToPayload()));
        Quarantined kept = Assert.Single(_core.Quarantine.Newest());
        Assert.Equal((100_000, "payload"), (kept.Length, kept.Refusal.Field));
        Assert.Equal([1, 2, 3], kept.Bytes.ToArray());
    }

    private void Birth(uint boot = 17) => Take(Some.BirthTopic, Some.Map(Some.RadarBirth(boot)));

    private void Clock(long run, long state, long rateMilli) => Take(
        Topics.Clock,
        Some.Map(new SortedDictionary<int, Action<CborWriter>>
        {
            [1] = Some.Number(run),
            [2] = Some.Number(state),
            [3] = Some.Number(Some.Now.Value),
            [4] = Some.Number(Some.Now.Value),
            [5] = Some.Number(rateMilli),
            [6] = Some.Number(Some.Now.Value),
            [7] = Some.Number(3),
        }));

    private void Take(string topic, byte[] payload, UtcMicroseconds? at = null) => _core.Process(Some.Entry(++_number, topic, payload, at));

    private sealed class FakeTracker : ITracker
    {
        public List<Scan> Scans { get; } = [];

        public bool Throws { get; set; }

        public IReadOnlyList<TrackEstimate> Tracks => [];

        public long ScansTooLate => 0;

        public long LastTrackNumber => 0;

        public IReadOnlyList<SensorKnowledge> Sensors => [];

        public TrackEstimate? Find(TrackId id) => null;

        public IReadOnlyList<TrackId?> Process(Scan scan)
        {
            if (Throws)
            {
                throw new InvalidOperationException("a bug");
            }

            Scans.Add(scan);
            return new TrackId?[scan.Detections.Count];
        }

        public void AdvanceTo(UtcMicroseconds time)
        {
        }

        public IReadOnlyList<TrackEstimate> TakeEnded() => [];
    }

    private sealed class NoWarnings : IWarningStage
    {
        public IReadOnlyList<LaunchWarning> Warnings => [];

        public IReadOnlyList<LaunchWarning> Update(IReadOnlyList<TrackEstimate> tracks, IReadOnlyList<TrackEstimate> ended, UtcMicroseconds now) => [];
    }
}
