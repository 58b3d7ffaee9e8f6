using System.Text;
using JointWatch.Contract;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Tracking;

namespace JointWatch.Station.Tests.Core;

/// <summary>What the core makes of messages that the door has found to be sealed rightly: it never sees a key.</summary>
public sealed class SealedEntriesTests : IDisposable
{
    private const string HealthTopic = "jointwatch/v1/alfa/radar-1/health";
    private static readonly byte[] Key = new byte[32];
    private readonly StationCore _core = new(new CoreOptions(), Stages.Default);
    private long _number;

    private NodeRecord Node => _core.Nodes.Find(Some.Node)!;

    public void Dispose() => _core.Dispose();

    [Fact]
    public void A_node_is_authenticated_from_its_first_sealed_birth_on()
    {
        Take(Some.BirthTopic, Some.Map(Some.RadarBirth()));
        Assert.False(Node.IsAuthenticated);
        Enrol("key one");
        TakeSealed(Some.BirthTopic, Some.Map(Some.RadarBirth(18)));
        TakeSealed(Some.ReportTopic, Some.Map(Some.Report(0, 18, detections: Some.RadarDetection())));
        Assert.True(Node.IsAuthenticated);
        Assert.Equal((1, 0), (_core.Counts.Reports, _core.Counts.Quarantined));
    }

    [Fact]
    public void What_came_before_a_node_was_enrolled_is_not_held_against_it()
    {
        Take(Some.BirthTopic, Some.Map(Some.RadarBirth(boot: 900)));
        Take(Some.ReportTopic, Some.Map(Some.Report(0, 900)));
        Enrol("key one");
        TakeSealed(Some.BirthTopic, Some.Map(Some.RadarBirth(boot: 1)));
        TakeSealed(Some.ReportTopic, Some.Map(Some.Report(0, 1)));
        Assert.Equal((2, 0), (_core.Counts.Reports, _core.Counts.Quarantined));
    }

    [Fact]
    public void A_sealed_birth_of_an_earlier_boot_is_an_old_one_played_again_until_the_node_has_a_new_key()
    {
        Enrol("key one");
        TakeSealed(Some.BirthTopic, Some.Map(Some.RadarBirth(17)));
        TakeSealed(Some.BirthTopic, Some.Map(Some.RadarBirth(16)));
        Assert.Equal("boot", Assert.Single(_core.Quarantine.Newest()).Refusal.Field);
        Assert.Equal(17u, Node.Birth!.Boot);

        Enrol("key one");
        Assert.Equal(17u, Node.Birth!.Boot);
        Enrol("key two");
        TakeSealed(Some.BirthTopic, Some.Map(Some.RadarBirth(1)));
        Assert.Equal(1u, Node.Birth!.Boot);
    }

    [Fact]
    public void Messages_played_again_do_not_make_a_silent_node_look_alive()
    {
        Enrol("key one");
        TakeSealed(Some.BirthTopic, Some.Map(Some.RadarBirth(17)));
        TakeSealed(Some.ReportTopic, Some.Map(Some.Report(0)));
        TakeSealed(HealthTopic, Health(10_000));
        UtcMicroseconds heard = Node.LastHeard!.Value;

        UtcMicroseconds later = Some.Now.AddSeconds(600);
        TakeSealed(Some.BirthTopic, Some.Map(Some.RadarBirth(17)), later);
        TakeSealed(Some.ReportTopic, Some.Map(Some.Report(0)), later);
        TakeSealed(HealthTopic, Health(10_000), later);
        Assert.Equal(heard, Node.LastHeard);
        Assert.Equal("uptime", Assert.Single(_core.Quarantine.Newest()).Refusal.Field);

        TakeSealed(HealthTopic, Health(20_000), later);
        Assert.Equal(later, Node.LastHeard);
    }

    [Fact]
    public void A_sealed_message_of_a_node_that_is_not_enrolled_is_taken_and_not_believed()
    {
        Take(Some.BirthTopic, Some.Seal(Key, Some.BirthTopic, Some.Map(Some.RadarBirth())));
        Assert.NotNull(Node.Birth);
        Assert.False(Node.IsAuthenticated);
    }

    [Fact]
    public void An_answer_to_a_command_is_told_and_one_that_is_none_is_kept_aside()
    {
        var told = new List<NodeAnswer>();
        using var core = new StationCore(new CoreOptions(), Stages.Default, new Listener(told));
        string topic = Topics.Of("alfa", "radar-1", Topics.Ack);
        core.Process(Some.Entry(1, topic, Some.Map(new SortedDictionary<int, Action<System.Formats.Cbor.CborWriter>>
        {
            [1] = Some.Number(17), [2] = Some.Number(4), [3] = Some.Number(1), [4] = Some.Text("no"),
        })));
        core.Process(Some.Entry(2, topic, Some.Map(new SortedDictionary<int, Action<System.Formats.Cbor.CborWriter>> { [1] = Some.Number(17) })));
        Assert.Equal([new NodeAnswer(17, 4, Contract.Messages.AckResult.Refused, "no")], told);
        Assert.Equal("number", Assert.Single(core.Quarantine.Newest()).Refusal.Field);
    }

    private static byte[] Health(long uptimeMs) => Some.Map(new SortedDictionary<int, Action<System.Formats.Cbor.CborWriter>>
    {
        [1] = Some.Number(17), [2] = Some.Number(uptimeMs), [3] = Some.Number(0), [4] = Some.Number(0),
        [5] = Some.Number(0), [6] = Some.Number(0), [7] = Some.Number(0), [8] = Some.Number(0),
    });

    private void Enrol(string keyName) =>
        _core.Process(new JournalEntry(++_number, Some.Now, EntryKind.Enrolled, Some.BirthTopic, Encoding.ASCII.GetBytes(keyName)));

    private void Take(string topic, byte[] message) => _core.Process(Some.Entry(++_number, topic, message));

    private void TakeSealed(string topic, byte[] message, UtcMicroseconds? at = null) =>
        _core.Process(new JournalEntry(++_number, at ?? Some.Now, EntryKind.Sealed, topic, Some.Seal(Key, topic, message)));

    private sealed class Listener(List<NodeAnswer> told) : ICoreObserver
    {
        public void Answered(NodeId node, NodeAnswer answer) => told.Add(answer);
    }
}
