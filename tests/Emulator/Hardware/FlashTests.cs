extern alias nano;

using JointWatch.Emulation.Tests.Bench;
using NanoFile = nano::System.IO.File;
using NanoStream = nano::System.IO.FileStream;
using static JointWatch.Emulation.Tests.Bench.Probe;

namespace JointWatch.Emulation.Tests.Hardware;

/// <summary>The file system: what littlefs promises (its DESIGN.md: "power-loss resilience") and nanoFramework's File makes of it.</summary>
public sealed class FlashTests
{
    private const string Path = @"I:\a.txt";

    [Fact]
    public void Files_survive_a_power_cut_and_the_clock_does_not()
    {
        using Probe probe = new(() =>
        {
            Print(NanoFile.Exists(Path) ? NanoFile.ReadAllText(Path) : "nothing");
            NanoFile.WriteAllBytes(Path, "kept"u8.ToArray());
            Print("done");
        });
        probe.Run();
        probe.Board.CyclePower();
        probe.World.RunFor(TimeSpan.FromSeconds(2));

        Assert.Equal(["nothing", "done", "kept", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
        Assert.Equal(1970, probe.Board.Clock.Utc.Year);
    }

    [Fact]
    public void Power_that_fails_at_any_step_of_rewriting_a_file_leaves_the_old_or_the_new_one()
    {
        HashSet<string> seen = [];
        for (int seed = 0; seed < 8; seed++)
        {
            for (int step = 1; step <= 3; step++)
            {
                using Probe probe = new(() => NanoFile.WriteAllBytes(Path, "new"u8.ToArray()), seed: seed);
                probe.Board.Flash.Write(Path, "old");
                probe.Board.Flash.FailPowerAtStep(step);
                probe.Board.PowerOn();
                probe.World.RunFor(TimeSpan.FromSeconds(3));

                seen.Add(System.Text.Encoding.UTF8.GetString(probe.Board.Flash.Read(Path)!));
                Assert.Equal(step == 3, probe.Board.HasPower);
            }
        }

        Assert.Equal(["new", "old"], seen.Order());
    }

    [Fact]
    public void Power_that_fails_while_a_new_file_is_written_leaves_none_or_an_empty_one()
    {
        HashSet<int> lengths = [];
        for (int seed = 0; seed < 16; seed++)
        {
            using Probe probe = new(() => NanoFile.WriteAllBytes(Path, new byte[9_000]), seed: seed);
            probe.Board.Flash.FailPowerAtStep(1 + (seed % 2));
            probe.Board.PowerOn();
            probe.World.RunFor(TimeSpan.FromSeconds(3));

            lengths.Add(probe.Board.Flash.Read(Path)?.Length ?? -1);
        }

        Assert.Equal([-1, 0], lengths.Order());
    }

    [Fact]
    public void What_was_written_and_not_closed_is_gone_after_a_power_cut()
    {
        using Probe probe = new(() =>
        {
            NanoStream stream = new(Path, FileMode.Append, FileAccess.Write);
            stream.Write("more"u8.ToArray(), 0, 4);
            stream.Flush();
            Print("done");
            Sleep(100);
        });
        probe.Board.Flash.Write(Path, "begun");
        probe.Run();

        probe.Board.CutPower();

        Assert.Equal("begun"u8.ToArray(), probe.Board.Flash.Read(Path));
    }

    [Fact]
    public void A_build_that_notes_each_write_can_tear_a_file()
    {
        HashSet<int> lengths = [];
        for (int seed = 0; seed < 16; seed++)
        {
            using Probe probe = new(() => NanoFile.WriteAllBytes(Path, new byte[100]), seed: seed);
            probe.Board.Flash.Write(Path, new byte[40]);
            probe.Board.Flash.NotesEachWrite = true;
            probe.Board.Flash.FailPowerAtStep(1);
            probe.Board.PowerOn();
            probe.World.RunFor(TimeSpan.FromSeconds(3));
            lengths.Add(probe.Board.Flash.Read(Path)!.Length);
        }

        Assert.True(lengths.Count > 4, "all ended alike");
        Assert.All(lengths, length => Assert.InRange(length, 0, 100));
    }

    [Fact]
    public void A_full_flash_refuses_a_write_and_keeps_the_file_as_it_was()
    {
        using Probe probe = new(() =>
        {
            try
            {
                NanoFile.WriteAllBytes(Path, new byte[20_000]);
            }
            catch (nano::System.IO.IOException)
            {
                Print("no space");
            }

            Print("done");
        });
        probe.Board.Flash.Write(Path, "as it was");
        probe.Board.Flash.Fill(@"I:\big", bytesLeft: 16_384);

        probe.Run();

        Assert.Equal("no space", probe.Board.Serial.Lines[0].Text);
        Assert.Equal("as it was"u8.ToArray(), probe.Board.Flash.Read(Path));
    }

    [Fact]
    public void A_move_onto_a_file_that_is_there_throws_and_a_deletion_of_nothing_does_not()
    {
        using Probe probe = new(() =>
        {
            NanoFile.WriteAllBytes(@"I:\b", [1]);
            NanoFile.Delete(@"I:\nothing");
            nano::System.IO.IOException e = Assert.Throws<nano::System.IO.IOException>(() => NanoFile.Move(@"I:\b", Path));
            Print(e.ErrorCode.ToString());
            NanoFile.Delete(Path);
            NanoFile.Move(@"I:\b", Path);
            Print(string.Join(',', nano::System.IO.Directory.GetFiles(@"I:\")));
            Print("done");
        });
        probe.Board.Flash.Write(Path, "a");

        probe.Run();

        Assert.Equal(["PathAlreadyExists", Path, "done"], probe.Board.Serial.Lines.Select(l => l.Text));
    }

    [Fact]
    public void Wear_is_spread_over_the_sectors()
    {
        using Probe probe = new(() =>
        {
            for (int i = 0; i < 6_000; i++)
            {
                NanoFile.WriteAllBytes(Path, new byte[5_000]);
            }

            Print("done");
        });

        probe.Run();

        int[] data = [.. probe.Board.Flash.SectorErases.Skip(4)];
        Assert.Equal(12_000, data.Sum());
        Assert.InRange(data.Max() - data.Min(), 0, 1);
    }
}
