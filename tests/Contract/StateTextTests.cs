using System.Text;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;

namespace JointWatch.Contract.Tests;

public class StateTextTests
{
    [Fact]
    public void A_last_will_is_a_string_whose_bytes_are_the_message()
    {
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        for (int length = 0; length < 200; length++)
        {
            StateMessage message = new() { State = NodeState.Fault, Boot = 17, Reason = length == 0 ? null : new('x', length) };
            byte[] bytes = buffer[..MessageEncoder.Write(message, buffer)];
            string will = StateText.ForLastWill(message.State, message.Boot, message.Reason);
            Assert.Equal(bytes, Encoding.UTF8.GetBytes(will));
            StateMessage read = StationDecoder.ReadState(bytes, 0, bytes.Length);
            Assert.Equal(message.State, read.State);
            Assert.Equal(message.Boot, read.Boot);
            Assert.Equal(message.Reason?[..Math.Min(length, 118)], read.Reason);
        }
    }

    [Fact]
    public void The_usual_last_will_begins_with_a_j() => Assert.Equal("joffline 17", StateText.ForLastWill(NodeState.Offline, 17, null));

    [Fact]
    public void A_reason_with_characters_outside_ASCII_is_sent_with_question_marks() =>
        Assert.Equal("fault 4294967295 K?ln? 5 V", StateText.Of(NodeState.Fault, uint.MaxValue, "Köln\n 5 V"));

    [Fact]
    public void An_empty_reason_is_none() => Assert.Equal("online 0", StateText.Of(NodeState.Online, 0, ""));

    [Theory]
    [InlineData("online 3", NodeState.Online, 3, null)]
    [InlineData("offline 0017", NodeState.Offline, 17, null)]
    [InlineData("fault 4294967295 a  b ", NodeState.Fault, 4294967295, "a  b ")]
    [InlineData("fault 1 ", NodeState.Fault, 1, null)]
    public void A_text_is_taken_apart(string text, NodeState state, uint boot, string? reason)
    {
        StateMessage message = StateDecoding.Parse(text);
        Assert.Equal(state, message.State);
        Assert.Equal(boot, message.Boot);
        Assert.Equal(reason, message.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Online 3")]
    [InlineData("online")]
    [InlineData("online ")]
    [InlineData("online  3")]
    [InlineData("online -3")]
    [InlineData("online 3x")]
    [InlineData("online 3\t")]
    [InlineData("online 00000000003")]
    [InlineData("offline 4294967296")]
    [InlineData("fault 1 é")]
    public void Any_other_text_is_refused(string text) => Assert.Equal("state", Assert.Throws<ContractException>(() => StateDecoding.Parse(text)).Field);
}
