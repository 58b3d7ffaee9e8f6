using JointWatch.Station.Core;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Journal;
using JointWatch.Station.Tests.Hosting;
using JointWatch.Station.Views;
using JointWatch.Tracking;
using MQTTnet;

namespace JointWatch.Station.Tests.Enrolment;

/// <summary>The whole station with one enrolled node, and what others try in its name.</summary>
public sealed class EnrolledNodeTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] OtherKey = [.. Enumerable.Range(2, 32).Select(i => (byte)i)];
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;

    public EnrolledNodeTests() => EnrolmentFile.Add(_folder, Some.Node, Key, replace: false);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_enrolled_node_that_seals_its_messages_is_shown_as_authenticated()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using IMqttClient node = await station.ConnectAsync("alfa-radar-1");
        await SendAsync(node, Some.BirthTopic, Some.Map(Some.RadarBirth()), Key);
        await SendAsync(node, Some.ReportTopic, Report(0), Key);

        NodeView view = Assert.Single(await station.NodesAsync(n => n is [{ Reports: 1 }]));
        Assert.True(view.IsAuthenticated);
        Assert.Equal(0, view.Quarantined);
    }

    [Fact]
    public async Task A_node_that_is_not_enrolled_is_taken_as_before_and_shown_as_not_authenticated()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using IMqttClient node = await station.ConnectAsync("alfa-radar-2");
        await RunningStation.PublishAsync(node, "jointwatch/v1/alfa/radar-2/birth", Some.Map(Some.RadarBirth()));
        await RunningStation.PublishAsync(node, "jointwatch/v1/alfa/radar-2/report", Report(0));
        Assert.False(Assert.Single(await station.NodesAsync(n => n is [{ Reports: 1 }])).IsAuthenticated);
    }

    [Fact]
    public async Task What_others_say_in_an_enrolled_nodes_name_is_kept_aside_with_its_reason_passed_on_to_nobody_and_counted()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using IMqttClient node = await station.ConnectAsync("alfa-radar-1");
        using IMqttClient listener = await station.ConnectAsync("listener");
        int heard = 0;
        listener.ApplicationMessageReceivedAsync += _ =>
        {
            Interlocked.Increment(ref heard);
            return Task.CompletedTask;
        };
        await listener.SubscribeAsync(Some.ReportTopic, cancellationToken: TestContext.Current.CancellationToken);
        await SendAsync(node, Some.BirthTopic, Some.Map(Some.RadarBirth()), Key);

        using IMqttClient stranger = await station.ConnectAsync("stranger");
        byte[] good = Some.Seal(Key, Some.ReportTopic, Report(0));
        await RunningStation.PublishAsync(stranger, Some.ReportTopic, Report(0));
        await RunningStation.PublishAsync(stranger, Some.ReportTopic, Some.Seal(OtherKey, Some.ReportTopic, Report(0)));
        await RunningStation.PublishAsync(stranger, Some.ReportTopic, Some.Seal(Key, "jointwatch/v1/alfa/radar-2/report", Report(0)));
        await RunningStation.PublishAsync(stranger, Some.ReportTopic, good[..^1]);
        await RunningStation.PublishAsync(stranger, Some.ReportTopic, good[..^34]);
        await RunningStation.PublishAsync(stranger, Some.BirthTopic, Some.Map(Some.RadarBirth(99)));
        await SendAsync(node, Some.ReportTopic, Report(0), Key);

        NodeView view = Assert.Single(await station.NodesAsync(n => n is [{ Reports: 1 }]));
        Assert.Equal((17, 6, true), (view.Boot, view.Quarantined, view.IsAuthenticated));
        IReadOnlyList<QuarantineView> kept = await station.QuarantineAsync(6);
        Assert.Equal(
            [
                "seal missing", "seal", "seal", "mac wrong", "mac wrong", "seal missing",
            ],
            kept.Select(q => q.Field is "seal" && q.Value.StartsWith("broken", StringComparison.Ordinal) ? "seal" : $"{q.Field} {q.Value}"));
        await RunningStation.UntilAsync(() => Volatile.Read(ref heard) > 0, "the good report at the listener");
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task A_replay_needs_no_keys_and_gives_the_same_picture()
    {
        string digest;
        await using (RunningStation station = await RunningStation.StartAsync(_folder))
        {
            using IMqttClient node = await station.ConnectAsync("alfa-radar-1");
            await SendAsync(node, Some.BirthTopic, Some.Map(Some.RadarBirth()), Key);
            for (int i = 0; i < 20; i++)
            {
                await SendAsync(node, Some.ReportTopic, Report(i), Key);
                await RunningStation.PublishAsync(node, Some.ReportTopic, Some.Seal(OtherKey, Some.ReportTopic, Report(100 + i)));
            }

            await station.NodesAsync(n => n is [{ Reports: 20, Quarantined: 20 }]);
            digest = station.Core.Digest;
        }


        File.Delete(EnrolmentFile.PathIn(_folder));
        using var again = new StationCore(new CoreOptions(), Stages.Default);
        foreach (JournalEntry entry in JournalFile.Read(Path.Combine(_folder, JournalFile.FileName)))
        {
            again.Process(entry);
        }

        Assert.Equal((20, 20, digest), (again.Counts.Reports, again.Counts.Quarantined, again.Digest));
        Assert.Equal(0, again.Counts.DigestMismatches);
        Assert.True(again.Nodes.Find(Some.Node)!.IsAuthenticated);
    }

    [Fact]
    public async Task The_journal_keeps_a_sealed_message_as_it_came_in()
    {
        byte[] birth = Some.Seal(Key, Some.BirthTopic, Some.Map(Some.RadarBirth()));
        await using (RunningStation station = await RunningStation.StartAsync(_folder))
        {
            using IMqttClient node = await station.ConnectAsync("alfa-radar-1");
            await RunningStation.PublishAsync(node, Some.BirthTopic, birth);
        }

        JournalEntry kept = Assert.Single(JournalFile.Read(Path.Combine(_folder, JournalFile.FileName)), e => e.Kind == EntryKind.Sealed);
        Assert.Equal(birth, kept.Payload.ToArray());
    }

    private static Task SendAsync(IMqttClient client, string topic, byte[] message, byte[] key) =>
        RunningStation.PublishAsync(client, topic, Some.Seal(key, topic, message));

    private static byte[] Report(int sequence) =>
        Some.Map(Some.Report((ulong)sequence, time: UtcMicroseconds.From(TimeProvider.System.GetUtcNow()), detections: Some.RadarDetection()));
}
