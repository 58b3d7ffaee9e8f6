using BenchmarkDotNet.Attributes;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Station.Ingest;

namespace JointWatch.Benchmarks;

/// <summary>A report of five radar detections: written as a board writes it, read as a board would and as the station does.</summary>
[InProcess]
[MemoryDiagnoser]
public class CodecBenchmarks
{
    private readonly byte[] _buffer = new byte[StationEncoder.MaxReportBytes(5)];
    private readonly ReportMessage _report = SomeReport.Fill(new ReportMessage(5), 70_000, 1_783_166_400_000_000, new Random(1));
    private readonly byte[] _bytes = SomeReport.Bytes(70_000, 1_783_166_400_000_000);
    private readonly NodeBirth _birth;

    public CodecBenchmarks()
    {
        byte[] birth = new byte[MessageEncoder.MaxSmallBytes];
        int length = MessageEncoder.Write(SomeReport.Birth(69, 16, TimeSpan.FromSeconds(1)), birth);
        _birth = BirthReader.Read(new NodeId("alfa", "radar-1"), birth.AsMemory(0, length));
    }

    [Benchmark(Description = "encode (boards' codec)")]
    public int Encode() => StationEncoder.Write(_report, _buffer);

    [Benchmark(Description = "decode (boards' codec)")]
    public ReportMessage Decode() => StationDecoder.ReadReport(_bytes, 0, _bytes.Length, SensorKind.Radar);

    [Benchmark(Description = "decode and check against the birth (station)")]
    public NodeReport Read() => ReportReader.Read(_birth, _bytes);
}
