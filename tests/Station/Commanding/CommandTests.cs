using System.Net;
using System.Net.Http.Json;
using JointWatch.Contract;
using JointWatch.Emulation;
using JointWatch.Firmware;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Commanding;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Tests.Hosting;
using JointWatch.Station.Views;
using MQTTnet;

namespace JointWatch.Station.Tests.Commanding;

/// <summary>A command's way from the command line through the station to an emulated board, and its answer's way back.</summary>
public sealed class CommandTests : IDisposable
{
    /// <summary>The lamp of an ESP32_PSRAM_REV3 in hardware/pins.json.</summary>
    private const int LampPin = 26;
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(true, @"^alfa/radar-1: done \(command \d+, boot 3, sealed\)\r?\n$")]
    [InlineData(false, @"^alfa/radar-1: done \(command \d+, boot 3, not sealed: the node is not enrolled\)\r?\n$")]
    public async Task A_command_is_carried_out_by_the_node_and_its_answer_printed(bool isEnrolled, string expected)
    {
        if (isEnrolled)
        {
            EnrolmentFile.Add(_folder, Some.Node, Key, replace: false);
        }

        await using RunningStation station = await RunningStation.StartAsync(_folder);
        EmulatedBoard board = Board(station, isEnrolled ? Key : null);
        await WithAsync(board, station, async () =>
        {
            Assert.Equal(ExitCode.Done, await SendAsync(station, new CommandRequest("identify")));
            Assert.Equal(ExitCode.Done, await SendAsync(station, new CommandRequest("identify")));
            await RunningStation.UntilAsync(() => board.Board.Pins[LampPin].ChangeCount >= 20, "the lamp blinks");
        });
        Assert.Matches(expected, _output.ToString().Split('\n')[0] + "\n");
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task A_command_that_the_node_refuses_says_why()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        await WithAsync(Board(station, null), station, async () =>
            Assert.Equal(ExitCode.Failed, await SendAsync(station, new CommandRequest("set-up", SetUp: "{}"))));
        Assert.StartsWith("alfa/radar-1: refused: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_with_a_key_that_the_station_does_not_have_refuses_its_commands()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        EmulatedBoard board = Board(station, Key);
        await WithAsync(board, station, async () => Assert.Equal(ExitCode.Failed, await SendAsync(station, new CommandRequest("identify"))));
        Assert.StartsWith("alfa/radar-1: refused: not sealed, and this node has a key", _error.ToString(), StringComparison.Ordinal);
        Assert.InRange(board.Board.Pins[LampPin].ChangeCount, 0, 19);
    }

    [Theory]
    [InlineData("fire", null, null, "verb is 'fire', expected start, stop, scan-period, identify, reboot or set-up")]
    [InlineData("scan-period", null, null, "scanPeriodMicroseconds is missing, expected 10000 to 60000000 with scan-period")]
    [InlineData("scan-period", 9_999u, null, "scanPeriodMicroseconds is 9999, expected 10000 to 60000000 with scan-period")]
    [InlineData("set-up", null, "", "setUp is empty, expected text of 1 to 2000 bytes of UTF-8")]
    public async Task A_request_that_makes_no_command_is_refused_by_field(string verb, uint? period, string? setUp, string message)
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using HttpResponseMessage response = await PostAsync(station, "alfa/radar-1", new CommandRequest(verb, period, setUp));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(message, (await response.Content.ReadFromJsonAsync<ErrorReplyView>(Cancellation))!.Error);
    }

    [Fact]
    public async Task A_node_that_was_never_heard_of_is_not_commanded()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using HttpResponseMessage response = await PostAsync(station, "alfa/radar-9", new CommandRequest("stop"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(ExitCode.Failed, await SendAsync(station, new CommandRequest("stop")));
        Assert.EndsWith("does not take it: no node alfa/radar-1 has been heard of" + Environment.NewLine, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_elsewhere_cannot_command_through_a_name_that_leads_here()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Post, station.Url + "/api/nodes/alfa/radar-1/commands") { Content = JsonContent.Create(new CommandRequest("stop")) };
        request.Headers.Host = "attacker.example";
        using HttpResponseMessage response = await station.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);

        using var form = new StringContent("""{"verb":"stop"}""", System.Text.Encoding.UTF8, "text/plain");
        using HttpResponseMessage plain = await station.Http.PostAsync(new Uri(station.Url + "/api/nodes/alfa/radar-1/commands"), form, Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, plain.StatusCode);
    }

    [Fact]
    public async Task Without_a_station_the_command_line_says_where_it_looked()
    {
        var options = new CommandOptions(Some.Node, new CommandRequest("stop"), "http://127.0.0.1:1");
        Assert.Equal(ExitCode.Failed, await CommandRunner.RunAsync(options, _output, _error, Cancellation));
        Assert.StartsWith("jointwatch: no station answers at http://127.0.0.1:1 (", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boards_that_connect_hear_that_there_is_no_alarm_and_nobody_else_may_raise_one()
    {
        await using RunningStation station = await RunningStation.StartAsync(_folder);
        using IMqttClient board = await station.ConnectAsync("board");
        var heard = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        board.ApplicationMessageReceivedAsync += args =>
        {
            heard.TrySetResult(System.Buffers.BuffersExtensions.ToArray(args.ApplicationMessage.Payload));
            return Task.CompletedTask;
        };
        await board.SubscribeAsync(Topics.Alarm, cancellationToken: Cancellation);
        byte[] alarm = await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancellation);
        Assert.Equal(0u, MessageDecoder.ReadAlarm(alarm, 0, alarm.Length).Warnings);

        await RunningStation.PublishAsync(board, Topics.Alarm, alarm);
        Assert.Equal("topic", (await station.QuarantineAsync(1))[0].Field);
    }

    private static EmulatedBoard Board(RunningStation station, byte[]? key) =>
        new(NodeSetup.ForRadar(Some.Node.Party, Some.Node.Name, 69, 16, 50), "127.0.0.1", station.MqttPort, 3, TimeProvider.System, key: key);

    private static async Task WithAsync(EmulatedBoard board, RunningStation station, Func<Task> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task running = board.RunAsync(stop.Token);
        await station.NodesAsync(n => n is [{ Kind: "radar" }]);
        await work();
        await stop.CancelAsync();
        await running;
        Assert.Null(board.Failure);
    }

    private static Task<HttpResponseMessage> PostAsync(RunningStation station, string node, CommandRequest request) =>
        station.Http.PostAsJsonAsync($"{station.Url}/api/nodes/{node}/commands", request, Cancellation);

    private Task<int> SendAsync(RunningStation station, CommandRequest request) =>
        CommandRunner.RunAsync(new CommandOptions(Some.Node, request, station.Url), _output, _error, Cancellation);
}
