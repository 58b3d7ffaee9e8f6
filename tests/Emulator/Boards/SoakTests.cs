using JointWatch.Emulation.Tests.Bench;

namespace JointWatch.Emulation.Tests.Boards;

public sealed class SoakTests(ITestOutputHelper output)
{
    [Fact]
    public void A_day()
    {
        using Desk desk = new();
        desk.Broker.Keeps = false;
        desk.Board.PowerOn();
        desk.For(600);
        long t = TimeProvider.System.GetTimestamp();
        long gc = GC.GetTotalAllocatedBytes();
        long sw = desk.World.Switches;
        desk.For(86_400);
        output.WriteLine($"{TimeProvider.System.GetElapsedTime(t).TotalSeconds:F2} s, {(GC.GetTotalAllocatedBytes() - gc) / 86_400} B/s, {desk.World.Switches - sw} switches, {desk.Broker.MessageCount} messages");
        output.WriteLine(desk.Console);
    }
}
