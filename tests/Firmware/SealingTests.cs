using System.Security.Cryptography;
using System.Text;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Station;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests;

public sealed class SealingTests
{
    private static readonly byte[] Key = SHA256.HashData(Encoding.ASCII.GetBytes("the key of radar-1"));

    [Fact]
    public void A_node_with_a_key_seals_all_but_its_state()
    {
        TestBench bench = new(key: Key);
        bench.Run(1_000);
        bench.Receive(new CommandMessage { Number = 1, Verb = CommandVerb.Identify });
        bench.Run(11_000);

        string[] kinds = [Topics.Birth, Topics.Report, Topics.Health, Topics.Ack];
        Assert.All(kinds, kind => Assert.NotEmpty(bench.Link.On(kind)));
        Assert.All(kinds.SelectMany(bench.Link.On), sent => Assert.NotEmpty(bench.Plain(sent)));
        Assert.All(bench.Link.On(Topics.State), sent => Assert.Equal(NodeState.Online, StationDecoder.ReadState(sent.Bytes, 0, sent.Bytes.Length).State));
        Assert.Equal("offline 7 connection lost", StateText.Of(NodeState.Offline, 7, "connection lost"));
        Assert.EndsWith("offline 7 connection lost", StateText.LastWill(7), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_says_the_same_with_a_key_and_without()
    {
        NodeSetup setup = Some.Radar();
        setup.FalseDetectionsPerScan = 5;
        TestBench plain = new(setup);
        TestBench isSealed = new(setup, key: Key);
        plain.Run(5_000);
        isSealed.Run(5_000);

        Assert.NotEmpty(plain.Reports);
        Assert.Equal(plain.Link.On(Topics.Report).Select(plain.Plain), isSealed.Link.On(Topics.Report).Select(isSealed.Plain));
    }

    [Fact]
    public void A_report_that_goes_again_is_the_same_to_the_byte()
    {
        TestBench bench = new(key: Key);
        bench.Run(1_500, confirm: false);
        byte[] first = bench.Link.On(Topics.Report)[0].Bytes;
        bench.Link.State = LinkState.Down;
        bench.Link.Messages.Clear();
        bench.Run(2_000);

        Assert.Equal(first, bench.Link.On(Topics.Report)[0].Bytes);
    }

    [Fact]
    public void A_new_scan_period_is_told_in_a_sealed_birth()
    {
        TestBench bench = new(key: Key);
        bench.Run(200);
        byte[] plain = new byte[StationEncoder.MaxCommandBytes];
        byte[] command = new byte[plain.Length + Sealed.MaxOverhead];
        int length = StationEncoder.Write(
            new CommandMessage { Number = 1, Verb = CommandVerb.SetScanPeriod, ScanPeriodUs = 250_000, ForBoot = true, Boot = 7 }, plain);
        bench.Node.Receive(bench.Node.CommandTopic, command, 0, new Sealed(Key).Write(Topics.Bytes(bench.Node.CommandTopic), plain, length, command));
        bench.Run(200);

        byte[] birth = bench.Plain(bench.Link.On(Topics.Birth)[^1]);
        Assert.Equal(250_000u, StationDecoder.ReadBirth(birth, 0, birth.Length).ScanPeriodUs);
    }

    [Fact]
    public void A_key_of_another_length_makes_no_node() =>
        Assert.Equal("key is 31 bytes, expected 32 bytes", Assert.Throws<ContractException>(() => new TestBench(key: new byte[31])).Message);

    [Fact]
    public void The_board_hears_whether_the_station_warns()
    {
        TestBench bench = new();
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        Assert.Contains(Topics.Alarm, bench.Node.Subscriptions);
        bench.Node.Receive(Topics.Alarm, buffer, 0, StationEncoder.Write(new AlarmMessage { UtcUs = 1, Warnings = 2 }, buffer));
        bench.Node.Receive(Topics.Alarm, [0xA1, 0x01, 0x00], 0, 3);
        bench.Node.Receive(Topics.Alarm, [], 0, 0);

        Assert.Equal([2u, 0u], bench.Host.Alarms);
        Assert.Equal("jointwatch/v1/station/alarm: warnings is missing, expected key 2", bench.Node.LastRefusal);
    }
}
