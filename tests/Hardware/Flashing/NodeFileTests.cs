using JointWatch.Contract.Messages;
using JointWatch.Firmware;
using JointWatch.Firmware.SetUp;
using JointWatch.Flash;

namespace JointWatch.Hardware.Tests.Flashing;

/// <summary>Reads the set-up that the flasher writes with the firmware's own reader.</summary>
public sealed class NodeFileTests : IDisposable
{
    private readonly Bench _bench = new();

    public static TheoryData<string> Targets => Repository.Targets;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task The_board_understands_every_word_of_its_set_up(string target)
    {
        BoardSetup setup = await SetupAsync(_bench.Arguments(target));

        Assert.Null(setup.Problem);
        Assert.Equal(("north", "radar-1", "station.lan", 1883, false), (setup.Party, setup.Name, setup.Broker, setup.Port, setup.Tls));
        Assert.Equal((@"I:\node.key", target), (setup.KeyFile, setup.Board));
        NodeSetup node = setup.Node!;
        Assert.Equal((SensorKind.Radar, 60.17, 24.94, 30.0), (node.Kind, node.LatitudeDegrees, node.LongitudeDegrees, node.HeightMeters));
    }

    [Fact]
    public async Task An_infrared_node_with_TLS_and_a_port_of_its_own_is_one_for_the_board_too()
    {
        string[] arguments = [.. _bench.Arguments(), "--ca", _bench.WriteCertificate(), "--port", "8884"];
        arguments[Array.IndexOf(arguments, "radar")] = "infrared";
        BoardSetup setup = await SetupAsync(arguments);

        Assert.Null(setup.Problem);
        Assert.Equal((8884, true, SensorKind.Infrared), (setup.Port, setup.Tls, setup.Node!.Kind));
    }

    [Theory]
    [InlineData("-89.999999,179.999999,-12.5", -89.999999, 179.999999, -12.5)]
    [InlineData("0.0000001,-0.0000001,100000", 0.0000001, -0.0000001, 100_000)]
    [InlineData("60.16985569999999,24.938379,0", 60.1698557, 24.938379, 0)]
    public async Task Every_place_that_the_flasher_takes_the_board_takes(string place, double latitude, double longitude, double height)
    {
        string[] arguments = _bench.Arguments();
        arguments[Array.IndexOf(arguments, "60.17,24.94,30")] = place;
        BoardSetup setup = await SetupAsync(arguments);

        Assert.Null(setup.Problem);
        Assert.Equal((latitude, longitude, height), (setup.Node!.LatitudeDegrees, setup.Node.LongitudeDegrees, setup.Node.HeightMeters));
    }

    [Fact]
    public async Task The_key_file_that_goes_along_is_one_that_the_board_reads()
    {
        await SetupAsync(_bench.Arguments());
        Assert.Equal(Convert.FromHexString(FakeCommands.Key), KeyFile.Read("keyFile", _bench.Commands.FilesThen["node.key"]));
    }

    private async Task<BoardSetup> SetupAsync(string[] arguments)
    {
        Assert.Equal(ExitCode.Done, await _bench.RunAsync(arguments));
        byte[] file = _bench.Commands.FilesThen["node.json"];
        return SetupReader.Read(file, file.Length);
    }
}
