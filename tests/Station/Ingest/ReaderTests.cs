using System.Formats.Cbor;
using CsCheck;
using JointWatch.Station.Ingest;
using JointWatch.Tracking;
using BootReason = JointWatch.Contract.Messages.BootReason;
using ClockState = JointWatch.Contract.Messages.ClockState;

namespace JointWatch.Station.Tests.Ingest;

public class ReaderTests
{
    [Fact]
    public void A_birth_is_read_into_SI_units()
    {
        NodeBirth birth = BirthReader.Read(Some.Node, Some.Map(Some.RadarBirth()));

        Assert.Equal(17u, birth.Boot);
        Assert.Equal(SensorKind.Radar, birth.Kind);
        Assert.Equal(69, birth.Place.LatitudeDegrees, 9);
        Assert.Equal(16, birth.Place.LongitudeDegrees, 9);
        Assert.Equal(50, birth.Place.HeightMeters, 9);
        Assert.Equal(new MeasurementNoise(30, 0.0015, 0.0015, 2), birth.Sensor.Noise);
        Assert.Equal(Math.Tau, birth.Sensor.FieldOfView.AzimuthWidthRadians);
        Assert.Equal(300_000, birth.Sensor.FieldOfView.RangeMaxMeters, 6);
        Assert.Equal(0.9, birth.Sensor.DetectionProbability, 9);
        Assert.Equal(2, birth.Sensor.FalseDetectionsPerScan, 9);
        Assert.Equal("alfa/radar-1", birth.Sensor.Id.Value);
        Assert.True(birth.GivesRangeRate);
    }

    [Fact]
    public void A_report_is_read_into_SI_units()
    {
        NodeReport report = ReportReader.Read(Birth(), Some.Map(Some.Report(5, detections: Some.RadarDetection())));

        Assert.Equal(5u, report.Sequence);
        Assert.Equal(Some.Now, report.Time);
        Assert.Equal(0.001, report.ClockSigmaSeconds, 9);
        Detection detection = Assert.Single(report.Detections);
        Assert.Equal(50_000, detection.RangeMeters, 6);
        Assert.Equal(1, detection.AzimuthRadians, 9);
        Assert.Equal(0.2, detection.ElevationRadians, 9);
        Assert.Equal(100, detection.RangeRateMetersPerSecond, 9);
        Assert.Equal(15, detection.Strength, 9);
    }

    [Fact]
    public void A_radar_that_gives_no_range_rate_gives_none()
    {
        var fields = Some.RadarBirth();
        fields[6] = Some.List(300, 1500, 1500, 0);
        NodeBirth birth = BirthReader.Read(Some.Node, Some.Map(fields));

        NodeReport report = ReportReader.Read(birth, Some.Map(Some.Report(0, detections: Some.RadarDetection())));

        Assert.True(double.IsNaN(report.Detections[0].RangeRateMetersPerSecond));
    }

    [Theory]
    [InlineData(1, "boot")]
    [InlineData(2, "kind")]
    [InlineData(3, "place")]
    [InlineData(4, "scanPeriod")]
    [InlineData(5, "fieldOfView")]
    [InlineData(6, "noise")]
    [InlineData(7, "detectionProbability")]
    [InlineData(8, "falseDetections")]
    [InlineData(9, "firmware")]
    public void A_birth_without_a_field_is_refused_by_its_name(int key, string field)
    {
        var fields = Some.RadarBirth();
        fields.Remove(key);
        Refusal refusal = RefusalOf(() => BirthReader.Read(Some.Node, Some.Map(fields)));
        Assert.Equal((field, "missing"), (refusal.Field, refusal.Value));
    }

    public static TheoryData<int, string, string, string> WrongBirthFields() => new()
    {
        { 2, "03", "kind", "3" },
        { 2, "6161", "kind", "a text" },
        { 3, "831b00000000ffffffff0000", "place.latitude", "4294967295" },
        { 4, "00", "scanPeriod", "0" },
        { 4, "1a3b9aca00", "scanPeriod", "1000000000" },
        { 6, "820102", "noise", "2 numbers" },
        { 6, "8400010101", "noise.range", "0" },
        { 6, "840101011a000186a1", "noise.rangeRate", "100001" },
        { 7, "1903e9", "detectionProbability", "1001" },
        { 9, "f6", "firmware", "null" },
        { 9, "fb3ff0000000000000", "firmware", "a floating-point or simple value" },
    };

    [Theory]
    [MemberData(nameof(WrongBirthFields))]
    public void A_birth_with_a_wrong_field_is_refused_with_its_name_and_value(int key, string hex, string field, string value)
    {
        var fields = Some.RadarBirth();
        fields[key] = w => w.WriteEncodedValue(Convert.FromHexString(hex));

        Refusal refusal = RefusalOf(() => BirthReader.Read(Some.Node, Some.Map(fields)));
        Assert.Equal((field, value), (refusal.Field, refusal.Value));
    }

    [Fact]
    public void A_place_with_two_numbers_is_refused_by_the_one_that_is_missing()
    {
        var fields = Some.RadarBirth();
        fields[3] = Some.List(690_000_000, 160_000_000);
        Assert.Equal("place.height", RefusalOf(() => BirthReader.Read(Some.Node, Some.Map(fields))).Field);
    }

    [Theory]
    [InlineData(new long[] { 5_000, 1_000_000, 200_000, 0, 0 }, "detections[1].range")]
    [InlineData(new long[] { 4_000_000, 1_000_000, 200_000, 0, 0 }, "detections[1].range")]
    [InlineData(new long[] { 500_000, 6_283_190, 200_000, 0, 0 }, "detections[1].azimuth")]
    [InlineData(new long[] { 500_000, 1_000_000, -20_000, 0, 0 }, "detections[1].elevation")]
    [InlineData(new long[] { 500_000, 1_000_000, 200_000, 2_000_001, 0 }, "detections[1].rangeRate")]
    [InlineData(new long[] { 500_000, 1_000_000, 200_000, 0, 20_001 }, "detections[1].snr")]
    [InlineData(new long[] { 500_000, 1_000_000, 200_000, 0 }, "detections[1].snr")]
    [InlineData(new long[] { 500_000, 1_000_000, 200_000, 0, 0, 0 }, "detections[1]")]
    public void A_detection_that_its_radar_cannot_have_made_is_refused_by_index_and_field(long[] detection, string field)
    {
        byte[] payload = Some.Map(Some.Report(0, detections: [Some.RadarDetection(), detection]));
        Assert.Equal(field, RefusalOf(() => ReportReader.Read(Birth(), payload)).Field);
    }

    [Theory]
    [InlineData(6.0, true)]
    [InlineData(6.28, true)]
    [InlineData(0.0, true)]
    [InlineData(0.5, true)]
    [InlineData(1.0, false)]
    [InlineData(3.0, false)]
    [InlineData(5.9, false)]
    public void A_field_of_view_across_north_takes_what_lies_in_it(double azimuth, bool inside)
    {
        var fields = Some.RadarBirth();
        fields[5] = Some.List(5_950_000, 1_000_000, 0, 1_570_796, 10_000, 3_000_000);
        NodeBirth birth = BirthReader.Read(Some.Node, Some.Map(fields));
        byte[] payload = Some.Map(Some.Report(0, detections: [500_000, (long)(azimuth * 1e6), 200_000, 0, 0]));
        if (inside)
        {
            Assert.Single(ReportReader.Read(birth, payload).Detections);
        }
        else
        {
            Assert.Equal("detections[0].azimuth", RefusalOf(() => ReportReader.Read(birth, payload)).Field);
        }
    }

    [Fact]
    public void Unknown_keys_are_passed_over_so_that_the_contract_can_grow()
    {
        var fields = Some.Report(0, detections: Some.RadarDetection());
        fields[40] = Some.Lists([1, 2], [3]);
        fields[63] = Some.Text("new");
        Assert.Single(ReportReader.Read(Birth(), Some.Map(fields)).Detections);
    }

    [Fact]
    public void A_birth_tells_why_the_board_started_and_what_ended_it_before()
    {
        var fields = Some.RadarBirth();
        fields[11] = Some.Number(3);
        fields[12] = Some.Text("OutOfMemoryException in scan");
        fields[13] = Some.Number(1);
        NodeBirth birth = BirthReader.Read(Some.Node, Some.Map(fields));
        Assert.Equal((BootReason.Crash, "OutOfMemoryException in scan", true), (birth.Reason, birth.Cause, birth.SafeMode));
        Assert.Equal((BootReason.Unknown, null, false), (Birth().Reason, Birth().Cause, Birth().SafeMode));
    }

    [Fact]
    public void Health_is_read_in_si_units()
    {
        SortedDictionary<int, Action<CborWriter>> fields = new()
        {
            [1] = Some.Number(17), [2] = Some.Number(12_500), [3] = Some.Number(12), [4] = Some.Number(11), [5] = Some.Number(1), [6] = Some.Number(4),
            [7] = Some.Number(2), [8] = Some.Number(3_000), [9] = Some.Number(84_000), [10] = Some.Number(-61), [11] = Some.Number(40_000), [12] = Some.Number(2),
            [13] = Some.Number(-12_500), [14] = Some.Number(1),
        };
        NodeHealth expected = new(17, 12.5, 1, 4, 0.003)
        {
            Reconnects = 2, FreeHeapBytes = 84_000, SignalDbm = -61, LargestBlockBytes = 40_000, Clock = ClockState.SetLongAgo, DriftPpm = -12.5,
        };
        Assert.Equal(expected, HealthReader.Read(Some.Map(fields)));
        fields[12] = Some.Number(3);
        Assert.Equal("clockState", RefusalOf(() => HealthReader.Read(Some.Map(fields))).Field);
    }

    [Fact]
    public void A_key_that_comes_twice_is_refused()
    {
        byte[] twice = [0xA2, 0x01, 0x01, 0x01, 0x02];
        Assert.Equal("message", RefusalOf(() => HealthReader.Read(twice)).Field);
    }

    [Fact]
    public void Bytes_after_the_message_are_refused()
    {
        byte[] payload = [.. Some.Map(Some.Report(0)), 0x00];
        Assert.Equal("followed by 1 more bytes", RefusalOf(() => ReportReader.Read(Birth(), payload)).Value);
    }

    [Theory]
    [InlineData("online 17", "online", 17, null)]
    [InlineData("offline 4294967295", "offline", 4294967295, null)]
    [InlineData("fault 3 node.json: broker is missing", "fault", 3, "node.json: broker is missing")]
    public void A_state_is_a_word_a_boot_and_perhaps_a_reason(string text, string word, uint boot, string? reason)
    {
        Assert.Equal(new NodeState(word, boot, reason), StateReader.Read(StateBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("online")]
    [InlineData("online x")]
    [InlineData("online -1")]
    [InlineData("online 4294967296")]
    [InlineData("ONLINE 1")]
    public void Any_other_state_is_refused(string text) => Assert.Equal("state", RefusalOf(() => StateReader.Read(StateBytes(text))).Field);

    /// <summary>A structure-aware fuzzer: good messages with bytes changed, cut or added, and plain noise.</summary>
    [Fact]
    public void No_bytes_whatever_make_a_reader_do_anything_but_read_or_refuse()
    {
        byte[][] seeds = [Some.Map(Some.RadarBirth()), Some.Map(Some.Report(3, detections: [Some.RadarDetection(), Some.RadarDetection()])), StateBytes("online 17")];
        Action<byte[]>[] readers =
        [
            b => BirthReader.Read(Some.Node, b), b => ReportReader.Read(Birth(), b), b => HealthReader.Read(b), b => StateReader.Read(b), b => ClockReader.Read(b),
        ];
        Gen<byte[]> mutated = Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Select(Gen.Int[0, 200], Gen.Byte).Array[1, 6], Gen.Int[0, 200], (seed, changes, cut) =>
        {
            byte[] bytes = [.. seeds[seed]];
            foreach ((int at, byte value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            return cut < bytes.Length ? bytes[..cut] : bytes;
        });
        Gen.OneOf(mutated, Gen.Byte.Array[0, 80]).Sample(
            bytes =>
            {
                foreach (Action<byte[]> read in readers)
                {
                    try
                    {
                        read(bytes);
                    }
                    catch (RefusedException)
                    {
                        // As it should be.
                    }
                }
            },
            iter: 20_000);
    }

    private static NodeBirth Birth() => BirthReader.Read(Some.Node, Some.Map(Some.RadarBirth()));

    private static byte[] StateBytes(string text)
    {
        var writer = new CborWriter();
        writer.WriteTextString(text);
        return writer.Encode();
    }

    private static Refusal RefusalOf(Action read) => Assert.Throws<RefusedException>(read).Refusal;
}
