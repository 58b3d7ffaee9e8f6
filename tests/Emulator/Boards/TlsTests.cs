using System.Text;
using System.Text.Json.Nodes;
using JointWatch.Contract.Messages;
using JointWatch.Emulation.Tests.Bench;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>A board whose set-up asks for TLS, and a broker that speaks it.</summary>
public sealed class TlsTests
{
    private const string Pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

    [Fact]
    public void A_board_connects_over_TLS_to_a_broker_whose_CA_is_in_its_store()
    {
        using Desk desk = Secured(new BoardOptions { TrustsBroker = true });

        desk.Up();

        Assert.Equal(NodeState.Online, desk.States[0].State);
        Assert.True(desk.Printed("broker: connected to broker.local:8883"), desk.Console);
    }

    [Fact]
    public void A_board_connects_over_TLS_by_a_CA_on_its_flash()
    {
        using Desk desk = Secured(new BoardOptions { TrustsBroker = false }, ("caFile", "ca.pem"));
        desk.Board.Flash.Write(@"I:\ca.pem", Pem);

        desk.Up();

        Assert.Equal(NodeState.Online, desk.States[0].State);
    }

    [Fact]
    public void A_broker_that_the_board_cannot_trust_hears_nothing_of_it_and_the_console_says_why()
    {
        using Desk desk = Secured(new BoardOptions { TrustsBroker = false });

        desk.Board.PowerOn();
        desk.For(300);

        Assert.Empty(desk.Broker.Messages);
        Assert.True(desk.Printed("broker: broker.local: "), desk.Console);
        Assert.Equal(1, desk.Board.Starts);
    }

    [Fact]
    public void A_CA_file_that_is_not_there_is_named_on_the_console()
    {
        using Desk desk = Secured(new BoardOptions(), ("caFile", "ca.pem"));

        desk.Board.PowerOn();
        desk.For(60);

        Assert.True(desk.Printed("caFile is ca.pem, which is not there; expected a file on the board"), desk.Console);
    }

    [Fact]
    public void A_board_without_TLS_does_not_talk_to_a_broker_that_wants_it()
    {
        using Desk desk = new();
        desk.Broker.Secure = true;

        desk.Board.PowerOn();
        desk.For(120);

        Assert.Empty(desk.Broker.Messages);
        desk.Broker.Secure = false;
        desk.Until(() => desk.Reports.Count > 0, 300);
    }

    /// <summary>A board that is told to use TLS, and a broker that speaks it on the port that TLS has.</summary>
    private static Desk Secured(BoardOptions options, params (string Name, string Value)[] fields)
    {
        Desk desk = new(options: options, port: 8883);
        desk.Broker.Secure = true;
        JsonObject json = JsonNode.Parse(NodeJson.Write(Desk.Radar(), "broker.local", 8883))!.AsObject();
        json["tls"] = true;
        foreach ((string name, string value) in fields)
        {
            json[name] = value;
        }

        desk.Board.Flash.Write(@"I:\node.json", Encoding.UTF8.GetBytes(json.ToJsonString()));
        return desk;
    }
}
