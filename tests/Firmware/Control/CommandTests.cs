using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Control;

public sealed class CommandTests
{
    private readonly TestBench bench = new();

    public CommandTests()
    {
        bench.Run(200);
    }

    [Fact]
    public void Stop_ends_the_scans_and_start_begins_them_again()
    {
        bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.Stop });
        long scans = bench.Node.Scans;
        bench.Run(10_000);
        Assert.Equal(scans, bench.Node.Scans);

        bench.Receive(new CommandMessage { Number = 2, Verb = CommandVerb.Start });
        bench.Run(5_000);
        Assert.Equal(scans + 5, bench.Node.Scans);
        Assert.All(bench.Acks, ack => Assert.Equal(AckResult.Done, ack.Result));
    }

    [Fact]
    public void A_new_scan_period_is_kept_and_told_in_a_new_birth()
    {
        bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.SetScanPeriod, ScanPeriodUs = 250_000 });
        long scans = bench.Node.Scans;
        bench.Run(5_000);

        Assert.InRange(bench.Node.Scans - scans, 19, 21);
        Sent birth = bench.Link.On(Topics.Birth)[^1];
        Assert.Equal(250_000u, MessageDecoder.ReadBirth(birth.Bytes, 0, birth.Bytes.Length).ScanPeriodUs);
        Assert.True(birth.Retain);
    }

    [Theory]
    [InlineData(9_999)]
    [InlineData(60_000_001)]
    [InlineData(0)]
    [InlineData(uint.MaxValue)]
    public void A_scan_period_out_of_range_is_refused_with_the_reason(uint period)
    {
        bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.SetScanPeriod, ScanPeriodUs = period });
        bench.Run(100);

        AckMessage ack = Assert.Single(bench.Acks);
        Assert.Equal(AckResult.Refused, ack.Result);
        Assert.Equal($"scan period {period} us; expected 10000 to 60000000", ack.Reason);
        Assert.Single(bench.Link.On(Topics.Birth));
    }

    [Fact]
    public void A_number_that_is_not_larger_than_the_last_is_answered_and_not_carried_out()
    {
        bench.Receive(new CommandMessage { Number = 5, Verb = CommandVerb.Identify });
        bench.Receive(new CommandMessage { Number = 5, Verb = CommandVerb.Identify });
        bench.Receive(new CommandMessage { Number = 4, Verb = CommandVerb.Identify });
        bench.Receive(new CommandMessage { Number = 6, Verb = CommandVerb.Identify });
        bench.Run(100);

        Assert.Equal(2, bench.Host.Identified);
        Assert.Equal(
            [(5u, AckResult.Done), (5u, AckResult.Repeated), (4u, AckResult.Repeated), (6u, AckResult.Done)],
            bench.Acks.Select(ack => (ack.Number, ack.Result)));
        Assert.All(bench.Acks, ack => Assert.Equal(7u, ack.Boot));
    }

    [Fact]
    public void The_first_command_may_be_number_zero()
    {
        bench.Receive(new CommandMessage { Number = 0, Verb = CommandVerb.Identify });

        Assert.Equal(1, bench.Host.Identified);
    }

    [Fact]
    public void A_reboot_waits_until_its_answer_has_arrived()
    {
        bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.Reboot });
        bench.Node.Step();
        Assert.Equal(0, bench.Host.Reboots);

        bench.ConfirmAll();
        bench.Node.Step();
        bench.Node.Step();
        Assert.Equal(1, bench.Host.Reboots);
    }

    [Fact]
    public void A_reboot_does_not_wait_for_ever()
    {
        bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.Reboot });

        bench.Run(4_900, confirm: false);
        Assert.Equal(0, bench.Host.Reboots);
        bench.Run(300, confirm: false);
        Assert.Equal(1, bench.Host.Reboots);
    }

    [Fact]
    public void What_is_no_command_is_counted_and_left()
    {
        bench.Node.Receive(bench.Node.CommandTopic, [0xff, 0x00], 0, 2);
        bench.Node.Receive(bench.Node.CommandTopic, [], 0, 0);
        bench.Node.Receive(bench.Node.CommandTopic, new byte[100_000], 0, 100_000);
        bench.Run(100);

        Assert.Equal(3, bench.Node.MessagesRefused);
        Assert.Equal("message of 100000 bytes; expected 65536 at most", bench.Node.LastRefusal);
        Assert.Empty(bench.Acks);
    }
}
