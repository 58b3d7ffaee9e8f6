using CsCheck;
using JointWatch.Firmware.Sending;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sending;

public sealed class SpillTests
{
    private const int Size = 100;
    private readonly FakeFlash _flash = new();

    [Fact]
    public void A_queue_that_is_nearly_full_is_relieved_of_its_oldest_a_file_at_a_time()
    {
        Spill spill = new(_flash, 65_536, 120);
        Backlog queue = new(8_192, 96, 4, 20_000);
        Fill(queue, 0, 59);
        spill.Relieve(queue, 0);
        Assert.Equal(0, spill.Segments);

        Fill(queue, 59, 3);
        spill.Relieve(queue, 0);

        // 4096 bytes hold 40 reports of 100 bytes with a length each.
        Assert.Equal((1, 40, 22), (spill.Segments, spill.Waiting, queue.Waiting));
        Assert.All(_flash.Files.Values, file => Assert.InRange(file.Length, 1, Spill.SegmentBytes));
        Assert.Equal(Enumerable.Range(0, 40), Load(spill));
    }

    [Fact]
    public void What_lies_in_the_flash_outlasts_a_restart_in_its_order()
    {
        Spill spill = new(_flash, 65_536, 3_600);
        SpillReports(spill, 0, 200);

        Spill after = new(_flash, 65_536, 120);

        Assert.Equal((spill.Segments, spill.Waiting), (after.Segments, after.Waiting));
        List<int> read = [];
        while (after.Segments > 0)
        {
            read.AddRange(Load(after));
            after.Forget();
        }

        Assert.Equal(Enumerable.Range(0, read.Count), read);
        Assert.Equal(spill.Waiting, read.Count);
        Assert.Equal(0, after.Waiting);
        Assert.Empty(_flash.Files);
    }

    [Fact]
    public void When_the_room_is_used_up_the_oldest_file_goes_and_its_reports_are_counted()
    {
        Spill spill = new(_flash, 4 * Spill.SegmentBytes, 3_600);
        SpillReports(spill, 0, 600);

        Assert.Equal(4, spill.Segments);
        Assert.Equal(4, _flash.Files.Count);
        Assert.Equal(spill.Writes * 40, spill.Waiting + spill.DroppedCount);
        Assert.Equal((int)spill.DroppedCount, Load(spill)[0]);
    }

    [Fact]
    public void The_flash_is_written_no_more_often_an_hour_than_it_may_be()
    {
        Spill spill = new(_flash, 65_536, 10);
        Backlog queue = new(8_192, 96, 4, 20_000);
        for (int second = 0; second < 4 * 3_600; second++)
        {
            Fill(queue, second, 1);
            spill.Relieve(queue, second * 1_000L);
            Assert.InRange(spill.Writes, 0, 10 * (1 + (second / 3_600)));
        }

        Assert.Equal(40, spill.Writes);
        Assert.True(queue.DroppedCount > 0);
    }

    [Fact]
    public void A_file_that_power_was_cut_in_is_left_out_and_the_others_are_not()
    {
        for (int cut = 0; cut < Spill.SegmentBytes; cut += 97)
        {
            FakeFlash flash = new();
            Spill spill = new(flash, 65_536, 120);
            SpillReports(spill, 0, 63);
            flash.BytesToPowerCut = cut;
            Assert.Throws<PowerCutException>(() => SpillReports(spill, 100, 200));
            flash.Restore();

            Spill after = new(flash, 65_536, 120);
            Assert.Equal(40, after.Waiting);
            Assert.Equal(Enumerable.Range(0, 40), Load(after));
            after.Forget();
            Assert.Empty(Load(after));
        }
    }

    [Fact]
    public void Whatever_a_file_holds_taking_it_up_does_no_harm()
    {
        Gen.Byte.Array[0, 200].Sample(file =>
        {
            FakeFlash flash = new();
            flash.Files["spill-3"] = file;
            flash.Files["spill-x"] = file;
            Spill spill = new(flash, 65_536, 120);
            Assert.Equal(0, spill.Waiting);
            Assert.Empty(Load(spill));
        });
    }

    [Fact]
    public void Small_reports_fill_a_file_no_fuller_than_it_can_be_read_back()
    {
        Spill spill = new(_flash, 65_536, 120);
        Backlog queue = new(8_192, 400, 4, 20_000);
        for (int i = 0; i < 320; i++)
        {
            queue.Add([(byte)i, (byte)(i >> 8)], 2);
        }

        spill.Relieve(queue, 0);

        Assert.Equal(Spill.SegmentReports, spill.Waiting);
        Assert.Equal(Enumerable.Range(0, Spill.SegmentReports), Load(spill));
    }

    private static void SpillReports(Spill spill, int first, int count)
    {
        Backlog queue = new(8_192, 96, 4, 20_000);
        for (int i = 0; i < count; i++)
        {
            Fill(queue, first + i, 1);
            spill.Relieve(queue, 0);
        }
    }

    private static void Fill(Backlog queue, int first, int count)
    {
        for (int i = first; i < first + count; i++)
        {
            byte[] report = new byte[Size];
            report[0] = (byte)i;
            report[1] = (byte)(i >> 8);
            queue.Add(report, Size);
        }
    }

    /// <summary>The numbers of the reports in the oldest file, as a node would send them.</summary>
    private static List<int> Load(Spill spill)
    {
        FakeLink link = new() { State = LinkState.Up };
        Backlog into = new(Spill.SegmentBytes, Spill.SegmentReports, Spill.SegmentReports, 20_000);
        spill.Load(into);
        into.Send(link, "t", 0);
        Assert.Equal(0, into.DroppedCount);
        return [.. link.Messages.Select(m => m.Bytes[0] | (m.Bytes[1] << 8))];
    }
}
