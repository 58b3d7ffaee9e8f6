using CsCheck;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Contract.Tests.Support;

namespace JointWatch.Contract.Tests;

/// <summary>The codec against System.Formats.Cbor, both ways, over messages drawn at random.</summary>
public class ForeignEncodingTests
{
    private const int Draws = 1000;

    [Fact]
    public void A_birth_travels_both_ways() => Travels(Some.Birth, MessageTree.Of, bytes => StationDecoder.ReadBirth(bytes, 0, bytes.Length));

    [Fact]
    public void A_health_travels_both_ways() => Travels(Some.Health, MessageTree.Of, bytes => StationDecoder.ReadHealth(bytes, 0, bytes.Length));

    [Fact]
    public void A_command_travels_both_ways() => Travels(Some.Command, MessageTree.Of, bytes => MessageDecoder.ReadCommand(bytes, 0, bytes.Length));

    [Fact]
    public void An_ack_travels_both_ways() => Travels(Some.Ack, MessageTree.Of, bytes => StationDecoder.ReadAck(bytes, 0, bytes.Length));

    [Fact]
    public void A_clock_travels_both_ways() => Travels(Some.Clock, MessageTree.Of, bytes => MessageDecoder.ReadClock(bytes, 0, bytes.Length));

    [Fact]
    public void An_alarm_travels_both_ways() => Travels(Some.Alarm, MessageTree.Of, bytes => MessageDecoder.ReadAlarm(bytes, 0, bytes.Length));

    [Fact]
    public void A_scenario_travels_both_ways() =>
        Travels(Some.Scenario, MessageTree.Of, bytes => MessageDecoder.ReadScenario(bytes, 0, bytes.Length));

    [Fact]
    public void A_radar_report_travels_both_ways() => Travels(
        Some.Report.Where(m => m.Kind == SensorKind.Radar),
        MessageTree.Of,
        bytes => StationDecoder.ReadReport(bytes, 0, bytes.Length, SensorKind.Radar));

    [Fact]
    public void An_infrared_report_travels_both_ways() => Travels(
        Some.Report.Where(m => m.Kind == SensorKind.Infrared),
        MessageTree.Of,
        bytes => StationDecoder.ReadReport(bytes, 0, bytes.Length, SensorKind.Infrared));

    /// <summary>
    /// What we write is in the deterministic encoding and says what the message says; and what another writes in any order and any shape, with
    /// keys of its own between ours, we read as the same message.
    /// </summary>
    private static void Travels<T>(Gen<T> messages, Func<T, CborMap> treeOf, Func<byte[], T> read)
        where T : class => Gen.Select(messages, Gen.Int, (message, seed) => (message, seed)).Sample(
        pair =>
        {
            CborMap tree = treeOf(pair.message);
            string expected = ForeignCbor.Diagnostic(tree);
            Assert.Equal(expected, ForeignCbor.DiagnosticOfDeterministic(AnyMessage.Write(pair.message)));

            Random style = new(pair.seed);
            CborMap foreign = [.. tree, new(31L, ForeignTree.Draw(style, 7)), new(-1L, ForeignTree.Draw(style, 7)), new("key", 1.5)];
            KeyValuePair<object, object>[] shuffled = [.. foreign];
            style.Shuffle(shuffled);
            T received = read(ForeignCbor.Write(new CborMap().With(shuffled), style));
            Assert.Equal(expected, ForeignCbor.Diagnostic(treeOf(received)));
        },
        iter: Draws);
}
