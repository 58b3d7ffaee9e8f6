using System.Security.Cryptography;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests;

/// <summary>What a seed gives must not change unnoticed: a journal of last month is compared with a run of today.</summary>
public sealed class GoldenReportTests
{
    [Theory]
    [InlineData(SensorKind.Radar, "65ffe33dfdbf23583035ff188fbe625a53637cc61b898556b6082d5da29dc0ca")]
    [InlineData(SensorKind.Infrared, "3793621d707025f4abe10cbd7e4c2dfba4887ab2a6ba5a1d89be5c628189d6e9")]
    public void The_same_seed_gives_the_same_reports_to_the_byte(SensorKind kind, string expected)
    {
        NodeSetup setup = kind == SensorKind.Radar ? Some.Radar() : Some.Infrared();
        setup.FalseDetectionsPerScan = 3;
        TestBench bench = new(setup);
        for (uint i = 0; i < 5; i++)
        {
            bench.Receive(Some.Still(400_000 + (200_000 * i), 60 * i, 20 + (10 * i), number: i, intensity: 20_000));
        }

        bench.Receive(bench.ClockNow());
        bench.Run(60_000, pieceMs: 500);

        Assert.All(bench.Reports, report => Assert.True(report.Packed));
        byte[] all = [.. bench.Reports.SelectMany(AsList)];
        Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(all)));
    }

    private static byte[] AsList(ReportMessage report)
    {
        report.Packed = false;
        byte[] buffer = new byte[StationEncoder.MaxReportBytes(report.Count)];
        return buffer[..StationEncoder.Write(report, buffer)];
    }
}
