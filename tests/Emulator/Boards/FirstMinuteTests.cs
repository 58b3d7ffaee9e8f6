using JointWatch.Contract.Messages;
using JointWatch.Emulation.Tests.Bench;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>From power to reports.</summary>
public sealed class FirstMinuteTests(ITestOutputHelper output)
{
    [Fact]
    public void A_board_that_gets_power_scans_within_five_seconds_and_says_each_step_on_its_console()
    {
        using Desk desk = new();

        desk.Up();

        output.WriteLine(string.Join('\n', desk.Board.Serial.Lines.Select(l => $"{l.At.TotalSeconds,7:F2} s  {l.Text}")));
        Assert.InRange(desk.Board.Serial.Lines.First(l => l.Text.StartsWith("running:", StringComparison.Ordinal)).At.TotalSeconds, 1.2, 5);
        Assert.InRange(desk.World.Now.TotalSeconds, 2, 6);
        Assert.Equal(1u, desk.Births[0].Boot);
        Assert.Equal(NodeState.Online, desk.States[0].State);
    }
}
