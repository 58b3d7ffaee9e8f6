using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;

namespace JointWatch.Benchmarks;

/// <summary>Messages of a radar node, of ordinary size.</summary>
internal static class SomeReport
{
    /// <summary>A birth: a radar that looks all round out to 300 km.</summary>
    public static BirthMessage Birth(double latitudeDegrees, double longitudeDegrees, TimeSpan scanPeriod) => new()
    {
        Boot = 1,
        Kind = SensorKind.Radar,
        LatitudeE7 = (int)(latitudeDegrees * 1e7),
        LongitudeE7 = (int)(longitudeDegrees * 1e7),
        HeightDm = 500,
        ScanPeriodUs = (uint)scanPeriod.TotalMicroseconds,
        AzimuthWidthUrad = 6_283_185,
        ElevationMaxUrad = 1_570_796,
        RangeMinDm = 10_000,
        RangeMaxDm = 3_000_000,
        RangeSigmaDm = 300,
        AzimuthSigmaUrad = 1_500,
        ElevationSigmaUrad = 1_500,
        RangeRateSigmaCmps = 200,
        DetectionPermille = 900,
        FalseDetectionsMilli = 4_000,
        Firmware = "benchmark",
    };

    /// <summary>A report of five detections: an aircraft that flies by at 250 m/s, and four elsewhere that move at random.</summary>
    public static ReportMessage Fill(ReportMessage report, ulong sequence, long timeUs, Random random)
    {
        report.Kind = SensorKind.Radar;
        report.Boot = 1;
        report.Sequence = sequence;
        report.TimeUs = (ulong)timeUs;
        report.ClockSigmaUs = 1_000;
        report.Count = 5;
        double along = ((timeUs * 1e-6 * 250) % 100_000) - 50_000;
        double range = Math.Sqrt((along * along) + 4e8);
        Set(report, 0, range, Math.Atan2(along, 20_000) + Math.PI, 0.2, 250 * along / range);
        for (int i = 1; i < report.Count; i++)
        {
            Set(report, i, 2_000 + (random.NextDouble() * 250_000), random.NextDouble() * Math.Tau, random.NextDouble() * 1.5, 0);
        }

        return report;
    }

    /// <summary>The bytes of a report of five detections.</summary>
    public static byte[] Bytes(ulong sequence, long timeUs)
    {
        byte[] buffer = new byte[StationEncoder.MaxReportBytes(5)];
        return buffer[..StationEncoder.Write(Fill(new ReportMessage(5), sequence, timeUs, new Random(1)), buffer)];
    }

    private static void Set(ReportMessage report, int i, double rangeMeters, double azimuthRadians, double elevationRadians, double rate)
    {
        report.RangeDm[i] = (uint)(rangeMeters * 10);
        report.AzimuthUrad[i] = (uint)(azimuthRadians * 1e6);
        report.ElevationUrad[i] = (int)(elevationRadians * 1e6);
        report.RangeRateCmps[i] = (int)(rate * 100);
        report.SnrCentidecibels[i] = 1_850;
    }
}
