using System.Globalization;
using JointWatch.Firmware.SelfTest;

namespace JointWatch.Firmware.Tests.SelfTest;

public sealed class SelfTestTests
{
    [Fact]
    public void The_self_test_passes_on_NET()
    {
        List<string> lines = [];

        Assert.True(SelfTestRun.Run(lines.Add), string.Join('\n', lines.Where(line => !line.StartsWith("ok ", StringComparison.Ordinal))));

        Assert.All(lines[..^1], line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        string[] last = lines[^1].Split(' ');
        Assert.Equal(["SELFTEST", "OK"], last[..2]);
        long[] counts = [.. last[2..].Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        Assert.Equal(3, counts.Length);
        Assert.Equal(lines.Count - 1, counts[0]);
        Assert.True(counts[1] > 7_000 && counts[2] > 100 * counts[1] / 2, lines[^1]);
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
}
