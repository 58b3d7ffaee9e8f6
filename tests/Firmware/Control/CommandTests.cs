using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Control;

public sealed class CommandTests
{
    private readonly TestBench _bench = new();

    public CommandTests()
    {
        _bench.Run(200);
    }

    [Fact]
    public void Stop_ends_the_scans_and_start_begins_them_again()
    {
        _bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.Stop });
        long scans = _bench.Node.Scans;
        _bench.Run(10_000);
        Assert.Equal(scans, _bench.Node.Scans);

        _bench.Receive(new CommandMessage { Number = 2, Verb = CommandVerb.Start });
        _bench.Run(5_000);
        Assert.Equal(scans + 5, _bench.Node.Scans);
        Assert.All(_bench.Acks, ack => Assert.Equal(AckResult.Done, ack.Result));
    }

    [Fact]
    public void A_new_scan_period_is_kept_and_told_in_a_new_birth()
    {
        _bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.SetScanPeriod, ScanPeriodUs = 250_000 });
        long scans = _bench.Node.Scans;
        _bench.Run(5_000);

        Assert.InRange(_bench.Node.Scans - scans, 19, 21);
        Sent birth = _bench.Link.On(Topics.Birth)[^1];
        Assert.Equal(250_000u, StationDecoder.ReadBirth(birth.Bytes, 0, birth.Bytes.Length).ScanPeriodUs);
        Assert.True(birth.Retain);
    }

    [Theory]
    [InlineData(9_999)]
    [InlineData(60_000_001)]
    [InlineData(0)]
    [InlineData(uint.MaxValue)]
    public void A_scan_period_out_of_range_is_refused_with_the_reason(uint period)
    {
        _bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.SetScanPeriod, ScanPeriodUs = period });
        _bench.Run(100);

        AckMessage ack = Assert.Single(_bench.Acks);
        Assert.Equal(AckResult.Refused, ack.Result);
        Assert.Equal($"scan period {period} us; expected 10000 to 60000000", ack.Reason);
        Assert.Single(_bench.Link.On(Topics.Birth));
    }

    [Fact]
    public void A_number_that_is_not_larger_than_the_last_is_answered_and_not_carried_out()
    {
        _bench.Receive(new CommandMessage { Number = 5, Verb = CommandVerb.Identify });
        _bench.Receive(new CommandMessage { Number = 5, Verb = CommandVerb.Identify });
        _bench.Receive(new CommandMessage { Number = 4, Verb = CommandVerb.Identify });
        _bench.Receive(new CommandMessage { Number = 6, Verb = CommandVerb.Identify });
        _bench.Run(100);

        Assert.Equal(2, _bench.Host.Identified);
        Assert.Equal(
            [(5u, AckResult.Done), (5u, AckResult.Repeated), (4u, AckResult.Repeated), (6u, AckResult.Done)],
            _bench.Acks.Select(ack => (ack.Number, ack.Result)));
        Assert.All(_bench.Acks, ack => Assert.Equal(7u, ack.Boot));
    }

    [Fact]
    public void The_first_command_may_be_number_zero()
    {
        _bench.Receive(new CommandMessage { Number = 0, Verb = CommandVerb.Identify });

        Assert.Equal(1, _bench.Host.Identified);
    }

    [Fact]
    public void A_reboot_waits_until_its_answer_has_arrived()
    {
        _bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.Reboot });
        _bench.Node.Step();
        Assert.Equal(0, _bench.Host.Reboots);

        _bench.ConfirmAll();
        _bench.Node.Step();
        _bench.Node.Step();
        Assert.Equal(1, _bench.Host.Reboots);
    }

    [Fact]
    public void A_reboot_does_not_wait_for_ever()
    {
        _bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.Reboot });

        _bench.Run(4_900, confirm: false);
        Assert.Equal(0, _bench.Host.Reboots);
        _bench.Run(300, confirm: false);
        Assert.Equal(1, _bench.Host.Reboots);
    }

    [Fact]
    public void What_is_no_command_is_counted_and_left()
    {
        _bench.Node.Receive(_bench.Node.CommandTopic, [0xff, 0x00], 0, 2);
        _bench.Node.Receive(_bench.Node.CommandTopic, [], 0, 0);
        _bench.Node.Receive(_bench.Node.CommandTopic, new byte[100_000], 0, 100_000);
        _bench.Run(100);

        Assert.Equal(3, _bench.Node.MessagesRefused);
        Assert.Equal("message of 100000 bytes; expected 65536 at most", _bench.Node.LastRefusal);
        Assert.Empty(_bench.Acks);
    }
}
