using System.Buffers.Binary;
using System.Formats.Cbor;
using CsCheck;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Tests.Ingest;

public class PackedReportTests
{
    [Fact]
    public void Packed_detections_are_the_same_as_listed_ones()
    {
        NodeReport listed = Read(Some.Report(5, detections: Some.RadarDetection()));
        var fields = Some.Report(5);
        fields.Remove(6);
        fields[7] = Bytes(Packed(500_000, 1_000_000, 200_000, 10_000, 1_500));
        Assert.Equal(listed.Detections, Read(fields).Detections);
    }

    /// <summary>What the boards' encoder writes in one form and in the other comes out the same, for the whole of what the field of view allows.</summary>
    [Fact]
    public void Whatever_the_boards_pack_is_read_as_if_they_had_listed_it() =>
        Gen.Select(Gen.UInt[10_000, 3_000_000], Gen.UInt[0, 6_283_185], Gen.Int[0, 1_570_796], Gen.Int[-2_000_000, 2_000_000], Gen.Int[-10_000, 20_000]).Array[0, 20].Sample(drawn =>
        {
            var message = new ReportMessage(drawn.Length) { Kind = SensorKind.Radar, Boot = 17, TimeUs = (ulong)Some.Now.Value };
            foreach ((uint range, uint azimuth, int elevation, int rate, int snr) in drawn)
            {
                int i = message.Count++;
                (message.RangeDm[i], message.AzimuthUrad[i], message.ElevationUrad[i]) = (range, azimuth, elevation);
                (message.RangeRateCmps[i], message.SnrCentidecibels[i]) = (rate, snr);
            }

            byte[] buffer = new byte[StationEncoder.MaxReportBytes(drawn.Length)];
            NodeReport listed = ReportReader.Read(Birth(), buffer.AsMemory(0, StationEncoder.Write(message, buffer)));
            message.Packed = true;
            NodeReport packed = ReportReader.Read(Birth(), buffer.AsMemory(0, StationEncoder.Write(message, buffer)));
            Assert.Equal(listed.Detections, packed.Detections);
            Assert.Equal(drawn.Length, packed.Detections.Count);
        });

    [Fact]
    public void Marks_and_the_test_target_are_read()
    {
        var fields = Some.Report(5);
        fields[8] = Some.Number(3);
        fields[9] = Some.Number(1);
        NodeReport report = Read(fields);
        Assert.Equal((3, true), (report.Marks, report.Test));
        Assert.Equal((0, false), (Read(Some.Report(5)).Marks, Read(Some.Report(5)).Test));
    }

    [Fact]
    public void A_packed_detection_that_is_wrong_is_named()
    {
        Refuses("packed is 16 bytes long; expected 15 bytes for each detection", f => f[7] = Bytes(new byte[16]));
        Refuses("packed is 3855 bytes long; expected at most 3840 bytes", f => f[7] = Bytes(new byte[257 * 15]));
        Refuses("packed[0].azimuth is 6283186; expected 0 to 6283185", f => f[7] = Bytes(Packed(500_000, 6_283_186, 0, 0, 0)));
        Refuses("packed[1].rangeRate is -2000001; expected -2000000 to 2000000", f => f[7] = Bytes([.. Packed(500_000, 0, 0, 0, 0), .. Packed(500_000, 0, 0, -2_000_001, 0)]));
        Refuses("packed is a number; expected a byte string of at most 3840 bytes", f => f[7] = Some.Number(1));
        Refuses("packed[0].range is 400000.0 m; expected 1000.0 m to 300000.0 m, the field of view in its birth", f => f[7] = Bytes(Packed(4_000_000, 0, 0, 0, 0)));
        Refuses("packed is there beside detections; expected one of the two", f => (f[6], f[7]) = (Some.Lists(), Bytes([])));
        Refuses("detections is missing; expected key 6 or 7", _ => { });
        Refuses("marks is 65536; expected 0 to 65535", f => (f[7], f[8]) = (Bytes([]), Some.Number(65_536)));
        Refuses("test is 0; expected 1 to 1", f => (f[7], f[9]) = (Bytes([]), Some.Number(0)));
    }

    private static void Refuses(string message, Action<SortedDictionary<int, Action<CborWriter>>> change)
    {
        var fields = Some.Report(5);
        fields.Remove(6);
        change(fields);
        Assert.Equal(message, Assert.Throws<RefusedException>(() => Read(fields)).Message);
    }

    private static NodeReport Read(SortedDictionary<int, Action<CborWriter>> fields) => ReportReader.Read(Birth(), Some.Map(fields));

    private static NodeBirth Birth() => BirthReader.Read(Some.Node, Some.Map(Some.RadarBirth()));

    private static Action<CborWriter> Bytes(byte[] bytes) => w => w.WriteByteString(bytes);

    private static byte[] Packed(long range, long azimuth, long elevation, long rate, long snr) =>
        [.. Big(range, 4), .. Big(azimuth, 3), .. Big(elevation, 3), .. Big(rate, 3), .. Big(snr, 2)];

    private static byte[] Big(long value, int bytes)
    {
        byte[] all = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(all, value);
        return all[^bytes..];
    }
}
