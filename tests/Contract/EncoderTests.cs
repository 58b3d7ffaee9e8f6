using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Contract.Tests.Support;

namespace JointWatch.Contract.Tests;

public class EncoderTests
{
    public static TheoryData<string> Deterministic => [.. Vector.Good.Where(v => v.Deterministic).Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Deterministic))]
    public void A_buffer_that_is_too_small_by_any_number_of_bytes_is_refused(string name)
    {
        Vector vector = Vector.Named(name);
        object message = vector.Decode();
        for (int size = 0; size < vector.Bytes.Length; size++)
        {
            ContractException refusal = Assert.Throws<ContractException>(() => AnyMessage.Write(message, new byte[size]));
            Assert.Equal("buffer", refusal.Field);
        }

        Assert.Equal(vector.Bytes.Length, AnyMessage.Write(message, new byte[vector.Bytes.Length]));
    }

    [Theory]
    [InlineData("report-radar")]
    [InlineData("report-ir")]
    [InlineData("report-radar-packed")]
    [InlineData("report-ir-packed")]
    [InlineData("report-largest")]
    [InlineData("health-largest")]
    [InlineData("alarm-two")]
    [InlineData("clock-largest")]
    [InlineData("command-largest")]
    public void What_is_sent_again_and_again_is_written_without_allocating(string name)
    {
        object message = Vector.Named(name).Decode();
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        AnyMessage.Write(message, buffer);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            AnyMessage.Write(message, buffer);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_largest_report_fills_the_size_given_for_it(bool packed)
    {
        ReportMessage largest = (ReportMessage)Vector.Named("report-largest").Decode();
        ReportMessage message = new(ReportMessage.MaxDetections)
        {
            Kind = SensorKind.Radar,
            Boot = largest.Boot,
            Sequence = largest.Sequence,
            TimeUs = largest.TimeUs,
            ClockSigmaUs = largest.ClockSigmaUs,
            InExercise = true,
            Run = largest.Run,
            Marks = largest.Marks,
            Test = true,
            Packed = packed,
            Count = ReportMessage.MaxDetections,
        };
        Array.Fill(message.RangeDm, largest.RangeDm[0]);
        Array.Fill(message.AzimuthUrad, largest.AzimuthUrad[0]);
        Array.Fill(message.ElevationUrad, largest.ElevationUrad[0]);
        Array.Fill(message.RangeRateCmps, largest.RangeRateCmps[0]);
        Array.Fill(message.SnrCentidecibels, largest.SnrCentidecibels[0]);
        byte[] bytes = AnyMessage.Write(message);
        int most = packed ? MessageEncoder.MaxPackedReportBytes(ReportMessage.MaxDetections) : StationEncoder.MaxReportBytes(ReportMessage.MaxDetections);
        Assert.Equal(most, bytes.Length);
        Assert.Equal(bytes, AnyMessage.Write(StationDecoder.ReadReport(bytes, 0, bytes.Length, SensorKind.Radar)));
    }

    [Fact]
    public void The_largest_command_fills_the_size_given_for_it()
    {
        CommandMessage message = new() { Number = uint.MaxValue, Verb = CommandVerb.SetUp, ForBoot = true, Boot = uint.MaxValue, SetUp = new('s', 2000) };
        byte[] bytes = AnyMessage.Write(message);
        Assert.Equal(StationEncoder.MaxCommandBytes, bytes.Length);
        Assert.Equal(bytes, AnyMessage.Write(MessageDecoder.ReadCommand(bytes, 0, bytes.Length)));
    }

    [Fact]
    public void More_packed_detections_than_a_report_may_hold_are_refused()
    {
        byte[] report = [.. Convert.FromHexString("a5011102190001030404000759"), 0x0F, 0x0F, .. new byte[257 * 15]];
        ContractException refusal = Assert.Throws<ContractException>(() => StationDecoder.ReadReport(report, 0, report.Length, SensorKind.Radar));
        Assert.Equal("packed is 3855 bytes, expected a byte string of at most 3840 bytes", refusal.Message);
    }

    [Fact]
    public void The_largest_scenario_fills_the_size_given_for_any_message()
    {
        ScenarioMessage message = new(ScenarioMessage.MaxKnots) { Run = uint.MaxValue, Object = 255, Name = new('n', 64), CrossSectionCentidecibels = 10000 };
        for (int i = 0; i < ScenarioMessage.MaxKnots; i++)
        {
            message.TimeMs[i] = uint.MaxValue - ScenarioMessage.MaxKnots + (uint)i;
        }

        Array.Fill(message.XDm, 4000000000);
        Array.Fill(message.YDm, -4000000000);
        Array.Fill(message.ZDm, 4000000000);
        Array.Fill(message.VelocityXCmps, 2000000);
        Array.Fill(message.VelocityYCmps, -2000000);
        Array.Fill(message.VelocityZCmps, 2000000);
        Array.Fill(message.IntensityWpsr, uint.MaxValue);
        byte[] bytes = AnyMessage.Write(message);
        Assert.Equal(StationEncoder.MaxBytes, bytes.Length);
        Assert.Equal(bytes, AnyMessage.Write(MessageDecoder.ReadScenario(bytes, 0, bytes.Length)));
    }

    [Fact]
    public void Any_other_message_fits_the_size_given_for_small_ones() =>
        Assert.All(Vector.Good.Where(v => v.Kind is not "report" and not "scenario" and not "command"), v => Assert.InRange(v.Bytes.Length, 1, MessageEncoder.MaxSmallBytes));

    [Fact]
    public void A_field_outside_the_contract_is_refused_before_it_is_sent()
    {
        Refuses<BirthMessage>("birth-radar", "kind", m => m.Kind = (SensorKind)3);
        Refuses<BirthMessage>("birth-radar", "latitude", m => m.LatitudeE7 = -900000001);
        Refuses<BirthMessage>("birth-radar", "fieldOfView.elevationMax", m => m.ElevationMaxUrad = m.ElevationMinUrad - 1);
        Refuses<BirthMessage>("birth-radar", "rangeSigma", m => m.RangeSigmaDm = 0);
        Refuses<BirthMessage>("birth-radar", "firmware", m => m.Firmware = new('€', 22));
        Refuses<BirthMessage>("birth-radar", "label", m => m.Label = "\ud83d");
        Refuses<ReportMessage>("report-radar", "azimuth", m => m.AzimuthUrad[1] = 6283186);
        Refuses<ReportMessage>("report-radar", "detections", m => m.Count = 3);
        Refuses<ReportMessage>("report-radar-packed", "azimuth", m => m.AzimuthUrad[1] = 6283186);
        Refuses<ReportMessage>("report-radar-packed", "elevation", m => m.ElevationUrad[0] = -1570798);
        Refuses<ReportMessage>("report-radar", "marks", m => m.Marks = 65536);
        Refuses<CommandMessage>("command-set-up", "setUp", m => m.SetUp = "");
        Refuses<CommandMessage>("command-set-up", "setUp", m => m.SetUp = null);
        Refuses<CommandMessage>("command-set-up", "setUp", m => m.SetUp = new('s', 2001));
        Refuses<BirthMessage>("birth-ir", "bootReason", m => m.BootReason = (BootReason)7);
        Refuses<HealthMessage>("health", "clockState", m => m.ClockState = (ClockState)3);
        Refuses<HealthMessage>("health", "signal", m => m.SignalDbm = -129);
        Refuses<CommandMessage>("command-start", "verb", m => m.Verb = (CommandVerb)7);
        Refuses<AckMessage>("ack-refused", "result", m => m.Result = (AckResult)3);
        Refuses<ClockMessage>("clock-running", "rate", m => m.RateMilli = 1000001);
        Refuses<ScenarioMessage>("scenario-two-knots", "knots[1].time", m => m.TimeMs[1] = m.TimeMs[0]);
        Refuses<ScenarioMessage>("scenario-two-knots", "z", m => m.ZDm[0] = 4000000001);
        Assert.Equal("knots", Assert.Throws<ContractException>(() => AnyMessage.Write(new ScenarioMessage(1))).Field);
        Assert.Equal("knots", Assert.Throws<ContractException>(() => AnyMessage.Write(new ScenarioMessage(601))).Field);
    }

    private static void Refuses<T>(string vector, string field, Action<T> spoil)
    {
        object message = Vector.Named(vector).Decode();
        spoil((T)message);
        Assert.Equal(field, Assert.Throws<ContractException>(() => AnyMessage.Write(message)).Field);
    }
}
