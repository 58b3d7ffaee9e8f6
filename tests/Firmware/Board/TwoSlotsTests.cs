using CsCheck;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Board;

public sealed class TwoSlotsTests
{
    [Fact]
    public void Whatever_byte_of_a_write_power_is_cut_at_the_record_is_the_old_or_the_new_one()
    {
        byte[] old = [.. Enumerable.Range(0, 40).Select(i => (byte)i)];
        byte[] young = [.. Enumerable.Range(100, 55).Select(i => (byte)i)];
        for (int cut = 0; cut <= young.Length + TwoSlots.Overhead; cut++)
        {
            FakeFlash flash = new();
            TwoSlots slots = new(flash, "x");
            Assert.Null(slots.Read());
            Assert.True(slots.Write([1], 1));
            Assert.True(slots.Write(old, old.Length));
            flash.BytesToPowerCut = cut;
            bool through = cut == young.Length + TwoSlots.Overhead;
            if (through)
            {
                slots.Write(young, young.Length);
            }
            else
            {
                Assert.Throws<PowerCutException>(() => slots.Write(young, young.Length));
            }

            flash.Restore();

            Assert.Equal(through ? young : old, new TwoSlots(flash, "x").Read());
        }
    }

    [Fact]
    public void After_a_cut_the_next_write_goes_over_the_broken_half_and_not_over_the_whole_one()
    {
        FakeFlash flash = new();
        TwoSlots slots = new(flash, "x");
        slots.Read();
        slots.Write([1], 1);
        flash.BytesToPowerCut = 3;
        Assert.Throws<PowerCutException>(() => slots.Write([2], 1));
        flash.BytesToPowerCut = 5;
        TwoSlots after = new(flash, "x");
        Assert.Equal([1], after.Read());
        Assert.Throws<PowerCutException>(() => after.Write([3], 1));
        flash.Restore();

        TwoSlots last = new(flash, "x");
        Assert.Equal([1], last.Read());
        Assert.True(last.Write([4], 1));
        Assert.Equal([4], new TwoSlots(flash, "x").Read());
    }

    [Fact]
    public void A_record_is_read_back_as_it_was_written_last_whatever_was_written()
    {
        Gen.Byte.Array[0, 300].Array[1, 8].Sample(records =>
        {
            FakeFlash flash = new();
            foreach (byte[] record in records)
            {
                TwoSlots slots = new(flash, "x");
                slots.Read();
                slots.Write(record, record.Length);
            }

            Assert.Equal(records[^1], new TwoSlots(flash, "x").Read());
        });
    }

    [Fact]
    public void A_bit_that_flips_in_the_newest_brings_back_the_one_before()
    {
        FakeFlash flash = new();
        TwoSlots slots = new(flash, "x");
        slots.Read();
        slots.Write([1, 2, 3], 3);
        slots.Write([4, 5, 6], 3);
        foreach (string name in flash.Names("x-b"))
        {
            for (int bit = 0; bit < flash.Files[name].Length * 8; bit++)
            {
                flash.Files[name][bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.Equal([1, 2, 3], new TwoSlots(flash, "x").Read());
                flash.Files[name][bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        Assert.Equal([4, 5, 6], new TwoSlots(flash, "x").Read());
    }

    [Fact]
    public void The_checksum_is_the_one_of_zip_files()
    {
        // The check value of CRC-32/ISO-HDLC in G. Cook's catalogue of parametrised CRC algorithms.
        Assert.Equal(0xCBF43926u, Checksum.Of("123456789"u8.ToArray(), 0, 9));
    }
}
