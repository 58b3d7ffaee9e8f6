using JointWatch.EndToEnd.Tests.Foreign;
using JointWatch.EndToEnd.Tests.Support;
using JointWatch.Station.Views;
using JointWatch.Tracking;

namespace JointWatch.EndToEnd.Tests;

/// <summary>Programs that share no code with JointWatch speak the contract, and their target appears.</summary>
public sealed class ForeignClientTests
{
    /// <summary>The radars' noise, carried over 60 km (1 mrad: 60 m), with room for a filter that has only begun.</summary>
    private const double NearMeters = 500;

    [Fact]
    public async Task A_node_by_MQTT_js_and_node_cbor_has_its_target_tracked()
    {
        string node = OtherProgram.Require("node", "Node.js (https://nodejs.org)");
        string folder = Repository.PathTo("tests", "EndToEnd", "foreign");
        await InstallAsync(folder);
        await using StationProcess station = await StationProcess.StartAsync(null, "run");

        await using OtherProgram radar = OtherProgram.Start(node, ["radar.mjs", "127.0.0.1", $"{station.MqttPort}"], folder);

        await SeesTheAircraftAsync(station, "foreign/js-radar", () => radar.HasExited ? throw new InvalidOperationException(radar.Output) : Task.CompletedTask);
    }

    [Fact]
    public async Task A_node_by_mosquitto_pub_has_its_target_tracked()
    {
        string publish = OtherProgram.Require("mosquitto_pub", "Mosquitto (Debian: mosquitto-clients)");
        await using StationProcess station = await StationProcess.StartAsync(null, "run");
        string file = Path.Combine(Path.GetDirectoryName(station.DataDirectory)!, "message.cbor");
        TimeProvider time = TimeProvider.System;
        ulong sequence = 0;
        DateTimeOffset start = time.GetUtcNow();

        await PublishAsync("birth", ForeignMessages.Birth(boot: 1, scanPeriodMicroseconds: 100_000), "-r");

        await SeesTheAircraftAsync(station, "foreign/shell-radar", async () =>
        {
            DateTimeOffset now = time.GetUtcNow();
            ulong microseconds = (ulong)UtcMicroseconds.From(now).Value;
            await PublishAsync("report", ForeignMessages.Report(boot: 1, sequence++, microseconds, (now - start).TotalSeconds));
        });

        async Task PublishAsync(string kind, byte[] payload, params string[] more)
        {
            await File.WriteAllBytesAsync(file, payload, TestContext.Current.CancellationToken);
            await OtherProgram.RunAsync(
                publish,
                ["-h", "127.0.0.1", "-p", $"{station.MqttPort}", "-q", "1", "-t", "jointwatch/v1/foreign/shell-radar/" + kind, "-f", file, .. more]);
        }
    }

    /// <summary>Waits for the track, with one step of the node's between two looks, and holds it against the line that the aircraft flies.</summary>
    private static async Task SeesTheAircraftAsync(StationProcess station, string nodeId, Func<Task> step)
    {
        TrackView? track = null;
        await Patience.UntilAsync("track near the line that the aircraft flies", async () =>
        {
            await step();
            track = (await station.PictureAsync()).Tracks.FirstOrDefault(t =>
                StraightFlight.DistanceFromLine(t.LatitudeDegrees, t.LongitudeDegrees, t.HeightMeters) < NearMeters
                && Math.Abs(t.SpeedMetersPerSecond - StraightFlight.SpeedMetersPerSecond) < 50
                && Math.Abs(t.CourseDegrees - 90) < 15);
            return track is not null;
        });

        PictureView picture = await station.PictureAsync();
        Assert.Equal([nodeId], track!.Sensors);
        Assert.Equal("air", track.Category);
        NodeView node = Assert.Single(picture.Nodes);
        Assert.Equal((nodeId, "radar", "online"), (node.Id, node.Kind, node.State));
        Assert.Equal(0, picture.Counts.Quarantined);
    }

    internal static async Task InstallAsync(string folder)
    {
        string installed = Path.Combine(folder, "node_modules", ".package-lock.json");
        if (!File.Exists(installed) || File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            await OtherProgram.RunAsync(OtherProgram.Require("npm", "Node.js"), ["ci", "--no-audit", "--no-fund"], folder);
        }
    }
}
