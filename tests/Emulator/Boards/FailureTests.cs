using JointWatch.Contract.Messages;
using JointWatch.Emulation.Tests.Bench;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>Firmware that hangs or throws: the board starts anew, and the next birth says why.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("MqttClient.Publish", "main loop")]
    [InlineData("GpioPin.Write", "main loop")]
    [InlineData("NetworkInterface.GetAllNetworkInterfaces", "link loop")]
    public void A_loop_that_hangs_is_found_by_the_watchdog_and_named_in_the_next_birth(string call, string loop)
    {
        using Desk desk = new Desk().Up();
        desk.Board.Faults.Hang(call, times: 1);
        desk.Broker.Stop();
        desk.Broker.Start();

        desk.Until(() => desk.Births[^1].Boot == 2, 600);

        Assert.Equal(BootReason.Watchdog, desk.Births[^1].BootReason);
        Assert.StartsWith(loop + " has not moved for ", desk.Births[^1].Cause, StringComparison.Ordinal);
        desk.Until(() => desk.Sequences(2).Count > 0, 60);
    }

    [Fact]
    public void A_main_loop_that_hangs_in_the_flash_is_found_too()
    {
        using Desk desk = new Desk().Up();
        desk.Board.Radio.Cut();
        desk.Board.Faults.Hang("FileStream.Write", times: 1);
        desk.For(900);
        desk.Board.Radio.Restore();

        desk.Until(() => desk.Births[^1].Boot == 2, 600);
    }

    [Theory]
    [InlineData("GpioPin.Write", "main: ")]
    [InlineData("Wireless80211Configuration.GetAll", "link: ")]
    public void An_exception_that_nobody_expects_restarts_the_board_and_is_told_in_the_next_birth(string call, string thread)
    {
        using Desk desk = new Desk().Up();
        desk.Board.Faults.Throw(call, () => new InvalidOperationException("a bit has flipped"), times: 1);
        desk.Board.Radio.Cut();
        desk.For(200);
        desk.Board.Radio.Restore();

        desk.Until(() => desk.Births[^1].Boot == 2, 200);

        Assert.Equal(BootReason.Crash, desk.Births[^1].BootReason);
        Assert.StartsWith(thread, desk.Births[^1].Cause, StringComparison.Ordinal);
        Assert.Contains("a bit has flipped", desk.Births[^1].Cause, StringComparison.Ordinal);
        Assert.Null(desk.Board.Unhandled);
    }

    [Fact]
    public void Three_crashes_in_a_row_give_safe_mode_which_talks_and_does_not_scan()
    {
        using Desk desk = new();
        desk.Board.Faults.Throw("GpioPin.Write", () => new InvalidOperationException("again"), times: 3);
        desk.Board.PowerOn();
        desk.Until(() => desk.Births.Count > 0 && desk.Births[^1].SafeMode, 300);
        int reports = desk.Reports.Count;
        desk.For(300);

        Assert.Equal(4u, desk.Births[^1].Boot);
        Assert.Equal(reports, desk.Reports.Count);
        Assert.InRange(desk.Healths.Count(h => h.Boot == 4), 28, 31);
        Assert.True(desk.Printed("safe mode"), desk.Console);

        desk.Command(new CommandMessage { Number = 1, Verb = CommandVerb.Reboot, ForBoot = true, Boot = 4 });
        desk.Until(() => desk.Sequences(5).Count > 0, 60);
        Assert.False(desk.Births[^1].SafeMode);
    }

    [Fact]
    public void A_reboot_by_command_is_answered_first_and_named_after()
    {
        using Desk desk = new Desk().Up();
        desk.Command(new CommandMessage { Number = 1, Verb = CommandVerb.Reboot, ForBoot = true, Boot = 1 });
        desk.Until(() => desk.Births[^1].Boot == 2, 60);

        Assert.Equal(AckResult.Done, Assert.Single(desk.Acks).Result);
        Assert.Equal(BootReason.Command, desk.Births[^1].BootReason);
        Assert.DoesNotContain(desk.Broker.Messages, m => m.IsWill);
    }

    [Fact]
    public void A_power_cut_is_told_by_the_last_will_and_by_the_next_birth()
    {
        using Desk desk = new Desk().Up();
        desk.Board.CutPower();
        desk.For(60);
        Assert.Equal(NodeState.Offline, desk.States[^1].State);
        Assert.Equal(1u, desk.States[^1].Boot);

        desk.Board.PowerOn();
        desk.Until(() => desk.Births[^1].Boot == 2, 60);
        Assert.Equal(BootReason.Power, desk.Births[^1].BootReason);
    }
}
