using System.Text;
using CsCheck;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Tests.SetUp;

public sealed class SetupReaderTests
{
    private const string Least = """
        {
          "party": "north",
          "node": "radar-1",
          "sensor": "radar",
          "place": { "latitudeDegrees": 48.1374, "longitudeDegrees": 11.5755, "heightMeters": 519.5 },
          "broker": "192.168.1.10"
        }
        """;

    [Fact]
    public void The_least_set_up_makes_a_radar_with_all_else_as_usual()
    {
        BoardSetup setup = Read(Least);

        Assert.Null(setup.Problem);
        Assert.Equal(("north", "radar-1", "192.168.1.10", 1883, false), (setup.Party, setup.Name, setup.Broker, setup.Port, setup.Tls));
        NodeSetup node = setup.Node!;
        Assert.Equal((SensorKind.Radar, 48.1374, 11.5755, 519.5), (node.Kind, node.LatitudeDegrees, node.LongitudeDegrees, node.HeightMeters));
        NodeSetup usual = NodeSetup.ForRadar("north", "radar-1", 0, 0, 0);
        Assert.Equal((usual.RangeMaxMeters, usual.AzimuthSigmaMicroradians, usual.ScanPeriodUs), (node.RangeMaxMeters, node.AzimuthSigmaMicroradians, node.ScanPeriodUs));
        Assert.NotEqual(0u, node.Seed);
    }

    [Fact]
    public void Every_field_finds_its_place()
    {
        BoardSetup setup = Read("""
            {
              "party": "south", "node": "ir-2", "label": "On the roof", "sensor": "infrared",
              "place": { "latitudeDegrees": -33.9, "longitudeDegrees": 18.4 },
              "fieldOfView": { "azimuthStartDegrees": 350, "azimuthWidthDegrees": 90, "elevationMinDegrees": 1.5, "elevationMaxDegrees": 60,
                "rangeMinMeters": 10, "rangeMaxMeters": 2e6 },
              "noise": { "azimuthSigmaMicroradians": 300, "elevationSigmaMicroradians": 400, "falseDetectionsPerScan": 0.25,
                "noiseIrradianceNanowatts": 0.5, "thresholdToNoise": 6 },
              "scanPeriodMs": 500, "scanOffsetMs": 120, "seed": 77,
              "broker": "broker.local", "port": 8884, "tls": true, "caFile": "I:\\ca.pem", "certificateFile": "I:\\own.pem",
              "privateKeyFile": "I:\\own.key", "user": "ir-2", "password": "a secret", "keyFile": "I:\\node.key",
              "timeServer": "time.local", "board": "ESP32_C3"
            }
            """);

        Assert.Null(setup.Problem);
        NodeSetup node = setup.Node!;
        Assert.Equal((SensorKind.Infrared, "On the roof", 500_000u, 120_000u, 77u), (node.Kind, node.Label, node.ScanPeriodUs, node.ScanOffsetUs, node.Seed));
        Assert.Equal((350.0, 90.0, 1.5, 60.0, 10.0, 2e6), (node.AzimuthStartDegrees, node.AzimuthWidthDegrees, node.ElevationMinDegrees, node.ElevationMaxDegrees, node.RangeMinMeters, node.RangeMaxMeters));
        Assert.Equal((300.0, 400.0, 0.25), (node.AzimuthSigmaMicroradians, node.ElevationSigmaMicroradians, node.FalseDetectionsPerScan));
        Assert.Equal((0.5, 6.0), (node.NoiseIrradianceNanowatts, node.ThresholdToNoise));
        Assert.Equal(("broker.local", 8884, true, "I:\\ca.pem", "I:\\own.pem", "I:\\own.key"), (setup.Broker, setup.Port, setup.Tls, setup.CaFile, setup.CertificateFile, setup.PrivateKeyFile));
        Assert.Equal(("ir-2", "a secret", "I:\\node.key", "time.local", "ESP32_C3"), (setup.User, setup.Password, setup.KeyFile, setup.TimeServer, setup.Board));
    }

    [Fact]
    public void TLS_has_a_port_of_its_own_unless_another_is_given()
    {
        Assert.Equal(8883, Read(Least.Replace("\"broker\"", "\"tls\": true, \"broker\"", StringComparison.Ordinal)).Port);
    }

    [Theory]
    [InlineData("48.1374", "91", "place.latitudeDegrees is 91; expected -90 to 90")]
    [InlineData("48.1374", "-90.0625", "place.latitudeDegrees is -90.063; expected -90 to 90")]
    [InlineData("48.1374", "\"48\"", "place.latitudeDegrees is a text; expected a number from -90 to 90")]
    [InlineData("\"latitudeDegrees\": 48.1374, ", "", "place.latitudeDegrees is missing; expected -90 to 90")]
    [InlineData("\"heightMeters\"", "\"hight\"", "place.hight is no field of a set-up; expected one of latitudeDegrees, longitudeDegrees, heightMeters")]
    [InlineData("\"north\"", "\"North\"", "party is 'North'; expected 1 to 32 of a-z, 0-9 and '-', and neither 'exercise' nor 'station'")]
    [InlineData("\"north\"", "\"station\"", "party is 'station'; expected 1 to 32 of a-z, 0-9 and '-', and neither 'exercise' nor 'station'")]
    [InlineData("\"radar\"", "\"sonar\"", "sensor is 'sonar'; expected radar or infrared")]
    [InlineData("\"node\": \"radar-1\",", "", "node is missing; expected 1 to 32 of a-z, 0-9 and '-'")]
    [InlineData("\"sensor\"", "\"scanPeriodMs\": 5, \"sensor\"", "scanPeriodMs is 5; expected 10 to 60000")]
    [InlineData("\"sensor\"", "\"scanPeriodMs\": 10.5, \"sensor\"", "scanPeriodMs is 10.500; expected a whole number")]
    [InlineData("\"sensor\"", "\"scanOffsetMs\": 1000, \"sensor\"", "scanOffsetMs is 1000; expected less than scanPeriodMs, 1000")]
    [InlineData("\"sensor\"", "\"port\": 70000, \"sensor\"", "port is 70000; expected 1 to 65535")]
    [InlineData("\"sensor\"", "\"tls\": \"yes\", \"sensor\"", "tls is a text; expected true or false")]
    [InlineData("\"sensor\"", "\"node\": \"b\", \"sensor\"", "node is there twice; expected it once")]
    [InlineData("\"sensor\"", "\"noise\": 4, \"sensor\"", "noise is a number; expected an object")]
    [InlineData("\"sensor\"", "\"certificateFile\": \"I:\\\\c\", \"sensor\"", "privateKeyFile is missing; expected a text of 1 to 64 bytes")]
    [InlineData("\"192.168.1.10\"", "\"\"", "broker is 0 bytes long; expected a text of 1 to 64 bytes")]
    [InlineData("\"sensor\"", "\"colour\": \"red\", \"sensor\"", "colour is no field of a set-up; expected one of place, fieldOfView, noise, scanPeriodMs, scanOffsetMs, seed, port, party, node, sensor, broker, label, caFile, certificateFile, privateKeyFile, user, password, keyFile, timeServer, board, tls")]
    [InlineData("\"sensor\"", "\"label\": \"ääääääääääääääääääääääääääääääääää\", \"sensor\"", "label is 68 bytes long; expected a text of 1 to 64 bytes")]
    [InlineData("\"sensor\"", "\"fieldOfView\": { \"elevationMinDegrees\": 5, \"elevationMaxDegrees\": 4.5 }, \"sensor\"", "fieldOfView.elevationMinDegrees is 5; expected less than elevationMaxDegrees, 4.500")]
    [InlineData("\"sensor\"", "\"fieldOfView\": { \"rangeMaxMeters\": 1000 }, \"sensor\"", "fieldOfView.rangeMinMeters is 1000; expected less than rangeMaxMeters, 1000")]
    public void What_is_wrong_is_named_by_field_value_and_what_was_expected(string replace, string by, string expected)
    {
        Assert.Contains(replace, Least, StringComparison.Ordinal);
        BoardSetup setup = Read(Least.Replace(replace, by, StringComparison.Ordinal));

        Assert.Equal(expected, setup.Problem);
        Assert.Null(setup.Node);
    }

    [Fact]
    public void A_wrong_place_does_not_hide_the_broker_that_is_to_hear_of_it()
    {
        BoardSetup setup = Read(Least.Replace("48.1374", "\"somewhere\"", StringComparison.Ordinal));

        Assert.NotNull(setup.Problem);
        Assert.True(setup.CanConnect);
        Assert.Equal("192.168.1.10", setup.Broker);
    }

    [Fact]
    public void Whatever_the_bytes_are_there_comes_out_a_node_that_is_right_or_a_problem_in_words()
    {
        Gen.Byte.Array[0, 400].Sample(Check);
    }

    [Fact]
    public void A_set_up_with_bytes_changed_cut_out_or_put_in_is_read_or_refused_in_words()
    {
        byte[] good = Encoding.UTF8.GetBytes(Least);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 3], Gen.OneOf(Gen.Byte, Gen.Char["{}\":,.-e0123456789\\ \n"].Select(c => (byte)c)).Array[0, 4]).Array[1, 4].Sample(edits =>
        {
            List<byte> bytes = [.. good];
            foreach ((int at, int cut, byte[] put) in edits)
            {
                int place = Math.Min(at, bytes.Count);
                bytes.RemoveRange(place, Math.Min(cut, bytes.Count - place));
                bytes.InsertRange(place, put);
            }

            Check([.. bytes]);
        });
    }

    private static void Check(byte[] bytes)
    {
        BoardSetup setup = SetupReader.Read(bytes, bytes.Length);
        Assert.Equal(setup.Problem is null, setup.Node is not null);
        if (setup.Problem is not null)
        {
            Assert.Matches("^.+ (is .+; expected .+|must be .+)$", setup.Problem.Replace('\n', ' '));
        }
    }

    private static BoardSetup Read(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return SetupReader.Read(bytes, bytes.Length);
    }
}
