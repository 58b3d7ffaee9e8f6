using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests;

public sealed class AllocationTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scanning_and_reporting_allocate_nothing_once_the_node_has_started_sealed_or_not(bool isSealed)
    {
        NodeSetup setup = Some.Radar();
        setup.FalseDetectionsPerScan = 5;
        FakeClock clock = new();
        CountingLink link = new();
        SensorNode node = new(setup, 1, new NodeOptions(), clock, link, new FakeHost(), isSealed ? Key : null);
        link.Node = node;
        RunMinutes(node, clock, link, 1);

        long before = GC.GetAllocatedBytesForCurrentThread();
        RunMinutes(node, clock, link, 10);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.InRange(node.ReportsConfirmed, 650, 661);
    }

    [Fact]
    public void A_broker_that_is_away_makes_the_node_allocate_nothing_either()
    {
        FakeClock clock = new();
        CountingLink link = new();
        SensorNode node = new(Some.Infrared(), 1, new NodeOptions { QueueReports = 50 }, clock, link, new FakeHost());
        link.Node = node;
        RunMinutes(node, clock, link, 1);
        link.Reachable = false;
        link.Close();

        long before = GC.GetAllocatedBytesForCurrentThread();
        RunMinutes(node, clock, link, 10);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.InRange(node.ReportsDropped, 540, 560);
    }

    [Fact]
    public void On_a_small_board_the_node_takes_less_than_21_KB()
    {
        NodeSetup setup = Some.Radar();
        FakeClock clock = new();
        FakeHost host = new();
        CountingLink link = new();
        NodeOptions options = NodeOptions.ForSmallBoard();
        _ = new SensorNode(setup, 1, options, clock, link, host, Key);

        long before = GC.GetAllocatedBytesForCurrentThread();
        SensorNode node = new(setup, 1, options, clock, link, host, Key);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 8 * 1024, 21 * 1024);
        GC.KeepAlive(node);
    }

    private static void RunMinutes(SensorNode node, FakeClock clock, CountingLink link, int minutes)
    {
        for (int i = 0; i < minutes * 600; i++)
        {
            node.Step();
            link.ConfirmAll();
            clock.Advance(100);
        }
    }

    /// <summary>Confirms by ticket and keeps nothing.</summary>
    private sealed class CountingLink : INodeLink
    {
        private int _given;
        private int _confirmed;

        public LinkState State { get; set; }

        public SensorNode? Node { get; set; }

        public bool Reachable { get; set; } = true;

        public void BeginConnect() => State = Reachable ? LinkState.Up : LinkState.Connecting;

        public void Close() => State = LinkState.Down;

        public int Publish(string topic, byte[] buffer, int offset, int length, int qos, bool retain) => State == LinkState.Up ? ++_given : -1;

        public void ConfirmAll()
        {
            while (_confirmed < _given)
            {
                Node!.Confirmed(++_confirmed);
            }
        }
    }
}
