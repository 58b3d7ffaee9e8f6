using System.Text.Json;
using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests;

/// <summary>A program that shares no code with JointWatch hears its warnings and holds them against the published schema (MQTT.js, Ajv).</summary>
public sealed class ForeignListenerTests
{
    [Fact]
    public async Task Warnings_follow_their_schema_are_retained_while_in_force_and_cleared_after()
    {
        string node = OtherProgram.Require("node", "Node.js (https://nodejs.org)");
        string folder = Repository.PathTo("tests", "EndToEnd", "foreign");
        await ForeignClientTests.InstallAsync(folder);
        await using StationProcess station = await StationProcess.StartAsync(null, "demo", "--speed", "30", "--no-browser");
        await using OtherProgram early = Listen(station, node, folder);

        string ended = await Patience.UntilAsync("warning that ended and was cleared", () =>
        {
            Assert.False(early.HasExited, early.Output);
            List<Heard> heard = Heard.Of(early.Output);

            // What expired comes back if data do; what is over never does.
            return Task.FromResult(heard.FirstOrDefault(h => h.Empty && heard.LastOrDefault(e => e.Topic == h.Topic && !e.Empty)?.State == "over")?.Topic);
        });
        await Patience.UntilAsync("warning in force", async () =>
            (await station.PictureAsync()).Warnings.Any(w => w.State is "suspected" or "probable" or "confirmed"));
        await using OtherProgram late = Listen(station, node, folder);
        await Patience.UntilAsync("retained warning", () => Task.FromResult(Heard.Of(late.Output).Any(h => h.Retain)));

        List<Heard> all = [.. Heard.Of(early.Output), .. Heard.Of(late.Output)];
        Assert.Empty(all.SelectMany(h => h.Errors ?? []));
        Assert.All(all.Where(h => !h.Empty), h => Assert.Equal("exercise", h.Status));
        List<Heard> life = [.. Heard.Of(early.Output).Where(h => h.Topic == ended)];
        int end = life.FindLastIndex(h => h.Empty);
        Assert.True(end >= 2, "The warning was never in force for the listener.");
        Assert.False(life[end - 1].InForce);
        Assert.Contains(life[..(end - 1)], h => h.InForce);
        Assert.All(life.Where((_, i) => i + 1 < life.Count && life[i + 1].Empty), h => Assert.False(h.InForce));
        Assert.DoesNotContain(Heard.Of(late.Output), h => h.Topic == ended && h.Retain);
    }

    private static OtherProgram Listen(StationProcess station, string node, string folder) =>
        OtherProgram.Start(node, ["warnings.mjs", "127.0.0.1", $"{station.MqttPort}", Repository.PathTo("shared", "warning.schema.json")], folder);

    private sealed record Heard(string Topic, bool Retain, bool Empty, bool InForce, string? Status, string? State, IReadOnlyList<string>? Errors)
    {
        private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

        public static List<Heard> Of(string output) =>
            [.. output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonSerializer.Deserialize<Heard>(line, Json)!)];
    }
}
