using System.Text.RegularExpressions;
using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests;

/// <summary>Two parties' stations with their own boards and one centre, run as a user runs them, with a link that fails in the worst minute.</summary>
[Collection(WholeMachine.Name)]
public sealed partial class JointDemoTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-joint-e2e-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_joint_demo_with_a_cut_link_leaves_a_whole_log_and_kept_promises()
    {
        string run = Path.Combine(_folder, "run");

        // The cut begins before the first launch is reported and ends after the second one's confirmation.
        (int code, string output) = await JointWatchProgram.RunAsync(
            _folder, "demo", "--joint", "--speed", "10", "--for", "40s", "--no-browser", "--mqtt-port", "0", "--urls", "http://127.0.0.1:0", "--cut-link", "30-200", "--data", run);

        Assert.True(code == 0, $"Exit code {code}. The demo printed:\n{output}");
        Assert.Contains("the link of bravo to the centre goes down", output, StringComparison.Ordinal);
        Assert.Contains("the link of bravo to the centre comes up again", output, StringComparison.Ordinal);
        foreach (string party in (string[])["alfa", "bravo"])
        {
            Assert.Matches($"{party}: warning [0-9]+ CONFIRMED", output);
            Assert.Matches($"{party}: ([0-9]+) of \\1 boards online, .*, [1-9][0-9]* things released; assurances (kept|not all can be told yet)", output);
        }

        Match log = LogLine().Match(output);
        Assert.True(log.Success, output);
        Assert.True(int.Parse(log.Groups["size"].Value, null) > 20);
        Assert.Equal((log.Groups["size"].Value, log.Groups["size"].Value, "0"), (log.Groups["alfa"].Value, log.Groups["bravo"].Value, log.Groups["faults"].Value));
        await VerifyAsync(run);
        await CheckPromisesAsync(run);
        await ReviewAsync(run);
    }

    /// <summary>As anyone would who has the log, the keys, and what the parties have kept.</summary>
    private async Task VerifyAsync(string run)
    {
        foreach (string party in (string[])["alfa", "bravo"])
        {
            Directory.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "evidence")).FullName, party), Path.Combine(run, party, "joint", "kept"));
        }

        (int code, string output) = await JointWatchProgram.RunAsync(
            _folder, "log", "verify", Path.Combine(run, "centre", "log"), "--key", Path.Combine(run, "centre", "log.vkey"), "--witness", Path.Combine(run, "centre", "witnesses.vkey"),
            "--quorum", "2", "--checkpoints", Path.Combine(_folder, "evidence"));

        Assert.True(code == 0, output);
        Assert.Contains("Whole: nothing is wrong.", output, StringComparison.Ordinal);
    }

    private async Task CheckPromisesAsync(string run)
    {
        (int code, string output) = await JointWatchProgram.RunAsync(
            _folder, "assurance", "check", Path.Combine(run, "centre", "log"), "--party", "alfa", "--parties", Path.Combine(run, "centre", "parties.toml"), "--exercise", "northern-watch-1");

        Assert.True(code == 0, output);
        Assert.Contains("KEPT: reports", output, StringComparison.Ordinal);
        Assert.Contains("KEPT: sensors", output, StringComparison.Ordinal);
    }

    /// <summary>The report says of the run what its own screen said: both confirmed the first missile, and nothing else was alarmed about.</summary>
    private async Task ReviewAsync(string run)
    {
        string page = Path.Combine(_folder, "review.html");

        (int code, string output) = await JointWatchProgram.RunAsync(_folder, "review", run, "--out", page, "--json", Path.Combine(_folder, "review.json"));

        Assert.True(code == 0, output);
        Assert.Matches("Missile Alder: confirmed by (alfa|bravo) [0-9.]+ s after its launch", output);
        Assert.Contains("alfa: 0 false alarms", output, StringComparison.Ordinal);
        string html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("the link of bravo to the centre goes down", html, StringComparison.Ordinal);
        Assert.Contains("What they told each other", html, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"The log has (?<size>[0-9]+) entries; cosigned by alfa to (?<alfa>[0-9]+), bravo to (?<bravo>[0-9]+); (?<faults>[0-9]+) faults", RegexOptions.None, 1000)]
    private static partial Regex LogLine();
}
