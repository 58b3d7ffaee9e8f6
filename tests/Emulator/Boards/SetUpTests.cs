using System.Text;
using JointWatch.Contract.Messages;
using JointWatch.Emulation.Tests.Bench;
using JointWatch.Firmware;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>node.json: wrong, missing, new, and taken back.</summary>
public sealed class SetUpTests
{
    [Fact]
    public void A_wrong_field_is_named_on_the_console_in_the_state_and_by_the_lamp()
    {
        using Desk desk = new();
        string json = Encoding.UTF8.GetString(desk.Board.Flash.Read(@"I:\node.json")!).Replace("\"radar\"", "\"sonar\"", StringComparison.Ordinal);
        desk.Board.Flash.Write(@"I:\node.json", json);
        desk.Board.PowerOn();
        desk.Until(() => desk.States.Count > 0, 60);
        desk.For(10);

        Assert.Equal(NodeState.Fault, desk.States[^1].State);
        Assert.Contains("sensor", desk.States[^1].Reason, StringComparison.Ordinal);
        Assert.Contains("sonar", desk.States[^1].Reason, StringComparison.Ordinal);
        Assert.True(desk.Printed("sensor") && desk.Printed("sonar"), desk.Console);
        Assert.Empty(desk.Reports);
        Assert.InRange(desk.Board.Pins[Desk.Lamp].HighWithin(TimeSpan.FromSeconds(4)).TotalSeconds, 1.8, 2.2);
    }

    [Fact]
    public void A_missing_file_is_named_on_the_console_and_shown_by_the_lamp()
    {
        using Desk desk = new();
        desk.Board.Flash.Delete(@"I:\node.json");
        desk.Board.PowerOn();
        desk.For(30);

        Assert.True(desk.Printed("node.json"), desk.Console);
        Assert.InRange(desk.Board.Pins[Desk.Lamp].HighWithin(TimeSpan.FromSeconds(4)).TotalSeconds, 1.8, 2.2);
        Assert.Equal(1, desk.Board.Starts);
    }

    [Fact]
    public void A_board_whose_file_has_become_wrong_goes_on_with_its_last_good_set_up_and_says_so()
    {
        using Desk desk = new Desk().Up();
        desk.For(10);
        desk.Board.Flash.Write(@"I:\node.json", "{ \"party\": \"alfa\", ");
        desk.Board.CyclePower();

        desk.Until(() => desk.Sequences(2).Count > 0, 60);
        Assert.True(desk.Printed("the last good one is in use"), desk.Console);
    }

    [Fact]
    public void A_new_set_up_that_connects_is_kept_through_power_cuts()
    {
        using Desk desk = new Desk().Up();
        Stage(desk, "broker.local", 500_000);
        desk.Until(() => desk.Births[^1] is { Boot: 2, ScanPeriodUs: 500_000 }, 60);
        Assert.Equal(BootReason.NewSetUp, desk.Births[^1].BootReason);
        desk.Until(() => desk.Printed("set-up: kept"), 60);

        desk.Board.CyclePower();
        desk.Until(() => desk.Births[^1].Boot == 3, 60);
        Assert.Equal(500_000u, desk.Births[^1].ScanPeriodUs);
    }

    [Fact]
    public void A_new_set_up_that_cannot_connect_is_rolled_back_and_the_next_birth_says_so()
    {
        using Desk desk = new Desk().Up();
        Stage(desk, "broker.nowhere", 500_000);
        desk.Until(() => desk.Births[^1] is { BootReason: BootReason.SetUpRolledBack }, 900);

        Assert.Equal(1_000_000u, desk.Births[^1].ScanPeriodUs);
        desk.Board.CyclePower();
        uint boot = desk.Births[^1].Boot;
        desk.Until(() => desk.Births[^1].Boot > boot, 60);
        Assert.Equal(1_000_000u, desk.Births[^1].ScanPeriodUs);
    }

    [Fact]
    public void A_new_set_up_that_makes_no_node_is_refused_with_the_field_named()
    {
        using Desk desk = new Desk().Up();
        desk.Command(new CommandMessage { Number = 1, Verb = CommandVerb.SetUp, ForBoot = true, Boot = 1, SetUp = "{\"party\":\"alfa\"}" });
        desk.Until(() => desk.Acks.Count > 0, 10);

        Assert.Equal(AckResult.Refused, desk.Acks[0].Result);
        Assert.Contains("node", desk.Acks[0].Reason, StringComparison.Ordinal);
        desk.For(60);
        Assert.Equal(1, desk.Board.Starts);
    }

    [Fact]
    public void Power_that_fails_at_any_step_of_a_new_set_up_leaves_a_board_with_the_old_or_the_new_one()
    {
        HashSet<uint> seen = [];
        for (int step = 1; step <= 24; step++)
        {
            using Desk desk = new Desk(seed: step).Up();
            desk.Board.Flash.FailPowerAtStep(step);
            Stage(desk, "broker.local", 500_000);
            desk.For(30);
            desk.Board.PowerOn();
            desk.For(30);
            desk.Board.Flash.KeepPower();
            desk.Board.CyclePower();
            int births = desk.Births.Count;
            desk.Until(() => desk.Births.Count > births, 60);

            seen.Add(desk.Births[^1].ScanPeriodUs);
            Assert.InRange(desk.Births[^1].Boot, 2u, 4u);
        }

        Assert.Equal([500_000u, 1_000_000u], seen.Order());
    }

    [Fact]
    public void Power_that_fails_at_any_step_of_a_start_costs_no_set_up_and_no_boot_number_is_used_twice()
    {
        for (int step = 1; step <= 16; step++)
        {
            using Desk desk = new Desk(seed: step).Up();
            HashSet<uint> boots = [1];
            desk.Board.CutPower();
            desk.Board.Flash.FailPowerAtStep(step);
            for (int i = 0; i < 3; i++)
            {
                desk.Board.PowerOn();
                desk.For(20);
                desk.Board.CyclePower();
                int births = desk.Births.Count;
                desk.Until(() => desk.Births.Count > births, 60);
                Assert.True(boots.Add(desk.Births[^1].Boot), $"boot {desk.Births[^1].Boot} twice, power failed at step {step}");
                desk.Board.CutPower();
            }
        }
    }

    private static void Stage(Desk desk, string broker, uint scanPeriodUs)
    {
        NodeSetup setup = Desk.Radar();
        setup.ScanPeriodUs = scanPeriodUs;
        string json = Encoding.UTF8.GetString(NodeJson.Write(setup, broker, 1883));
        desk.Command(new CommandMessage { Number = 1, Verb = CommandVerb.SetUp, ForBoot = true, Boot = 1, SetUp = json });
    }
}
