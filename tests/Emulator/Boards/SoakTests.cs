using JointWatch.Contract.Messages;
using JointWatch.Emulation.Tests.Bench;
using JointWatch.Firmware;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>A month in the life of a board. Alone in the process, so that the memory in use can be read.</summary>
[CollectionDefinition(nameof(SoakTests), DisableParallelization = true)]
[Collection(nameof(SoakTests))]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Days = 30;
    private const int DaySeconds = 86_400;
    private const int ScanSeconds = 10;

    [Fact]
    public void A_month_of_outages_leaves_a_board_as_it_was_after_its_first_day()
    {
        NodeSetup setup = Desk.Radar();
        setup.ScanPeriodUs = ScanSeconds * 1_000_000;
        using Desk desk = new(setup, new BoardOptions { DriftPpm = 12 }, seed: 30);
        desk.Broker.Keeps = false;
        desk.Up();
        var weather = new Random(30);
        var days = new Ledger();
        long firstMemory = 0;
        int firstFiles = 0;
        HealthMessage first = desk.Healths[0];
        for (int day = 1; day <= Days; day++)
        {
            LiveADay(desk, weather);
            desk.Until(() => desk.Healths[^1] is { ReportsWaiting: < 3 } && desk.Board.Traffic.IsConnected, 3_600);
            days.Close(desk);
            if (day == 1)
            {
                first = desk.Healths[^1];
                firstMemory = GC.GetTotalMemory(forceFullCollection: true);
                firstFiles = desk.Board.Flash.Files.Count;
            }

            Assert.InRange(desk.Board.Flash.Files.Count, 0, firstFiles + 1);
            Assert.Equal(first.FreeHeapBytes, desk.Healths[^1].FreeHeapBytes, 2_000L);
            Assert.InRange(desk.Board.Memory.QueuedBytes, 0, 1_000);
            Assert.Equal(1, desk.Board.Starts);
            desk.Forget();
        }

        long grown = GC.GetTotalMemory(forceFullCollection: true) - firstMemory;
        output.WriteLine(
            $"{days.Reports} reports, {days.Dropped} dropped, {desk.Healths.Count} healths today, {first.Reconnects} to {days.Reconnects} reconnects, " +
            $"{desk.Board.Flash.SectorErases.Max()} erasures of the sector worn most, memory grown by {grown} bytes");

        // The console keeps its last 4,096 lines; what the process keeps besides is the same as on the first day.
        Assert.InRange(grown, long.MinValue, 1_000_000);
        Assert.InRange(days.Reports, (Days - 3) * DaySeconds / ScanSeconds, (Days + 2) * DaySeconds / ScanSeconds);
        Assert.InRange(desk.Board.Flash.SectorErases.Max(), 0, 1_000);
        Assert.InRange(days.Reconnects, 3u * Days, 30u * Days);
    }

    /// <summary>Six hours four times, each with a fault of link, broker or time in it.</summary>
    private static void LiveADay(Desk desk, Random weather)
    {
        for (int quarter = 0; quarter < 4; quarter++)
        {
            int quiet = weather.Next(3_600, 5 * 3_600);
            int fault = weather.Next(10, 900);
            desk.For(quiet);
            switch (weather.Next(6))
            {
                case 0:
                    desk.Board.Radio.Cut();
                    desk.For(fault);
                    desk.Board.Radio.Restore();
                    break;
                case 1:
                    desk.Broker.Stop();
                    desk.For(fault);
                    desk.Broker.Start();
                    break;
                case 2:
                    desk.Board.Radio.HalfOpen();
                    desk.For(fault);
                    break;
                case 3:
                    desk.Board.Radio.Loss = 0.3;
                    desk.For(fault);
                    desk.Board.Radio.Loss = 0;
                    break;
                case 4:
                    desk.World.Net.TimeServers.Answers = false;
                    desk.For(fault);
                    desk.World.Net.TimeServers.Answers = true;
                    break;
                default:
                    for (int i = 0; i < 10; i++)
                    {
                        desk.Broker.Stop();
                        desk.For(1 + (fault / 100));
                        desk.Broker.Start();
                        desk.For(fault / 10);
                    }

                    break;
            }

            desk.For((DaySeconds / 4) - quiet - fault);
        }
    }

    /// <summary>What arrived: no number is missing that the board did not count as dropped.</summary>
    private sealed class Ledger
    {
        private ulong _next;

        public long Reports { get; private set; }

        public long Dropped { get; private set; }

        public uint Reconnects { get; private set; }

        public void Close(Desk desk)
        {
            HashSet<ulong> got = [.. desk.Reports.Select(r => r.Sequence).Where(n => n >= _next)];
            ulong last = got.Max();
            long missing = (long)(last + 1 - _next) - got.Count;
            HealthMessage health = desk.Healths[^1];
            Assert.Equal((long)health.ReportsDropped - Dropped, missing);
            Reports += got.Count;
            Dropped += missing;
            Reconnects = health.Reconnects;
            _next = last + 1;
        }
    }
}
