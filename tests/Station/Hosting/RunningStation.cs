using System.Net;
using System.Net.Http.Json;
using JointWatch.Station.Core;
using JointWatch.Station.Hosting;
using JointWatch.Station.Views;
using MQTTnet;
using MQTTnet.Protocol;

namespace JointWatch.Station.Tests.Hosting;

/// <summary>A whole station in a folder of its own, over real sockets, and what a test asks of it.</summary>
internal sealed class RunningStation : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http = new();
    private readonly StationHost _host;

    private RunningStation(StationHost host) => _host = host;

    public int MqttPort => _host.MqttPort;

    public string Url => _host.Urls[0];

    public StationCore Core => _host.Engine.Core;

    public HttpClient Http => _http;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningStation> StartAsync(string folder, string? announcements = null, Action<string>? log = null) => new(await StationHost.StartAsync(
        new HostSettings(folder, IPAddress.Loopback, 0, null, ["http://127.0.0.1:0"]) { AnnouncementsDirectory = announcements },
        Stages.Default,
        TimeProvider.System,
        log ?? (_ => { })));

    public async Task<IMqttClient> ConnectAsync(string clientId)
    {
        IMqttClient client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", MqttPort).WithClientId(clientId).Build(), Cancellation);
        return client;
    }

    public static Task PublishAsync(IMqttClient client, string topic, byte[] payload) =>
        client.PublishBinaryAsync(topic, payload, MqttQualityOfServiceLevel.AtLeastOnce, cancellationToken: Cancellation);

    public Task<IReadOnlyList<QuarantineView>> QuarantineAsync(int atLeast) => PollAsync<QuarantineView>("/api/quarantine", q => q.Count >= atLeast);

    public Task<IReadOnlyList<NodeView>> NodesAsync(Func<IReadOnlyList<NodeView>, bool> until) => PollAsync("/api/nodes", until);

    public Task<IReadOnlyList<AnnouncementView>> AnnouncementsAsync(Func<IReadOnlyList<AnnouncementView>, bool> until) => PollAsync("/api/announcements", until);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>Asks again until a condition holds; no longer than some time.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"not within {Patience.TotalSeconds} s: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }

    private async Task<IReadOnlyList<T>> PollAsync<T>(string path, Func<IReadOnlyList<T>, bool> until)
    {
        IReadOnlyList<T> answer = [];
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            answer = (await _http.GetFromJsonAsync<List<T>>(Url + path, Cancellation))!;
            if (until(answer))
            {
                return answer;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"not within {Patience.TotalSeconds} s; last {System.Text.Json.JsonSerializer.Serialize(answer)}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }
}
