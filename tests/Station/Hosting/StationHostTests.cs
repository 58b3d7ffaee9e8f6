using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using JointWatch.Contract;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Hosting;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Station.Views;
using JointWatch.Tracking;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace JointWatch.Station.Tests.Hosting;

/// <summary>The whole station over real sockets, as nodes and browsers meet it.</summary>
public sealed class StationHostTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_report_is_on_disk_when_its_acknowledgement_arrives()
    {
        await using StationHost host = await StartAsync();
        using IMqttClient client = await ConnectAsync(host.MqttPort, "alfa-radar-1");
        await PublishAsync(client, Some.BirthTopic, Some.Map(Some.RadarBirth()));
        for (int i = 0; i < 20; i++)
        {
            byte[] report = Some.Map(Some.Report((ulong)i, time: Now(), detections: Some.RadarDetection()));
            await PublishAsync(client, Some.ReportTopic, report);
            Assert.Contains(JournalFile.Read(Path.Combine(_folder, JournalFile.FileName)), e => e.Payload.Span.SequenceEqual(report));
        }
    }

    [Theory]
    [InlineData("jointwatch/v1/exercise/clock", "topic")]
    [InlineData("jointwatch/v1/alfa/radar-1/command", "topic")]
    [InlineData("something/else", "topic")]
    public async Task What_a_client_may_not_publish_is_kept_aside_with_its_reason(string topic, string field)
    {
        await using StationHost host = await StartAsync();
        using IMqttClient client = await ConnectAsync(host.MqttPort, "stranger");
        await PublishAsync(client, topic, [0xA0]);
        QuarantineView refused = await FirstQuarantinedAsync(host);
        Assert.Equal((topic, field), (refused.Topic, refused.Field));
    }

    [Fact]
    public async Task A_payload_that_is_too_large_is_kept_aside_by_its_beginning_and_the_client_may_go_on()
    {
        await using StationHost host = await StartAsync();
        using IMqttClient client = await ConnectAsync(host.MqttPort, "alfa-radar-1");
        await PublishAsync(client, Some.ReportTopic, new byte[100_000]);
        await PublishAsync(client, Some.BirthTopic, Some.Map(Some.RadarBirth()));
        QuarantineView refused = await FirstQuarantinedAsync(host);
        Assert.Equal((100_000, "payload", 2 * Quarantine.BytesKept), (refused.Length, refused.Field, refused.Bytes.Length));
        Assert.Equal("alfa/radar-1", Assert.Single(await NodesAsync(host, n => n.Count == 1)).Id);
    }

    [Theory]
    [InlineData("jointwatch-station")]
    [InlineData("control\u0007character")]
    public async Task A_client_id_that_is_the_stations_own_or_no_text_is_not_let_in(string clientId)
    {
        await using StationHost host = await StartAsync();
        using IMqttClient client = new MqttClientFactory().CreateMqttClient();
        MqttClientConnectResult result = await client.ConnectAsync(
            new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", host.MqttPort).WithClientId(clientId).WithProtocolVersion(MqttProtocolVersion.V311).Build(),
            Cancellation);
        Assert.Equal(MqttClientConnectResultCode.ClientIdentifierNotValid, result.ResultCode);
    }

    [Theory]
    [InlineData(MqttProtocolVersion.V311)]
    [InlineData(MqttProtocolVersion.V500)]
    public async Task Clients_without_a_name_are_let_in_side_by_side(MqttProtocolVersion version)
    {
        await using StationHost host = await StartAsync();
        using IMqttClient one = new MqttClientFactory().CreateMqttClient();
        using IMqttClient two = new MqttClientFactory().CreateMqttClient();
        foreach (IMqttClient client in (IMqttClient[])[one, two])
        {
            MqttClientConnectResult result = await client.ConnectAsync(
                new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", host.MqttPort).WithClientId("").WithProtocolVersion(version).Build(), Cancellation);
            Assert.Equal(MqttClientConnectResultCode.Success, result.ResultCode);
        }

        await PublishAsync(one, Some.BirthTopic, Some.Map(Some.RadarBirth()));
        await PublishAsync(two, Some.ReportTopic, Some.Map(Some.Report(0, time: Now())));
        await NodesAsync(host, n => n is [{ Reports: 1 }]);
    }

    [Fact]
    public async Task Noise_on_the_brokers_port_harms_nobody_else()
    {
        await using StationHost host = await StartAsync();
        using IMqttClient client = await ConnectAsync(host.MqttPort, "alfa-radar-1");
        var random = new Random(7);
        for (int i = 0; i < 50; i++)
        {
            using var stranger = new TcpClient();
            await stranger.ConnectAsync(IPAddress.Loopback, host.MqttPort, Cancellation);
            byte[] noise = new byte[random.Next(1, 400)];
            random.NextBytes(noise);
            await stranger.GetStream().WriteAsync(noise, Cancellation);
        }

        await PublishAsync(client, Some.BirthTopic, Some.Map(Some.RadarBirth()));
        Assert.Single(await NodesAsync(host, n => n.Count == 1));
        Assert.False(host.Engine.Completion.IsCompleted);
    }

    [Fact]
    public async Task A_packet_without_end_ends_its_connection()
    {
        await using StationHost host = await StartAsync();
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(IPAddress.Loopback, host.MqttPort, Cancellation);

        // A CONNECT that claims 268,435,455 bytes, the most that MQTT can say.
        await stranger.GetStream().WriteAsync(new byte[] { 0x10, 0xFF, 0xFF, 0xFF, 0x7F }, Cancellation);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            byte[] more = new byte[64 * 1024];
            for (int i = 0; i < 4_000; i++)
            {
                await stranger.GetStream().WriteAsync(more, Cancellation);
            }
        });
    }

    [Fact]
    public async Task A_station_started_again_on_its_folder_has_the_same_picture_and_still_knows_repeats()
    {
        byte[] report = Some.Map(Some.Report(3, time: Now(), detections: Some.RadarDetection()));
        string digest;
        await using (StationHost first = await StartAsync())
        {
            using IMqttClient client = await ConnectAsync(first.MqttPort, "alfa-radar-1");
            await PublishAsync(client, Some.BirthTopic, Some.Map(Some.RadarBirth()));
            await PublishAsync(client, Some.ReportTopic, report);
            await NodesAsync(first, n => n is [{ Reports: 1 }]);
            digest = first.Engine.Core.Digest;
        }

        await using StationHost second = await StartAsync();
        using IMqttClient again = await ConnectAsync(second.MqttPort, "alfa-radar-1");
        await PublishAsync(again, Some.ReportTopic, report);
        using var http = new HttpClient();
        CountsView counts = (await PollAsync(() => http.GetFromJsonAsync<PictureView>(second.Urls[0] + "/api/picture", Cancellation), p => p!.Counts.Repeats == 1))!.Counts;
        Assert.Equal(1, counts.Reports);
        Assert.Equal(digest, second.Engine.Core.Digest);
    }

    [Fact]
    public async Task A_busy_MQTT_port_is_named_with_the_option_that_changes_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        PortInUseException e = await Assert.ThrowsAsync<PortInUseException>(() => StartAsync(Settings() with { MqttPort = port }));
        Assert.Contains($"{port}", e.Message, StringComparison.Ordinal);
        Assert.Contains("--mqtt-port", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_page_port_is_named_with_the_option_that_changes_it()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        PortInUseException e = await Assert.ThrowsAsync<PortInUseException>(() => StartAsync(Settings() with { Urls = [url] }));
        Assert.Contains(url, e.Message, StringComparison.Ordinal);
        Assert.Contains("--urls", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_outside_broker_the_station_hears_nodes_and_finds_the_broker_again_after_it_was_gone()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        await using StationHost host = await StartAsync(Settings() with { OutsideBroker = new BrokerAddress("127.0.0.1", port) });

        // The broker comes up after the station.
        for (int round = 1; round <= 2; round++)
        {
            using MqttServer outside = new MqttServerFactory().CreateMqttServer(
                new MqttServerOptionsBuilder().WithDefaultEndpoint().WithDefaultEndpointPort(port).WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).Build());
            var subscribed = new TaskCompletionSource();
            outside.ClientSubscribedTopicAsync += args =>
            {
                if (args.TopicFilter.Topic.EndsWith(Topics.Ack, StringComparison.Ordinal))
                {
                    subscribed.TrySetResult();
                }

                return Task.CompletedTask;
            };
            await outside.StartAsync();
            await subscribed.Task.WaitAsync(Patience, Cancellation);
            using IMqttClient client = await ConnectAsync(port, "alfa-radar-1");
            await PublishAsync(client, Some.BirthTopic, Some.Map(Some.RadarBirth()));
            await PublishAsync(client, Some.ReportTopic, Some.Map(Some.Report((ulong)round, time: Now())));
            int expected = round;
            await NodesAsync(host, n => n is [{ } node] && node.Reports == expected);
            await outside.StopAsync();
        }
    }

    private static UtcMicroseconds Now() => UtcMicroseconds.From(TimeProvider.System.GetUtcNow());

    private static async Task<IMqttClient> ConnectAsync(int port, string clientId)
    {
        IMqttClient client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId(clientId).Build(), Cancellation);
        return client;
    }

    private static Task PublishAsync(IMqttClient client, string topic, byte[] payload) =>
        client.PublishBinaryAsync(topic, payload, MqttQualityOfServiceLevel.AtLeastOnce, cancellationToken: Cancellation);

    private static async Task<QuarantineView> FirstQuarantinedAsync(StationHost host)
    {
        using var http = new HttpClient();
        return (await PollAsync(() => http.GetFromJsonAsync<List<QuarantineView>>(host.Urls[0] + "/api/quarantine", Cancellation), q => q!.Count > 0))![0];
    }

    private static async Task<List<NodeView>> NodesAsync(StationHost host, Func<List<NodeView>, bool> until)
    {
        using var http = new HttpClient();
        return (await PollAsync(() => http.GetFromJsonAsync<List<NodeView>>(host.Urls[0] + "/api/nodes", Cancellation), n => until(n!)))!;
    }

    /// <summary>Asks again until the answer is there; it comes with the next picture.</summary>
    private static async Task<T> PollAsync<T>(Func<Task<T>> ask, Func<T, bool> good)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            T answer = await ask();
            if (good(answer))
            {
                return answer;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"not within {Patience.TotalSeconds} s; last {System.Text.Json.JsonSerializer.Serialize(answer)}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }

    private HostSettings Settings() => new(_folder, IPAddress.Loopback, 0, null, ["http://127.0.0.1:0"]);

    private Task<StationHost> StartAsync(HostSettings? settings = null) =>
        StationHost.StartAsync(settings ?? Settings(), Stages.Default, TimeProvider.System, _ => { });
}
