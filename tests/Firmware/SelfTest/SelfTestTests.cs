using System.Text.RegularExpressions;
using JointWatch.Firmware.SelfTest;

namespace JointWatch.Firmware.Tests.SelfTest;

public sealed partial class SelfTestTests
{
    [Fact]
    public void The_self_test_passes_on_NET()
    {
        List<string> lines = [];

        Assert.True(SelfTestRun.Run(lines.Add), string.Join('\n', lines.Where(line => !line.StartsWith("ok ", StringComparison.Ordinal))));

        Assert.All(lines[..^1], line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Match last = LastLine().Match(lines[^1]);
        Assert.True(last.Success, lines[^1]);
        Assert.Equal(lines.Count - 1, int.Parse(last.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(int.Parse(last.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) > 7_000);
    }

    [Fact]
    public void A_check_that_fails_is_told_and_fails_the_whole()
    {
        List<string> lines = [];
        Tally tally = new(lines.Add);

        tally.Check("one", 1, 1);
        tally.Check("two", "b", "a");
        tally.Check("three", false);

        Assert.Equal(["ok one", "FAILED two: b; expected a", "FAILED three: not so; expected so"], lines);
        Assert.Equal("two: b; expected a", tally.FirstFailure);
        Assert.Equal(3, tally.Checks);
    }

    [GeneratedRegex(@"^SELFTEST OK (\d+) (\d+) (\d+)$")]
    private static partial Regex LastLine();
}
