using System.Text.Json;
using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests;

/// <summary>The demonstration, run as a user runs it.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task A_demo_tracks_what_is_launched_warns_of_it_and_ends_by_itself()
    {
        string folder = Directory.CreateTempSubdirectory("jointwatch-summary-").FullName;
        string summary = Path.Combine(folder, "summary.json");
        await using StationProcess station = await StationProcess.StartAsync(
            null, "demo", "--for", "20s", "--speed", "10", "--no-browser", "--summary", summary);

        int code = await station.ExitAsync();

        Assert.True(code == 0, $"Exit code {code}. The demo printed:\n{station.Output}");
        JsonElement said = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken));
        Directory.Delete(folder, recursive: true);
        Assert.Superset(
            new HashSet<string> { "durationSeconds", "nodes", "objects", "tracks", "warnings", "quarantined" },
            said.EnumerateObject().Select(p => p.Name).ToHashSet());
        double duration = said.GetProperty("durationSeconds").GetDouble();
        Assert.True(duration >= 20, $"It was to run for 20 s, and says that it ran {duration} s.");

        JsonElement[] nodes = [.. said.GetProperty("nodes").EnumerateArray()];
        Assert.Equal(3, nodes.Count(n => n.GetProperty("kind").GetString() == "radar"));
        Assert.Equal(2, nodes.Count(n => n.GetProperty("kind").GetString() == "infrared"));
        Assert.All(nodes, n => Assert.Equal("online", n.GetProperty("state").GetString()));

        HashSet<string?> launched = [.. said.GetProperty("objects").EnumerateArray()
            .Where(o => o.GetProperty("launched").GetBoolean()).Select(o => o.GetProperty("name").GetString())];
        JsonElement[] tracks = [.. said.GetProperty("tracks").EnumerateArray().Where(t => launched.Contains(t.GetProperty("object").GetString()))];
        Assert.NotEmpty(tracks);
        HashSet<string?> trackIds = [.. tracks.Select(t => t.GetProperty("id").GetString())];
        Assert.Contains(said.GetProperty("warnings").EnumerateArray(), w => trackIds.Contains(w.GetProperty("trackId").GetString()));
        Assert.Equal(0, said.GetProperty("quarantined").GetInt64());
    }

    [Fact]
    public async Task Ctrl_C_ends_a_demo_cleanly()
    {
        await using StationProcess station = await StationProcess.StartAsync(null, "demo", "--no-browser");
        await station.PictureWithAsync("five boards online", p => p.Nodes.Count(n => n.State == "online") == 5);

        int code = await station.InterruptAsync();

        Assert.True(code == 0, $"Exit code {code}. The demo printed:\n{station.Output}");
        Assert.DoesNotContain("xception", station.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_option_ends_the_program_with_exit_code_2_and_one_line()
    {
        (int code, string output) = await JointWatchProgram.RunAsync(Path.GetTempPath(), "demo", "--sped", "10");

        Assert.Equal(2, code);
        Assert.Matches("^jointwatch demo: found '--sped'; expected one of .*; did you mean --speed[?]$", output);
    }

    [Theory]
    [InlineData("--mqtt-port")]
    [InlineData("--urls")]
    public async Task A_busy_port_is_named_with_the_option_that_changes_it(string option)
    {
        await using StationProcess other = await StationProcess.StartAsync(null, "run");
        string folder = Directory.CreateTempSubdirectory("jointwatch-busy-").FullName;
        (string mqttPort, string url) = option == "--urls" ? ("0", other.Address.ToString()) : ($"{other.MqttPort}", "http://127.0.0.1:0");

        (int code, string output) = await JointWatchProgram.RunAsync(folder, "run", "--data", folder, "--mqtt-port", mqttPort, "--urls", url);

        Directory.Delete(folder, recursive: true);
        Assert.Equal(2, code);
        Assert.Contains(option, output, StringComparison.Ordinal);
        Assert.Contains(option == "--urls" ? $"{other.Address.Port}" : mqttPort, output, StringComparison.Ordinal);
    }
}
