using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Board;

public sealed class BootLogTests
{
    private readonly FakeFlash _flash = new();

    [Fact]
    public void The_first_start_is_number_one_and_by_power()
    {
        BootLog log = new(_flash);

        Assert.Equal((1u, BootReason.Power, (string?)null, false, true), (log.Boot, log.Reason, log.Cause, log.SafeMode, log.Kept));
        Assert.Equal((2u, BootReason.Power), (new BootLog(_flash).Boot, new BootLog(_flash).Reason));
    }

    [Fact]
    public void A_start_tells_why_the_one_before_it_ended()
    {
        new BootLog(_flash).Announce(BootReason.Command, null);
        Assert.Equal(BootReason.Command, new BootLog(_flash).Reason);

        // No word, so it was the power.
        Assert.Equal(BootReason.Power, new BootLog(_flash).Reason);

        new BootLog(_flash).Announce(BootReason.Crash, "main: NullReferenceException\nat Grüße " + new string('x', 60));
        BootLog after = new(_flash);
        Assert.Equal(BootReason.Crash, after.Reason);
        Assert.Equal("main: NullReferenceException?at Gr??e " + new string('x', 26), after.Cause);
    }

    [Fact]
    public void Three_crashes_in_a_row_make_safe_mode_and_a_reboot_by_command_ends_it()
    {
        for (int i = 0; i < 3; i++)
        {
            BootLog log = new(_flash);
            Assert.False(log.SafeMode);
            log.Announce(i == 1 ? BootReason.Watchdog : BootReason.Crash, "again");
        }

        BootLog safe = new(_flash);
        Assert.True(safe.SafeMode);
        Assert.Equal((4u, "again"), (safe.Boot, safe.Cause));
        safe.Announce(BootReason.Command, null);

        BootLog after = new(_flash);
        Assert.False(after.SafeMode);
        after.Announce(BootReason.Crash, "once more");
        Assert.False(new BootLog(_flash).SafeMode);
    }

    [Fact]
    public void Ten_good_minutes_between_crashes_keep_a_board_out_of_safe_mode()
    {
        for (int i = 0; i < 5; i++)
        {
            BootLog log = new(_flash);
            Assert.False(log.SafeMode);
            log.Stable();
            log.Announce(BootReason.Crash, "rarely");
        }

        Assert.False(new BootLog(_flash).SafeMode);
    }

    [Fact]
    public void Whatever_byte_power_is_cut_at_no_two_starts_that_report_have_the_same_number()
    {
        for (int cut = 0; cut < 40; cut++)
        {
            FakeFlash flash = new();
            uint last = new BootLog(flash).Boot;
            last = new BootLog(flash).Boot;
            flash.BytesToPowerCut = cut;
            try
            {
                last = new BootLog(flash).Boot;
            }
            catch (PowerCutException)
            {
                // The board died before it could say anything under that number.
            }

            flash.Restore();

            Assert.Equal(last + 1, new BootLog(flash).Boot);
        }
    }

    [Fact]
    public void A_flash_that_takes_nothing_is_told_of()
    {
        _flash.TakesWrites = false;
        Assert.False(new BootLog(_flash).Kept);
    }
}
