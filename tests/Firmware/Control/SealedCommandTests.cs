using System.Security.Cryptography;
using System.Text;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Station;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Control;

/// <summary>A node that has a key, in its seventh boot, and what those without the key can do to it.</summary>
public sealed class SealedCommandTests
{
    private static readonly byte[] Key = SHA256.HashData(Encoding.ASCII.GetBytes("the key of radar-1"));
    private static readonly byte[] OtherKey = SHA256.HashData(Encoding.ASCII.GetBytes("the key of radar-2"));
    private readonly TestBench _bench = new(key: Key);

    public SealedCommandTests()
    {
        _bench.Run(200);
    }

    [Fact]
    public void A_command_sealed_for_this_boot_is_carried_out()
    {
        Send(Identify(1));

        Assert.Equal(1, _bench.Host.Identified);
        Assert.Equal((1u, AckResult.Done, null), Answer());
    }

    [Fact]
    public void A_command_that_is_played_again_is_not_carried_out_again()
    {
        byte[] recorded = Seal(Identify(4));
        _bench.Node.Receive(_bench.Node.CommandTopic, recorded, 0, recorded.Length);
        _bench.Node.Receive(_bench.Node.CommandTopic, recorded, 0, recorded.Length);
        Send(Identify(3));

        Assert.Equal(1, _bench.Host.Identified);
        Assert.Equal([AckResult.Done, AckResult.Repeated, AckResult.Repeated], Answers().Select(a => a.Result));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    public void A_command_of_another_boot_is_old(uint boot)
    {
        CommandMessage command = Identify(1);
        command.Boot = boot;
        Send(command);

        Assert.Equal(0, _bench.Host.Identified);
        Assert.Equal((1u, AckResult.Refused, $"old: for boot {boot}, this is boot 7"), Answer());
    }

    [Fact]
    public void A_sealed_command_that_does_not_say_its_boot_is_refused()
    {
        CommandMessage command = Identify(1);
        command.ForBoot = false;
        Send(command);

        Assert.Equal(0, _bench.Host.Identified);
        Assert.Equal((1u, AckResult.Refused, "sealed without the boot it is for"), Answer());
    }

    [Fact]
    public void A_command_that_is_not_sealed_is_refused_where_the_node_has_a_key()
    {
        _bench.Receive(Identify(1));

        Assert.Equal(0, _bench.Host.Identified);
        Assert.Equal((1u, AckResult.Refused, "not sealed, and this node has a key"), Answer());
        Assert.Equal(1, _bench.Node.MessagesRefused);
        Assert.Equal("jointwatch/v1/alpha/radar-1/command: command 1 not sealed, and this node has a key", _bench.Node.LastRefusal);
    }

    [Fact]
    public void A_command_sealed_with_another_key_is_refused()
    {
        Send(Identify(1), key: OtherKey);

        Assert.Equal(0, _bench.Host.Identified);
        Assert.Equal((1u, AckResult.Refused, "not sealed with this node's key for this node's topic"), Answer());
    }

    [Fact]
    public void A_command_to_another_node_is_refused_even_under_the_same_key()
    {
        Send(Identify(1), topic: "jointwatch/v1/alpha/radar-2/command");

        Assert.Equal(0, _bench.Host.Identified);
        Assert.Equal((1u, AckResult.Refused, "not sealed with this node's key for this node's topic"), Answer());
    }

    [Fact]
    public void A_refused_number_does_not_shut_out_the_station()
    {
        Send(Identify(uint.MaxValue), key: OtherKey);
        _bench.Receive(Identify(uint.MaxValue));
        Send(Identify(1));

        Assert.Equal(1, _bench.Host.Identified);
        Assert.Equal(AckResult.Done, Answers()[^1].Result);
    }

    [Fact]
    public void A_seal_that_is_cut_anywhere_is_counted_and_left()
    {
        byte[] whole = Seal(Identify(1));
        for (int length = 0; length < whole.Length; length++)
        {
            _bench.Node.Receive(_bench.Node.CommandTopic, whole, 0, length);
        }

        Assert.Equal(whole.Length, _bench.Node.MessagesRefused);
        Assert.Equal(0, _bench.Host.Identified);
        Assert.Empty(Answers());
    }

    [Fact]
    public void A_node_without_a_key_says_that_it_cannot_take_a_sealed_command_and_takes_a_plain_one()
    {
        TestBench bench = new();
        byte[] command = Seal(Identify(1));
        bench.Node.Receive(bench.Node.CommandTopic, command, 0, command.Length);
        bench.Receive(Identify(2));
        CommandMessage old = Identify(3);
        old.Boot = 6;
        bench.Receive(old);
        bench.Run(200);

        Assert.Equal(1, bench.Host.Identified);
        Assert.Equal(
            ["sealed, and this node has no key", null, "old: for boot 6, this is boot 7"],
            bench.Acks.Select(a => a.Reason));
    }

    [Fact]
    public void A_new_set_up_goes_to_the_board_which_starts_anew_once_the_answer_has_arrived()
    {
        Send(SetUp(1, "{\"party\":\"alpha\"}"));
        Assert.Equal(["{\"party\":\"alpha\"}"], _bench.Host.SetUps);
        Assert.Equal(0, _bench.Host.Reboots);

        _bench.Run(300);
        Assert.Equal(1, _bench.Host.Reboots);
        Assert.Equal((1u, AckResult.Done, null), Answer());
    }

    [Fact]
    public void A_set_up_that_the_board_refuses_is_answered_with_its_reason_as_far_as_there_is_room()
    {
        _bench.Host.SetUpRefusal = "sensor is 'sonår'; expected radar or infrared, as the birth of any node says it";
        Send(SetUp(1, "{}"));
        _bench.Run(300);

        Assert.Equal(0, _bench.Host.Reboots);
        Assert.Equal((1u, AckResult.Refused, "sensor is 'son?r'; expected radar or infrared, as the birth of a"), Answer());
    }

    private static CommandMessage Identify(uint number) => new() { Number = number, Verb = CommandVerb.Identify, ForBoot = true, Boot = 7 };

    private static CommandMessage SetUp(uint number, string json) => new() { Number = number, Verb = CommandVerb.SetUp, ForBoot = true, Boot = 7, SetUp = json };

    private void Send(CommandMessage command, byte[]? key = null, string? topic = null)
    {
        byte[] bytes = Seal(command, key, topic);
        _bench.Node.Receive(_bench.Node.CommandTopic, bytes, 0, bytes.Length);
    }

    private byte[] Seal(CommandMessage command, byte[]? key = null, string? topic = null)
    {
        byte[] plain = new byte[StationEncoder.MaxCommandBytes];
        byte[] into = new byte[plain.Length + Sealed.MaxOverhead];
        int length = StationEncoder.Write(command, plain);
        return into[..new Sealed(key ?? Key).Write(Topics.Bytes(topic ?? _bench.Node.CommandTopic), plain, length, into)];
    }

    private (uint Number, AckResult Result, string? Reason) Answer()
    {
        AckMessage ack = Assert.Single(Answers());
        return (ack.Number, ack.Result, ack.Reason);
    }

    private IReadOnlyList<AckMessage> Answers()
    {
        _bench.Run(200);
        return _bench.Acks;
    }
}
