using System.Collections.Concurrent;
using System.Text.Json;
using JointWatch.Station.Broker;
using JointWatch.Station.Outputs;
using JointWatch.Station.Outputs.Mqtt;
using JointWatch.Station.Tests.Hosting;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>What a subscriber meets, on a broker that keeps what is retained as MQTT 3.1.1, section 3.3.1.3, says.</summary>
public sealed class WarningPublisherTests
{
    private const string Topic = "jointwatch/v1/alfa/warning/1";

    private readonly FakeTimeProvider _time = new();
    private readonly RetainingBroker _broker = new();
    private readonly WarningList _list = new(isActual: false);

    [Fact]
    public async Task A_warning_is_retained_while_in_force_then_said_once_more_and_cleared()
    {
        await using var publisher = new WarningPublisher(_list, "alfa", _broker, _time);
        _list.WarningChanged(SomeWarnings.Warning(revision: 1, state: WarningState.Suspected));
        await UntilAsync(() => _broker.Retained.ContainsKey(Topic));
        _list.WarningChanged(SomeWarnings.Warning(revision: 2, state: WarningState.Confirmed));
        await UntilAsync(() => Retained("revision") == "2");
        _list.WarningChanged(SomeWarnings.Warning(revision: 3, state: WarningState.Over));
        await UntilAsync(() => !_broker.Retained.ContainsKey(Topic));

        (string topic, byte[] payload, bool retain) = _broker.Sent.ToArray()[^2];
        Assert.Equal((Topic, false), (topic, retain));
        JsonElement last = JsonSerializer.Deserialize<JsonElement>(payload);
        Assert.Equal("over", last.GetProperty("warning").GetProperty("state").GetString());
        Assert.False(last.GetProperty("inForce").GetBoolean());
        Assert.Equal("test", last.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_subscriber_reads_what_of_a_warning_was_announced_and_that_it_departs()
    {
        await using var publisher = new WarningPublisher(_list, "alfa", _broker, _time);
        _list.WarningJudged(SomeWarnings.Warning(), SomeWarnings.Verdict(AnnouncementLabel.Announced, 0.99));
        _list.WarningChanged(SomeWarnings.Warning());
        await UntilAsync(() => _broker.Retained.ContainsKey(Topic));
        JsonElement announced = JsonSerializer.Deserialize<JsonElement>(_broker.Retained[Topic]).GetProperty("warning").GetProperty("announced");
        Assert.Equal(("announced", "norway/black-brant-12"), (announced.GetProperty("label").GetString(), announced.GetProperty("announcement").GetString()));

        _list.WarningJudged(SomeWarnings.Warning(), SomeWarnings.Verdict(AnnouncementLabel.Departed, 0.99, "azimuth: 312° where 352° ± 10° was announced"));
        await UntilAsync(() => Retained("announced").Contains("312", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_no_broker_was_there_to_take_is_published_as_it_stands_when_one_is_back()
    {
        _broker.IsGone = true;
        await using var publisher = new WarningPublisher(_list, "alfa", _broker, _time);
        _list.WarningChanged(SomeWarnings.Warning(revision: 1));
        await UntilAsync(() => _broker.Refused > 0);
        _list.WarningChanged(SomeWarnings.Warning(revision: 2));
        _broker.IsGone = false;
        await UntilAsync(() => _broker.Retained.ContainsKey(Topic) && Retained("revision") == "2");
    }

    [Fact]
    public async Task A_broker_that_forgot_has_the_warnings_in_force_again_within_a_minute()
    {
        await using var publisher = new WarningPublisher(_list, "alfa", _broker, _time);
        _list.WarningChanged(SomeWarnings.Warning());
        await UntilAsync(() => _broker.Retained.ContainsKey(Topic));
        DateTimeOffset forgot = _time.GetUtcNow();
        _broker.Retained.Clear();
        await UntilAsync(() => _broker.Retained.ContainsKey(Topic));
        Assert.InRange((_time.GetUtcNow() - forgot).TotalSeconds, 0, 70);
    }

    [Fact]
    public async Task A_station_that_stops_leaves_no_warning_behind_that_looks_in_force()
    {
        await using (var publisher = new WarningPublisher(_list, "alfa", _broker, _time))
        {
            _list.WarningChanged(SomeWarnings.Warning());
            await UntilAsync(() => _broker.Retained.ContainsKey(Topic));
        }

        Assert.Empty(_broker.Retained);
    }

    [Fact]
    public async Task What_a_killed_station_left_retained_is_cleared_without_a_word_when_its_journal_says_that_it_ended()
    {
        _broker.Retained[Topic] = [1];
        _list.WarningChanged(SomeWarnings.Warning(revision: 9, state: WarningState.Expired));
        await using var publisher = new WarningPublisher(_list, "alfa", _broker, _time);
        await UntilAsync(() => _broker.Retained.IsEmpty);
        Assert.Single(_broker.Sent);
    }

    private string Retained(string field) =>
        JsonSerializer.Deserialize<JsonElement>(_broker.Retained[Topic]).GetProperty("warning").GetProperty(field).ToString();

    /// <summary>Lets the station's time pass until a condition holds.</summary>
    private Task UntilAsync(Func<bool> holds) => RunningStation.UntilAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(250));
            return holds();
        },
        "the broker has what was expected");

    private sealed class RetainingBroker : IBrokerLink
    {
        public ConcurrentDictionary<string, byte[]> Retained { get; } = new();

        public ConcurrentQueue<(string Topic, byte[] Payload, bool Retain)> Sent { get; } = new();

        public bool IsGone { get; set; }

        public int Refused { get; private set; }

        public Task<bool> PublishAsync(string topic, byte[] payload, bool retain, CancellationToken cancellation)
        {
            if (IsGone)
            {
                Refused++;
                return Task.FromResult(false);
            }

            Sent.Enqueue((topic, payload, retain));
            if (retain && payload.Length == 0)
            {
                _ = Retained.TryRemove(topic, out _);
            }
            else if (retain)
            {
                Retained[topic] = payload;
            }

            return Task.FromResult(true);
        }
    }
}
